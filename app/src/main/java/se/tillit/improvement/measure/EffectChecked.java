package se.tillit.improvement.measure;

import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
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

/// Actions whose effect has been looked at in time (ISO/IEC 27001 clause 10.2 d): those judged in
/// the last year, and those done that wait to be.
@Component
class EffectChecked implements Indicator {

  @Override
  public String key() {
    return "improvement.effect-checked";
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
            field(
                a.STATE
                    .eq(inline("confirmed"))
                    .or(a.RECHECK_DAY.isNotNull().and(a.RECHECK_DAY.ge(TODAY)))),
            inline("improvement.indicator.effect-checked.remedy"),
            a.PERSON_ID,
            concat(inline("/actions/"), a.ACTION_ID.cast(SQLDataType.VARCHAR)))
        .from(a)
        .where(a.STATE.in(inline("done"), inline("confirmed")))
        .and(a.STATE.eq(inline("done")).or(a.DONE_DAY.gt(TODAY.minus(365))));
  }
}
