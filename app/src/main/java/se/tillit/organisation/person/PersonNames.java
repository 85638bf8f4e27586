package se.tillit.organisation.person;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.trueCondition;
import static se.tillit.schema.organisation.Tables.CURRENT_ASSIGNMENT;
import static se.tillit.schema.organisation.Tables.CURRENT_ROLE_HOLDING;
import static se.tillit.schema.organisation.Tables.PERSON;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.tillit.identity.Scope;
import se.tillit.identity.Viewer;
import se.tillit.kernel.PersonId;
import se.tillit.kernel.Refused;
import se.tillit.organisation.NamedPeople;
import se.tillit.web.Words;

/// Finds people by name within what a viewer may see of them.
@Component
class PersonNames implements NamedPeople {

  private static final int MOST = 20;
  private static final int TOLD = 3;
  private static final Pattern LABEL = Pattern.compile("(.*?)\\s*\\(([^()]*)\\)");

  private final DSLContext sql;

  PersonNames(DSLContext sql) {
    this.sql = sql;
  }

  /// A name, and what tells its bearer apart.
  private record Found(UUID id, String name, String label) {}

  @Override
  @Transactional(readOnly = true)
  public List<Named> like(Viewer viewer, String typed) {
    if (typed.isBlank()) {
      return List.of();
    }
    return fitting(PersonPages.named(typed).and(choosable(viewer))).stream()
        .map(it -> new Named(it.id(), it.label()))
        .toList();
  }

  @Override
  @Transactional(readOnly = true)
  public @Nullable UUID meant(Viewer viewer, @Nullable String typed, String field) {
    String wanted = typed == null ? "" : typed.strip();
    if (wanted.isEmpty()) {
      return null;
    }
    Matcher label = LABEL.matcher(wanted);
    boolean labelled = label.matches();
    String name = labelled ? label.group(1) : wanted;
    String apart = labelled ? label.group(2) : wanted;
    UUID known = id(apart);
    if (known != null) {
      return existing(known, field);
    }
    List<Found> found =
        fitting(
            (apart.contains("@") ? PERSON.EMAIL.equalIgnoreCase(apart) : PersonPages.named(name))
                .and(PERSON.PROTECTED.isFalse())
                .and(choosable(viewer)));
    return only(found, name, wanted)
        .orElseThrow(() ->
            found.isEmpty()
                ? new Refused("organisation.person.nobody-named", wanted).at(field)
                : new Refused("organisation.person.several-named", told(found)).at(field));
  }

  private UUID existing(UUID person, String field) {
    if (!sql.fetchExists(PERSON, PERSON.ID.eq(person))) {
      throw new Refused("organisation.person.nobody-named", person).at(field);
    }
    return person;
  }

  /// The only one, or the only one who is called exactly so.
  private static Optional<UUID> only(List<Found> found, String name, String label) {
    List<Found> exact = found.stream().filter(it -> it.label().equalsIgnoreCase(label)).toList();
    if (exact.isEmpty()) {
      exact = found.stream().filter(it -> it.name().equalsIgnoreCase(name)).toList();
    }
    List<Found> left = exact.isEmpty() ? found : exact;
    return left.size() == 1 ? Optional.of(left.getFirst().id()) : Optional.empty();
  }

  private static String told(List<Found> found) {
    String names = String.join("; ", found.stream().limit(TOLD).map(Found::label).toList());
    return found.size() > TOLD ? names + " …" : names;
  }

  @Override
  @Transactional(readOnly = true)
  public String label(Words words, @Nullable UUID person) {
    return person == null
        ? ""
        : fitting(PERSON.ID.eq(person).and(PERSON.PROTECTED.isFalse())).stream()
            .findFirst()
            .map(Found::label)
            .orElseGet(() -> words.t("organisation.protected") + " (" + person + ")");
  }

  private List<Found> fitting(Condition wanted) {
    var title = PersonPages.firstTitle();
    var unit = PersonPages.firstUnit();
    return sql.select(
            PERSON.ID,
            PERSON.GIVEN_NAME.concat(inline(" "), PERSON.FAMILY_NAME),
            coalesce(PERSON.EMAIL, inline("")),
            title,
            unit)
        .from(PERSON)
        .where(wanted)
        .orderBy(PERSON.FAMILY_NAME, PERSON.GIVEN_NAME, PERSON.ID)
        .limit(inline(MOST))
        .fetch(row -> {
          String name = row.value2().strip();
          String apart = row.value3().isBlank() ? place(row.value4(), row.value5()) : row.value3();
          return new Found(row.value1(), name, apart.isEmpty() ? name : name + " (" + apart + ")");
        });
  }

  private static String place(@Nullable String title, @Nullable String unit) {
    String what = title == null ? "" : title;
    return unit == null || unit.isBlank() ? what : what.isBlank() ? unit : what + ", " + unit;
  }

  private static Condition choosable(Viewer viewer) {
    PersonId me = viewer.person();
    return PERSON
        .ID
        .eq(me == null ? new UUID(0, 0) : me.value())
        .or(
            exists(
                selectOne()
                    .from(CURRENT_ASSIGNMENT)
                    .where(CURRENT_ASSIGNMENT.TENANT_ID.eq(PERSON.TENANT_ID))
                    .and(CURRENT_ASSIGNMENT.PERSON_ID.eq(PERSON.ID))
                    .and(CURRENT_ASSIGNMENT.KIND.eq(inline("manager")).or(seen(viewer)))))
        .or(
            exists(
                selectOne()
                    .from(CURRENT_ROLE_HOLDING)
                    .where(CURRENT_ROLE_HOLDING.TENANT_ID.eq(PERSON.TENANT_ID))
                    .and(CURRENT_ROLE_HOLDING.PERSON_ID.eq(PERSON.ID))));
  }

  private static Condition seen(Viewer viewer) {
    Scope scope = viewer.scope("organisation.people");
    return scope.everything() ? trueCondition() : scope.covers(CURRENT_ASSIGNMENT.UNIT_ID);
  }

  private static @Nullable UUID id(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
