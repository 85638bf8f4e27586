package se.tillit.asset.register;

import static org.jooq.impl.DSL.arrayAgg;
import static org.jooq.impl.DSL.cardinality;
import static org.jooq.impl.DSL.count;
import static se.tillit.schema.asset.Tables.INFORMATION_ASSET;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.tillit.audittrail.Detail;
import se.tillit.audittrail.Subject;
import se.tillit.audittrail.Trail;
import se.tillit.identity.Viewer;

/// Tells the trail what somebody takes out of the register before it goes: reading what is secret
/// leaves its mark, many at once too.
@Component
class TakenOut {

  private static final int NAMED = 200;

  private final DSLContext sql;
  private final Trail trail;

  TakenOut(DSLContext sql, Trail trail) {
    this.sql = sql;
    this.trail = trail;
  }

  @Transactional
  public void tell(Viewer viewer, AssetFilter filter, Map<String, String> parameters) {
    var row =
        sql.select(
                count(),
                arrayAgg(INFORMATION_ASSET.ID)
                    .orderBy(INFORMATION_ASSET.ID)
                    .filterWhere(cardinality(INFORMATION_ASSET.SECRECY).gt(0)))
            .from(INFORMATION_ASSET)
            .where(AssetConditions.visible(viewer, filter))
            .and(AssetConditions.matches(filter))
            .fetchSingle();
    UUID[] found = row.value2();
    List<UUID> secrets = found == null ? List.of() : Arrays.asList(found);
    trail.record(
        "asset.exported",
        new Subject("asset", null, ""),
        Detail.of("filter", said(parameters))
            .with("count", row.value1())
            .with("secretCount", secrets.size())
            .with("secrets", secrets.stream().limit(NAMED).toList()));
  }

  private static List<String> said(Map<String, String> parameters) {
    return new TreeMap<>(parameters)
        .entrySet().stream()
            .filter(one -> !one.getKey().equals("format") && !one.getValue().isBlank())
            .map(one -> one.getKey() + "=" + one.getValue())
            .toList();
  }
}
