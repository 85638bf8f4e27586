package se.tillit.improvement.measure;

import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.when;
import static se.tillit.improvement.measure.Today.TODAY;
import static se.tillit.schema.improvement.Tables.PUBLISHED_ACTION;

import java.util.Set;
import java.util.UUID;
import org.jooq.Record8;
import org.jooq.Select;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;
import se.tillit.identity.Role;
import se.tillit.indicator.Indicator;

/// Actions that keep their time: the open ones not late, and those of the last year that were done
/// in time.
@Component
class ActionsInTime implements Indicator {

  @Override
  public String key() {
    return "improvement.actions-in-time";
  }

  @Override
  public Set<String> subjects() {
    return Set.of("action", "assignment", "unit");
  }

  @Override
  public String responsible() {
    return Role.MANAGER.key();
  }

  @Override
  public Select<Record8<UUID, UUID, UUID, String, Boolean, String, UUID, String>> records() {
    var a = PUBLISHED_ACTION;
    return select(
            a.BODY_ID,
            a.UNIT_ID,
            a.ACTION_ID,
            a.TITLE,
            field(when(a.OPEN, a.DUE_DAY.ge(TODAY)).otherwise(a.DONE_DAY.le(a.DUE_DAY))),
            inline("improvement.indicator.actions-in-time.remedy"),
            a.PERSON_ID,
            concat(inline("/actions/"), a.ACTION_ID.cast(SQLDataType.VARCHAR)))
        .from(a)
        .where(a.OPEN.isTrue().or(a.DONE_DAY.gt(TODAY.minus(365))));
  }
}
