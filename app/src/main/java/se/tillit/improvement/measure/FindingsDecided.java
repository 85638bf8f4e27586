package se.tillit.improvement.measure;

import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.when;
import static se.tillit.improvement.measure.Today.TODAY;
import static se.tillit.schema.improvement.Tables.PUBLISHED_FINDING;

import java.util.Set;
import java.util.UUID;
import org.jooq.Record8;
import org.jooq.Select;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;
import se.tillit.identity.Role;
import se.tillit.indicator.Indicator;

/// Findings that were decided upon within the tenant's days (K-4.1.7a): those of the last year, and
/// every one that still waits.
@Component
class FindingsDecided implements Indicator {

  @Override
  public String key() {
    return "improvement.findings-decided";
  }

  @Override
  public Set<String> subjects() {
    return Set.of("finding", "assignment", "unit");
  }

  @Override
  public String responsible() {
    return Role.MANAGER.key();
  }

  @Override
  public Select<Record8<UUID, UUID, UUID, String, Boolean, String, UUID, String>> records() {
    var f = PUBLISHED_FINDING;
    return select(
            f.BODY_ID,
            f.UNIT_ID,
            f.FINDING_ID,
            f.TITLE,
            field(
                when(f.DECISION.isNull(), f.DECIDE_BY.ge(TODAY))
                    .otherwise(f.DECIDED_DAY.le(f.DECIDE_BY))),
            inline("improvement.indicator.findings-decided.remedy"),
            f.PERSON_ID,
            concat(inline("/findings/"), f.FINDING_ID.cast(SQLDataType.VARCHAR)))
        .from(f)
        .where(f.DECISION.isNull().or(f.DECIDED_DAY.gt(TODAY.minus(365))));
  }
}
