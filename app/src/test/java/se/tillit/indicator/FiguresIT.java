package se.tillit.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.noCondition;
import static se.tillit.schema.indicator.Tables.CURRENT_FIGURE;
import static se.tillit.schema.indicator.Tables.MONTH_MEASUREMENT;

import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.tillit.audittrail.Subject;
import se.tillit.audittrail.Trail;
import se.tillit.kernel.Ids;
import se.tillit.testing.TillitTest;
import se.tillit.testing.Town;
import se.tillit.testing.Towns;

@TillitTest
class FiguresIT {

  @Autowired Towns towns;
  @Autowired Figures figures;
  @Autowired FigureStore store;
  @Autowired Trail trail;
  @Autowired DSLContext sql;

  @Test
  void everyIndicatorGivesFiguresAndTheRecordsBehindThem() {
    Town town = towns.found();

    town.within(() -> {
      figures.refresh();
      for (Indicator indicator : figures.all()) {
        Integer total =
            sql.select(org.jooq.impl.DSL.sum(CURRENT_FIGURE.TOTAL))
                .from(CURRENT_FIGURE)
                .where(CURRENT_FIGURE.INDICATOR.eq(indicator.key()))
                .fetchOne(0, Integer.class);
        var behind =
            figures.behind(
                indicator,
                (body, unit) -> noCondition(),
                new Figures.Window(10_000, 0, false, null));
        assertThat(behind).as(indicator.key()).hasSize(total == null ? 0 : total);
      }
      assertThat(sql.fetchCount(MONTH_MEASUREMENT)).isEqualTo(figures.all().size());
      return true;
    });
  }

  @Test
  void recomputesOnlyWhenSomethingHasChanged() {
    Town town = towns.found();
    town.within(() -> {
      figures.refresh();
      return true;
    });
    long before = town.within(() -> entryOf("improvement.actions-in-time"));

    town.within(() -> {
      trail.record("action.opened", Subject.of("action", Ids.next(), "Prov"));
      return true;
    });
    town.within(() -> {
      figures.refresh();
      return true;
    });

    assertThat(town.within(() -> entryOf("improvement.actions-in-time"))).isGreaterThan(before);
  }

  private long entryOf(String key) {
    return store.freshness().get(key).trailEntry();
  }
}
