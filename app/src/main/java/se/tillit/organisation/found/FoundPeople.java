package se.tillit.organisation.found;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.select;
import static se.tillit.schema.organisation.Tables.CURRENT_ASSIGNMENT;
import static se.tillit.schema.organisation.Tables.CURRENT_UNIT;
import static se.tillit.schema.organisation.Tables.PERSON_NAME;

import java.util.Set;
import java.util.UUID;
import org.jooq.Record7;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;
import se.tillit.search.SearchSource;
import se.tillit.web.Icon;

/// Lets people be found by name within the reach of the one who looks; a protected identity is never found.
@Component
class FoundPeople implements SearchSource {

  @Override
  public String kind() {
    return "person";
  }

  @Override
  public String labelKey() {
    return "organisation.search.person";
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
    return Set.of("person");
  }

  @Override
  public Select<Record7<UUID, UUID, UUID, String, String, String, String>> records() {
    var post =
        DSL.lateral(
            select(CURRENT_ASSIGNMENT.UNIT_ID, CURRENT_ASSIGNMENT.BODY_ID, CURRENT_ASSIGNMENT.TITLE)
                .from(CURRENT_ASSIGNMENT)
                .where(CURRENT_ASSIGNMENT.TENANT_ID.eq(PERSON_NAME.TENANT_ID))
                .and(CURRENT_ASSIGNMENT.PERSON_ID.eq(PERSON_NAME.PERSON_ID))
                .orderBy(CURRENT_ASSIGNMENT.FROM_DAY, CURRENT_ASSIGNMENT.ID)
                .limit(1)
                .asTable("post"));
    return select(
            PERSON_NAME.PERSON_ID,
            post.field(CURRENT_ASSIGNMENT.UNIT_ID),
            post.field(CURRENT_ASSIGNMENT.BODY_ID),
            PERSON_NAME.NAME,
            concat(
                coalesce(post.field(CURRENT_ASSIGNMENT.TITLE), inline("")),
                coalesce(concat(inline(" · "), CURRENT_UNIT.NAME), inline(""))),
            coalesce(PERSON_NAME.EMAIL, inline("")),
            concat(inline("/people/"), PERSON_NAME.PERSON_ID.cast(SQLDataType.VARCHAR)))
        .from(PERSON_NAME)
        .join(post)
        .on(DSL.trueCondition())
        .leftJoin(CURRENT_UNIT)
        .on(CURRENT_UNIT.TENANT_ID.eq(PERSON_NAME.TENANT_ID))
        .and(CURRENT_UNIT.UNIT_ID.eq(post.field(CURRENT_ASSIGNMENT.UNIT_ID)))
        .where(not(PERSON_NAME.PROTECTED));
  }
}
