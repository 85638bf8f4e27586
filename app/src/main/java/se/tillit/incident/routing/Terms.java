package se.tillit.incident.routing;

import static se.tillit.schema.incident.Tables.KNOWN_TERM;
import static se.tillit.schema.incident.Tables.TERM;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.tillit.audittrail.Detail;
import se.tillit.audittrail.Subject;
import se.tillit.audittrail.Trail;
import se.tillit.kernel.Acting;
import se.tillit.kernel.Refused;
import se.tillit.web.Option;
import se.tillit.web.Words;

/// The kinds and causes that a tenant sorts its cases by.
@Component
@Transactional(readOnly = true)
public class Terms {

  private static final Set<String> LISTS = Set.of("kind", "cause");

  private final DSLContext sql;
  private final Trail trail;

  Terms(DSLContext sql, Trail trail) {
    this.sql = sql;
    this.trail = trail;
  }

  public List<Term> all(String list) {
    return sql.selectFrom(KNOWN_TERM)
        .where(KNOWN_TERM.LIST.eq(list))
        .orderBy(KNOWN_TERM.POSITION, KNOWN_TERM.KEY)
        .fetch(row ->
            new Term(
                row.getList(),
                row.getKey(),
                row.getName(),
                row.getShipped(),
                row.getSecrecyGround(),
                row.getHidden()));
  }

  public Optional<Term> find(String list, @Nullable String key) {
    return all(list).stream().filter(it -> it.key().equals(key)).findFirst();
  }

  /// The name of a term, or nothing where there is none.
  public @Nullable String name(String list, @Nullable String key, Words words) {
    return key == null ? null : find(list, key).map(it -> it.in(words)).orElse(key);
  }

  /// Those in use, and the one that is chosen already.
  public List<Option> options(String list, @Nullable String chosen, Words words) {
    return all(list).stream()
        .filter(it -> !it.hidden() || it.key().equals(chosen))
        .map(it -> Option.of(it.key(), it.in(words), it.key().equals(chosen)))
        .toList();
  }

  public Set<String> keys(String list) {
    return all(list).stream().map(Term::key).collect(Collectors.toSet());
  }

  /// A term as the tenant wants it: a new one, or a shipped one by another name, with another
  /// ground or out of use.
  record Wish(
      String list,
      @Nullable String key,
      String name,
      @Nullable String secrecyGround,
      boolean hidden) {}

  @Transactional
  void keep(Wish wish) {
    if (!LISTS.contains(wish.list())) {
      throw new Refused("incident.term.list-unknown").at("list");
    }
    boolean fresh = wish.key() == null || wish.key().isBlank();
    if (fresh && wish.name().isBlank()) {
      throw new Refused("incident.term.name-missing").at("name");
    }
    String key = fresh ? keyOf(wish.name()) : String.valueOf(wish.key());
    if (!key.matches("[a-z][a-z-]{0,39}")) {
      throw new Refused("incident.term.name-missing").at("name");
    }
    if (fresh && keys(wish.list()).contains(key)) {
      throw new Refused("incident.term.known", wish.name()).at("name");
    }
    sql.insertInto(TERM)
        .set(TERM.TENANT_ID, Acting.current().tenant().value())
        .set(TERM.LIST, wish.list())
        .set(TERM.KEY, key)
        .set(TERM.NAME, wish.name().strip())
        .set(TERM.SECRECY_GROUND, wish.secrecyGround())
        .set(TERM.HIDDEN, wish.hidden())
        .onConflict(TERM.TENANT_ID, TERM.LIST, TERM.KEY)
        .doUpdate()
        .set(TERM.NAME, wish.name().strip())
        .set(TERM.SECRECY_GROUND, wish.secrecyGround())
        .set(TERM.HIDDEN, wish.hidden())
        .execute();
    trail.record(
        "incident.term-kept",
        new Subject("incident-term", null, key),
        Detail.of("list", wish.list())
            .with("name", wish.name())
            .with("secrecy", wish.secrecyGround())
            .with("hidden", wish.hidden()));
  }

  private static String keyOf(String name) {
    String plain =
        name.toLowerCase(Locale.ROOT)
            .replaceAll("[åä]", "a")
            .replace('ö', 'o')
            .replaceAll("[^a-z]+", "-")
            .replaceAll("^-|-$", "");
    return plain.length() <= 40 ? plain : plain.substring(0, 40);
  }
}
