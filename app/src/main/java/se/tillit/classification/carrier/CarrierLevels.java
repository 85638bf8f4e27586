package se.tillit.classification.carrier;

import static se.tillit.schema.asset.Tables.ASSET_ON_CARRIER;
import static se.tillit.schema.asset.Tables.CURRENT_ASSET;
import static se.tillit.schema.asset.Tables.CURRENT_CARRIER;
import static se.tillit.schema.classification.Tables.CARRIER_CLASS;
import static se.tillit.schema.classification.Tables.CARRIER_RAISE;
import static se.tillit.schema.classification.Tables.CARRIER_STANDING;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.tillit.asset.Assets;
import se.tillit.asset.CarriersTouched;
import se.tillit.asset.SettledClass;
import se.tillit.audittrail.Detail;
import se.tillit.audittrail.Subject;
import se.tillit.audittrail.Trail;
import se.tillit.classification.AssetClassed;
import se.tillit.classification.Model;
import se.tillit.classification.Models;
import se.tillit.identity.Viewer;
import se.tillit.kernel.Acting;
import se.tillit.kernel.Refused;
import se.tillit.kernel.Unknown;

/// The high-water mark (K-4.1.4b): each carrier needs, aspect by aspect, the highest level of what
/// it carries. It may be raised with a motivation, never lowered below.
@Component
class CarrierLevels {

  private final DSLContext sql;
  private final Models models;
  private final Assets assets;
  private final Trail trail;
  private final Clock clock;

  CarrierLevels(DSLContext sql, Models models, Assets assets, Trail trail, Clock clock) {
    this.sql = sql;
    this.models = models;
    this.assets = assets;
    this.trail = trail;
    this.clock = clock;
  }

  @EventListener
  void on(AssetClassed event) {
    settle(
        sql.select(ASSET_ON_CARRIER.CARRIER_ID)
            .from(ASSET_ON_CARRIER)
            .where(ASSET_ON_CARRIER.ASSET_ID.eq(event.asset()))
            .fetch(ASSET_ON_CARRIER.CARRIER_ID));
  }

  @EventListener
  void on(CarriersTouched event) {
    settle(event.carriers());
  }

  /// Settles every carrier anew, as when classes have expired overnight.
  @Transactional
  public void settleAll() {
    settle(
        sql.select(CURRENT_CARRIER.CARRIER_ID)
            .from(CURRENT_CARRIER)
            .fetch(CURRENT_CARRIER.CARRIER_ID));
  }

  private void settle(Collection<UUID> carriers) {
    if (carriers.isEmpty()) {
      return;
    }
    Model model = models.current();
    var levels = new HashMap<UUID, Map<String, Integer>>();
    sql.select(CARRIER_CLASS.CARRIER_ID, CARRIER_CLASS.ASPECT, CARRIER_CLASS.LEVEL)
        .from(CARRIER_CLASS)
        .where(CARRIER_CLASS.CARRIER_ID.in(carriers))
        .and(CARRIER_CLASS.LEVEL.isNotNull())
        .forEach(row ->
            levels
                .computeIfAbsent(row.value1(), key -> new HashMap<>())
                .put(row.value2(), row.value3().intValue()));
    Set<UUID> complete = complete(carriers);
    var settled = new ArrayList<Assets.SettledCarrier>();
    for (UUID carrier : carriers) {
      Map<String, Integer> found = levels.getOrDefault(carrier, Map.of());
      boolean whole = complete.contains(carrier) && !found.isEmpty();
      settled.add(
          new Assets.SettledCarrier(carrier, whole ? settledAt(model, found) : SettledClass.NONE));
    }
    assets.settleCarriers(settled);
  }

  private Set<UUID> complete(Collection<UUID> carriers) {
    return Set.copyOf(
        sql.select(CARRIER_STANDING.CARRIER_ID)
            .from(CARRIER_STANDING)
            .where(CARRIER_STANDING.CARRIER_ID.in(carriers))
            .and(CARRIER_STANDING.CARRIED.gt(0L))
            .and(CARRIER_STANDING.CLASSIFIED.eq(CARRIER_STANDING.CARRIED))
            .fetch(CARRIER_STANDING.CARRIER_ID));
  }

  private static SettledClass settledAt(Model model, Map<String, Integer> levels) {
    int highest = levels.values().stream().max(Integer::compareTo).orElse(0);
    return new SettledClass(
        highest, model.levels().size(), model.level(highest).label(), model.profile(levels), null);
  }

  /// Each aspect's level on a carrier, and why it is so. Assets out of the viewer's reach are
  /// counted, not named.
  @Transactional(readOnly = true)
  public List<CarrierAspect> of(Viewer viewer, UUID carrier, Model model) {
    var because = CURRENT_ASSET.as("because");
    var found =
        sql.select(CARRIER_CLASS.fields())
            .select(because.NAME, because.UNIT_ID)
            .from(CARRIER_CLASS)
            .leftJoin(because)
            .on(because.ASSET_ID.eq(CARRIER_CLASS.BECAUSE_OF))
            .where(CARRIER_CLASS.CARRIER_ID.eq(carrier))
            .fetchMap(CARRIER_CLASS.ASPECT);
    var scope = viewer.scope("classification.read");
    var all = new ArrayList<CarrierAspect>();
    for (Model.Aspect aspect : model.aspects()) {
      var row = found.get(aspect.key());
      if (row == null) {
        continue;
      }
      UUID unit = row.get(because.UNIT_ID);
      boolean named = unit != null && scope.reaches(unit);
      Short derived = row.get(CARRIER_CLASS.DERIVED_LEVEL);
      Short raised = row.get(CARRIER_CLASS.RAISED_LEVEL);
      all.add(
          new CarrierAspect(
              aspect,
              derived == null ? -1 : derived,
              raised == null ? -1 : raised,
              named ? row.get(CARRIER_CLASS.BECAUSE_OF) : null,
              named ? row.get(because.NAME) : null,
              row.get(CARRIER_CLASS.RAISE_MOTIVATION),
              row.get(CARRIER_CLASS.RAISED_BY)));
    }
    return all;
  }

  /// How much it carries, and how much of that has a class that stands.
  record Standing(long carried, long classified) {

    boolean isWhole() {
      return carried > 0 && carried == classified;
    }
  }

  @Transactional(readOnly = true)
  public Standing standing(UUID carrier) {
    return sql.select(CARRIER_STANDING.CARRIED, CARRIER_STANDING.CLASSIFIED)
        .from(CARRIER_STANDING)
        .where(CARRIER_STANDING.CARRIER_ID.eq(carrier))
        .fetchOptional(row -> new Standing(row.value1(), row.value2()))
        .orElseThrow(() -> new Unknown("carrier", carrier));
  }

  /// Raises a carrier above what its information demands, as for accumulation or aggregation.
  @Transactional
  public void raise(Viewer viewer, UUID carrier, String aspect, int level, String motivation) {
    Model model = models.current();
    Model.Aspect raised = model.aspect(aspect).orElseThrow(() -> new Unknown("aspect", aspect));
    String name = writable(viewer, carrier);
    if (!model.hasLevel(level) || level == 0) {
      throw new Refused("classification.level.missing", raised.name()).at("level");
    }
    if (motivation.isBlank()) {
      throw new Refused("classification.motivation.missing", raised.name()).at("motivation");
    }
    Short derived =
        sql.select(CARRIER_CLASS.DERIVED_LEVEL)
            .from(CARRIER_CLASS)
            .where(CARRIER_CLASS.CARRIER_ID.eq(carrier))
            .and(CARRIER_CLASS.ASPECT.eq(aspect))
            .fetchOne(CARRIER_CLASS.DERIVED_LEVEL);
    if (derived != null && level <= derived) {
      throw new Refused("classification.raise.not-above", raised.name()).at("level");
    }
    write(carrier, model, aspect, level, motivation.strip());
    settle(List.of(carrier));
    trail.record(
        "classification.carrier-raised",
        Subject.of("carrier", carrier, name),
        Detail.of("aspect", aspect).with("level", level).with("motivation", motivation));
  }

  private void write(UUID carrier, Model model, String aspect, int level, String motivation) {
    sql.deleteFrom(CARRIER_RAISE)
        .where(CARRIER_RAISE.CARRIER_ID.eq(carrier))
        .and(CARRIER_RAISE.ASPECT.eq(aspect))
        .execute();
    sql.insertInto(CARRIER_RAISE)
        .set(CARRIER_RAISE.TENANT_ID, Acting.current().tenant().value())
        .set(CARRIER_RAISE.CARRIER_ID, carrier)
        .set(CARRIER_RAISE.MODEL_ID, model.id())
        .set(CARRIER_RAISE.ASPECT, aspect)
        .set(CARRIER_RAISE.LEVEL, (short) level)
        .set(CARRIER_RAISE.MOTIVATION, motivation)
        .set(CARRIER_RAISE.RAISED_BY, Acting.current().name())
        .set(CARRIER_RAISE.RAISED_AT, clock.instant())
        .execute();
  }

  @Transactional
  public void withdraw(Viewer viewer, UUID carrier, String aspect) {
    String name = writable(viewer, carrier);
    sql.deleteFrom(CARRIER_RAISE)
        .where(CARRIER_RAISE.CARRIER_ID.eq(carrier))
        .and(CARRIER_RAISE.ASPECT.eq(aspect))
        .execute();
    settle(List.of(carrier));
    trail.record(
        "classification.carrier-raise-withdrawn",
        Subject.of("carrier", carrier, name),
        Detail.of("aspect", aspect));
  }

  private String writable(Viewer viewer, UUID carrier) {
    var found =
        sql.select(CURRENT_CARRIER.NAME, CURRENT_CARRIER.UNIT_ID)
            .from(CURRENT_CARRIER)
            .where(CURRENT_CARRIER.CARRIER_ID.eq(carrier))
            .fetchOptional()
            .orElseThrow(() -> new Unknown("carrier", carrier));
    viewer.demand("asset.write", found.value2());
    return found.value1();
  }
}
