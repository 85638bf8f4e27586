package se.tillit.indicator;

import static org.jooq.impl.DSL.val;

import java.time.Clock;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import se.tillit.identity.DemoChapter;
import se.tillit.kernel.Sweden;

/// The history of a demo's figures: the month ends of the last twenty-six months, so that last
/// year's reports have figures and a year before to compare with, reckoned back from today, most of
/// them poorer then and some better.
@Component
class DemoFigures implements DemoChapter {

  // Series and hashes that the typed language would only obscure.
  private static final String MONTHS_BACK =
      """
      insert into indicator.figure (tenant_id, indicator, day, body_id, unit_id, clause_id, met, total)
      select f.tenant_id, f.indicator, e.day, f.body_id, f.unit_id, f.clause_id,
             greatest(0, least(f.total,
               round(f.met + f.total * 0.03 * least(m.back, 8 + m.back / 4.0) * h.pace * case when h.mood = 0 then 0.5 else -1 end))),
             f.total
      from indicator.figure f
      cross join generate_series(1, 26) as m(back)
      cross join lateral (
        select (date_trunc('month', {0}::date) - make_interval(months => m.back - 1) - interval '1 day')::date as day) e
      cross join lateral (
        select abs(hashtext(f.indicator)) % 5 as mood,
               0.4 + (abs(hashtext(f.indicator || coalesce(f.unit_id, f.body_id, f.tenant_id)::text)) % 100) / 90.0
                 as pace) h
      where f.day = {0}::date
      """;

  private static final String SUMS =
      """
      insert into indicator.measurement (tenant_id, indicator, day, met, total)
      select f.tenant_id, f.indicator, f.day, sum(f.met), sum(f.total)
      from indicator.figure f
      where f.day < {0}::date
      group by f.tenant_id, f.indicator, f.day
      """;

  private final DSLContext sql;
  private final Figures figures;
  private final Clock clock;

  DemoFigures(DSLContext sql, Figures figures, Clock clock) {
    this.sql = sql;
    this.figures = figures;
    this.clock = clock;
  }

  @Override
  public int order() {
    return 58;
  }

  @Override
  public void write(String tenantKey) {
    figures.refresh();
    sql.query(MONTHS_BACK, val(Sweden.today(clock))).execute();
    sql.query(SUMS, val(Sweden.today(clock))).execute();
  }
}
