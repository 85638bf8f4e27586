package se.tillit.classification.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static se.tillit.schema.asset.Tables.ASSET_OWNER;
import static se.tillit.schema.asset.Tables.CURRENT_ASSET;
import static se.tillit.schema.asset.Tables.CURRENT_CARRIER;

import java.util.Comparator;
import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import se.tillit.identity.DemoChapter;
import se.tillit.identity.Tenants;
import se.tillit.indicator.Indicator;
import se.tillit.kernel.Acting;
import se.tillit.kernel.Actor;
import se.tillit.testing.TillitTest;

@TillitTest
class DemoClassificationsIT {

  @Autowired List<DemoChapter> chapters;
  @Autowired List<Indicator> indicators;
  @Autowired Tenants tenants;
  @Autowired TransactionTemplate transaction;
  @Autowired DSLContext sql;

  @ParameterizedTest
  @ValueSource(strings = {"kommunen", "mellerud"})
  void showsGoodAndBadStates(String key) {
    var tenant = tenants.byKey(key).orElseGet(() -> tenants.open(key, "Demo " + key, true));
    Acting.run(
        Actor.system(tenant.id(), "Prov"),
        () ->
            transaction.executeWithoutResult(status -> {
              chapters.stream()
                  .filter(it -> it.order() == 10 || it.order() == 30 || it.order() == 40)
                  .sorted(Comparator.comparingInt(DemoChapter::order))
                  .forEach(it -> it.write(key));
              look();
              status.setRollbackOnly();
            }));
  }

  private void look() {
    int assets = sql.fetchCount(CURRENT_ASSET);
    int vacant = sql.fetchCount(ASSET_OWNER, ASSET_OWNER.OWNER_ID.isNull());
    int unclassified = sql.fetchCount(CURRENT_ASSET, CURRENT_ASSET.CLASS_LEVEL.lt((short) 0));
    int carriers = sql.fetchCount(CURRENT_CARRIER);
    assertThat(assets).isGreaterThan(80);
    assertThat(unclassified).isBetween(assets / 20, assets / 2);
    assertThat(vacant).isBetween(1, assets / 5);
    assertThat(carriers).isGreaterThan(20);
    for (Indicator indicator : indicators) {
      if (indicator.key().startsWith("asset.") || indicator.key().startsWith("classification.")) {
        long met =
            indicator.records().stream().filter(row -> Boolean.TRUE.equals(row.value5())).count();
        int total = indicator.records().fetch().size();
        assertThat(met).as(indicator.key()).isPositive().isLessThan(total);
      }
    }
  }
}
