package se.tillit.improvement.action;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static se.tillit.schema.improvement.Tables.ACTION;
import static se.tillit.schema.improvement.Tables.PUBLISHED_ACTION;
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

/// Lets actions be found by their words.
@Component
class ActionSearch implements SearchSource {

  @Override
  public String kind() {
    return "action";
  }

  @Override
  public String labelKey() {
    return "improvement.search.kind";
  }

  @Override
  public Icon icon() {
    return Icon.ACTION;
  }

  @Override
  public String permission() {
    return ImprovementPermissions.READ;
  }

  @Override
  public Set<String> subjects() {
    return Set.of("action");
  }

  @Override
  public Select<Record7<UUID, UUID, UUID, String, String, String, String>> records() {
    return select(
            ACTION.ID,
            ACTION.UNIT_ID,
            PUBLISHED_ACTION.BODY_ID,
            ACTION.TITLE,
            coalesce(CURRENT_UNIT.NAME, inline("")),
            concat(ACTION.DESCRIPTION, inline(" "), ACTION.GOAL),
            concat(inline("/actions/"), ACTION.ID.cast(SQLDataType.VARCHAR)))
        .from(ACTION)
        .join(PUBLISHED_ACTION)
        .on(PUBLISHED_ACTION.TENANT_ID.eq(ACTION.TENANT_ID))
        .and(PUBLISHED_ACTION.ACTION_ID.eq(ACTION.ID))
        .leftJoin(CURRENT_UNIT)
        .on(CURRENT_UNIT.TENANT_ID.eq(ACTION.TENANT_ID))
        .and(CURRENT_UNIT.UNIT_ID.eq(ACTION.UNIT_ID));
  }
}
