package se.tillit.improvement.finding;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static se.tillit.schema.improvement.Tables.FINDING;
import static se.tillit.schema.improvement.Tables.PUBLISHED_FINDING;
import static se.tillit.schema.organisation.Tables.CURRENT_UNIT;

import java.util.Set;
import java.util.UUID;
import org.jooq.Record7;
import org.jooq.Select;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;
import se.tillit.improvement.ImprovementPermissions;
import se.tillit.search.SearchSource;
import se.tillit.web.Icon;

/// Lets findings be found by their words.
@Component
class FindingSearch implements SearchSource {

  @Override
  public String kind() {
    return "finding";
  }

  @Override
  public String labelKey() {
    return "improvement.search.finding";
  }

  @Override
  public Icon icon() {
    return Icon.FILTER;
  }

  @Override
  public String permission() {
    return ImprovementPermissions.READ;
  }

  @Override
  public Set<String> subjects() {
    return Set.of("finding");
  }

  @Override
  public Select<Record7<UUID, UUID, UUID, String, String, String, String>> records() {
    return select(
            FINDING.ID,
            FINDING.UNIT_ID,
            PUBLISHED_FINDING.BODY_ID,
            FINDING.TITLE,
            coalesce(CURRENT_UNIT.NAME, inline("")),
            concat(
                FINDING.DESCRIPTION, inline(" "), FINDING.CAUSE, inline(" "), FINDING.REQUIREMENT),
            concat(inline("/findings/"), FINDING.ID.cast(SQLDataType.VARCHAR)))
        .from(FINDING)
        .join(PUBLISHED_FINDING)
        .on(PUBLISHED_FINDING.TENANT_ID.eq(FINDING.TENANT_ID))
        .and(PUBLISHED_FINDING.FINDING_ID.eq(FINDING.ID))
        .leftJoin(CURRENT_UNIT)
        .on(CURRENT_UNIT.TENANT_ID.eq(FINDING.TENANT_ID))
        .and(CURRENT_UNIT.UNIT_ID.eq(FINDING.UNIT_ID));
  }
}
