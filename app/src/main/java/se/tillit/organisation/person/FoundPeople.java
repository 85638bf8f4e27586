package se.tillit.organisation.person;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static se.tillit.schema.organisation.Tables.CURRENT_ASSIGNMENT;
import static se.tillit.schema.organisation.Tables.PERSON_NAME;

import java.util.Set;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.Record7;
import org.jooq.Select;
import org.jooq.TableField;
import org.springframework.stereotype.Component;
import se.tillit.search.SearchSource;
import se.tillit.web.Icon;

/// People with an assignment today, found by name; a protected identity is not found at all.
@Component
class FoundPeople implements SearchSource {

  @Override
  public String kind() {
    return "person";
  }

  @Override
  public String labelKey() {
    return "organisation.person.list.title";
  }

  @Override
  public Icon icon() {
    return Icon.PERSON;
  }

  @Override
  public String permission() {
    return "organisation.people";
  }

  @Override
  public Set<String> subjects() {
    return Set.of("person", "assignment");
  }

  @Override
  public Select<Record7<UUID, UUID, UUID, String, String, String, String>> records() {
    Field<String> title = first(CURRENT_ASSIGNMENT.TITLE);
    return select(
            PERSON_NAME.PERSON_ID,
            first(CURRENT_ASSIGNMENT.UNIT_ID),
            first(CURRENT_ASSIGNMENT.BODY_ID),
            PERSON_NAME.NAME,
            coalesce(title, inline("")),
            coalesce(PERSON_NAME.EMAIL, inline("")),
            concat(inline("/people/"), PERSON_NAME.PERSON_ID.cast(String.class)))
        .from(PERSON_NAME)
        .where(PERSON_NAME.PROTECTED.isFalse())
        .and(first(CURRENT_ASSIGNMENT.ID).isNotNull());
  }

  private static <T> Field<T> first(TableField<?, T> wanted) {
    return field(
        select(wanted)
            .from(CURRENT_ASSIGNMENT)
            .where(CURRENT_ASSIGNMENT.TENANT_ID.eq(PERSON_NAME.TENANT_ID))
            .and(CURRENT_ASSIGNMENT.PERSON_ID.eq(PERSON_NAME.PERSON_ID))
            .orderBy(CURRENT_ASSIGNMENT.FROM_DAY, CURRENT_ASSIGNMENT.ID)
            .limit(1));
  }
}
