package se.tillit.classification.demo;

import static se.tillit.schema.asset.Tables.CURRENT_ASSET;
import static se.tillit.schema.asset.Tables.CURRENT_CARRIER;
import static se.tillit.schema.classification.Tables.ANSWER;
import static se.tillit.schema.classification.Tables.COMMON_CLASS;
import static se.tillit.schema.classification.Tables.COMMON_LEVEL;
import static se.tillit.schema.classification.Tables.DECISION;
import static se.tillit.schema.classification.Tables.OUTCOME;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import se.tillit.asset.Assets;
import se.tillit.asset.CarriersTouched;
import se.tillit.asset.SettledClass;
import se.tillit.audittrail.Detail;
import se.tillit.audittrail.Subject;
import se.tillit.audittrail.Trail;
import se.tillit.classification.Model;
import se.tillit.classification.Models;
import se.tillit.identity.DemoChapter;
import se.tillit.kernel.Acting;
import se.tillit.kernel.Ids;
import se.tillit.schema.asset.tables.records.CurrentAssetRecord;
import se.tillit.web.Words;

/// The fourth chapter of a demo: most assets are classified, some too long ago, some not yet.
@Component
class DemoClassifications implements DemoChapter {

  private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");
  private static final List<String> NEED = List.of("low", "medium", "high", "critical");
  private static final List<String> COMMON = List.of("Personakter", "Patientjournaler");

  private final DSLContext sql;
  private final Models models;
  private final Assets assets;
  private final Trail trail;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  DemoClassifications(
      DSLContext sql,
      Models models,
      Assets assets,
      Trail trail,
      ApplicationEventPublisher events,
      Clock clock) {
    this.sql = sql;
    this.models = models;
    this.assets = assets;
    this.trail = trail;
    this.events = events;
    this.clock = clock;
  }

  @Override
  public int order() {
    return 40;
  }

  @Override
  public void write(String tenantKey) {
    Model model = models.current();
    COMMON.forEach(type -> common(model, type));
    for (CurrentAssetRecord asset :
        sql.selectFrom(CURRENT_ASSET).orderBy(CURRENT_ASSET.ASSET_ID).fetch()) {
      classify(model, asset);
    }
    events.publishEvent(
        new CarriersTouched(
            sql.select(CURRENT_CARRIER.CARRIER_ID)
                .from(CURRENT_CARRIER)
                .fetchSet(CURRENT_CARRIER.CARRIER_ID)));
  }

  private void common(Model model, String type) {
    UUID id = Ids.next();
    sql.insertInto(COMMON_CLASS)
        .set(COMMON_CLASS.TENANT_ID, tenant())
        .set(COMMON_CLASS.ID, id)
        .set(COMMON_CLASS.MODEL_ID, model.id())
        .set(COMMON_CLASS.INFORMATION_TYPE, type)
        .set(COMMON_CLASS.MOTIVATION, Words.SWEDISH.t("classification.demo.common"))
        .set(COMMON_CLASS.DECIDED_ON, today().minusMonths(14))
        .execute();
    for (Model.Aspect aspect : model.aspects()) {
      sql.insertInto(COMMON_LEVEL)
          .set(COMMON_LEVEL.TENANT_ID, tenant())
          .set(COMMON_LEVEL.CLASS_ID, id)
          .set(COMMON_LEVEL.ASPECT, aspect.key())
          .set(COMMON_LEVEL.LEVEL, (short) (aspect.key().equals("confidentiality") ? 3 : 2))
          .execute();
    }
  }

  private void classify(Model model, CurrentAssetRecord asset) {
    int variety = Math.floorMod((asset.getName() + asset.getUnitId()).hashCode() * 17, 100);
    if (variety >= 82) {
      return;
    }
    boolean expired = variety >= 72;
    LocalDate decided = today().minusDays(expired ? 380L + variety : 20L + variety * 4L);
    LocalDate until = decided.plusMonths(model.validMonths());
    Map<String, Integer> levels = levels(asset);
    UUID id = decide(model, asset, decided, until);
    levels.forEach((aspect, level) -> conclude(model, id, aspect, level));
    int highest = levels.values().stream().max(Integer::compareTo).orElse(0);
    assets.settle(
        asset.getAssetId(),
        new SettledClass(
            highest,
            model.levels().size(),
            model.level(highest).label(),
            model.profile(levels),
            until));
    trail.record(
        "classification.decided",
        Subject.of("classification", id, asset.getName()),
        Detail.of("profile", model.profile(levels)).with("validUntil", until));
  }

  /// Confidentiality by what it holds, integrity and availability by how badly it is needed.
  private static Map<String, Integer> levels(CurrentAssetRecord asset) {
    int secret = asset.getSecrecy().length;
    int confidentiality =
        switch (asset.getPersonalData()) {
          case "special", "criminal" -> 3;
          case "ordinary" -> secret > 0 ? 2 : 1;
          default -> secret > 0 ? 3 : 0;
        };
    int normal = NEED.indexOf(asset.getCriticalityNormal());
    int crisis = NEED.indexOf(asset.getCriticalityCrisis());
    var levels = new LinkedHashMap<String, Integer>();
    levels.put("confidentiality", confidentiality);
    levels.put("integrity", Math.min(3, Math.max(1, (normal + confidentiality + 1) / 2)));
    levels.put("availability", Math.max(normal, crisis));
    return levels;
  }

  private UUID decide(Model model, CurrentAssetRecord asset, LocalDate decided, LocalDate until) {
    UUID id = Ids.next();
    Instant at = decided.atTime(10, 15).atZone(SWEDEN).toInstant();
    sql.insertInto(DECISION)
        .set(DECISION.TENANT_ID, tenant())
        .set(DECISION.ID, id)
        .set(DECISION.ASSET_ID, asset.getAssetId())
        .set(DECISION.MODEL_ID, model.id())
        .set(DECISION.STATE, "settled")
        .set(DECISION.PARTICIPANTS, Words.SWEDISH.t("classification.demo.participants"))
        .set(DECISION.BEGUN_AT, at)
        .set(DECISION.BEGUN_BY, Acting.current().name())
        .set(DECISION.DECIDED_AT, at)
        .set(DECISION.DECIDER, Words.SWEDISH.t("classification.demo.decider"))
        .set(DECISION.VALID_UNTIL, until)
        .execute();
    return id;
  }

  private void conclude(Model model, UUID decision, String aspect, int level) {
    int place = 0;
    for (Model.Category category : model.categories()) {
      int milder = Math.max(0, level - place++ % 3);
      sql.insertInto(ANSWER)
          .set(ANSWER.TENANT_ID, tenant())
          .set(ANSWER.DECISION_ID, decision)
          .set(ANSWER.ASPECT, aspect)
          .set(ANSWER.CATEGORY, category.key())
          .set(ANSWER.LEVEL, (short) milder)
          .execute();
    }
    sql.insertInto(OUTCOME)
        .set(OUTCOME.TENANT_ID, tenant())
        .set(OUTCOME.DECISION_ID, decision)
        .set(OUTCOME.ASPECT, aspect)
        .set(OUTCOME.LEVEL, (short) level)
        .set(
            OUTCOME.MOTIVATION,
            Words.SWEDISH.t("classification.demo.motivation." + aspect + "." + level))
        .execute();
  }

  private LocalDate today() {
    return LocalDate.now(clock.withZone(SWEDEN));
  }

  private static UUID tenant() {
    return Acting.current().tenant().value();
  }
}
