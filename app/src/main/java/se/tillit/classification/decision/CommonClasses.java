package se.tillit.classification.decision;

import static org.jooq.impl.DSL.lower;
import static se.tillit.schema.classification.Tables.COMMON_CLASS;
import static se.tillit.schema.classification.Tables.COMMON_LEVEL;
import static se.tillit.schema.classification.Tables.MODEL;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.tillit.audittrail.Detail;
import se.tillit.audittrail.Subject;
import se.tillit.audittrail.Trail;
import se.tillit.classification.Model;
import se.tillit.classification.Models;
import se.tillit.kernel.Acting;
import se.tillit.kernel.Ids;
import se.tillit.kernel.Refused;

/// Classes decided once for information that many units have. A unit may raise them; lowering needs
/// approval.
@Component
class CommonClasses {

  private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

  private final DSLContext sql;
  private final Models models;
  private final Trail trail;
  private final Clock clock;

  CommonClasses(DSLContext sql, Models models, Trail trail, Clock clock) {
    this.sql = sql;
    this.models = models;
    this.trail = trail;
    this.clock = clock;
  }

  @Transactional(readOnly = true)
  public List<CommonClass> all() {
    return find(COMMON_CLASS.ENDED_ON.isNull());
  }

  private List<CommonClass> find(Condition which) {
    return sql.select(
            COMMON_CLASS.ID,
            COMMON_CLASS.INFORMATION_TYPE,
            COMMON_CLASS.MOTIVATION,
            COMMON_CLASS.DECIDED_ON)
        .from(COMMON_CLASS)
        .join(MODEL)
        .on(MODEL.ID.eq(COMMON_CLASS.MODEL_ID))
        .where(which)
        .and(MODEL.STATE.eq("adopted"))
        .orderBy(COMMON_CLASS.INFORMATION_TYPE)
        .fetch(row ->
            new CommonClass(
                row.value1(), row.value2(), row.value3(), row.value4(), levels(row.value1())));
  }

  private Map<String, Integer> levels(UUID id) {
    return sql.selectFrom(COMMON_LEVEL)
        .where(COMMON_LEVEL.CLASS_ID.eq(id))
        .fetchMap(COMMON_LEVEL.ASPECT, row -> row.getLevel().intValue());
  }

  Optional<CommonClass> forType(String informationType) {
    if (informationType.isBlank()) {
      return Optional.empty();
    }
    return find(
            COMMON_CLASS
                .ENDED_ON
                .isNull()
                .and(
                    lower(COMMON_CLASS.INFORMATION_TYPE)
                        .eq(informationType.strip().toLowerCase(Locale.ROOT))))
        .stream()
        .findFirst();
  }

  /// Whether the levels are lower in any aspect than what is common for such information.
  boolean isLowered(Model model, String informationType, Map<String, Integer> levels) {
    return forType(informationType)
        .map(it ->
            model.aspects().stream()
                .anyMatch(aspect ->
                    levels.getOrDefault(aspect.key(), 0)
                        < it.levels().getOrDefault(aspect.key(), 0)))
        .orElse(false);
  }

  @Transactional
  public UUID decide(String informationType, Map<String, Integer> levels, String motivation) {
    Model model = models.current();
    String type = informationType.strip();
    check(model, type, levels, motivation);
    forType(type).ifPresent(it -> end(it.id()));
    UUID id = Ids.next();
    UUID tenant = Acting.current().tenant().value();
    sql.insertInto(COMMON_CLASS)
        .set(COMMON_CLASS.TENANT_ID, tenant)
        .set(COMMON_CLASS.ID, id)
        .set(COMMON_CLASS.MODEL_ID, model.id())
        .set(COMMON_CLASS.INFORMATION_TYPE, type)
        .set(COMMON_CLASS.MOTIVATION, motivation.strip())
        .set(COMMON_CLASS.DECIDED_ON, today())
        .execute();
    for (Model.Aspect aspect : model.aspects()) {
      sql.insertInto(COMMON_LEVEL)
          .set(COMMON_LEVEL.TENANT_ID, tenant)
          .set(COMMON_LEVEL.CLASS_ID, id)
          .set(COMMON_LEVEL.ASPECT, aspect.key())
          .set(COMMON_LEVEL.LEVEL, levels.getOrDefault(aspect.key(), 0).shortValue())
          .execute();
    }
    trail.record(
        "classification.common-decided",
        Subject.of("classification", id, type),
        Detail.of("profile", model.profile(levels)).with("motivation", motivation));
    return id;
  }

  private static void check(
      Model model, String type, Map<String, Integer> levels, String motivation) {
    if (type.isEmpty()) {
      throw new Refused("classification.common.type-missing").at("informationType");
    }
    if (motivation.isBlank()) {
      throw new Refused("classification.common.motivation-missing").at("motivation");
    }
    for (Model.Aspect aspect : model.aspects()) {
      Integer level = levels.get(aspect.key());
      if (level == null || !model.hasLevel(level)) {
        throw new Refused("classification.level.missing", aspect.name()).at(aspect.key());
      }
    }
  }

  @Transactional
  public void end(UUID id) {
    sql.update(COMMON_CLASS)
        .set(COMMON_CLASS.ENDED_ON, today())
        .where(COMMON_CLASS.ID.eq(id))
        .execute();
    trail.record("classification.common-ended", Subject.of("classification", id, ""));
  }

  private LocalDate today() {
    return LocalDate.now(clock.withZone(SWEDEN));
  }
}
