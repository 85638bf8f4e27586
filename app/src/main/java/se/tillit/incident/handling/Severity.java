package se.tillit.incident.handling;

import static se.tillit.schema.incident.Tables.CONSEQUENCE;
import static se.tillit.schema.incident.Tables.INCIDENT;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.tillit.audittrail.Detail;
import se.tillit.audittrail.Subject;
import se.tillit.audittrail.Trail;
import se.tillit.classification.Model;
import se.tillit.classification.Models;
import se.tillit.identity.Viewer;
import se.tillit.incident.ledger.Ledger;
import se.tillit.kernel.Acting;
import se.tillit.kernel.Refused;
import se.tillit.kernel.Stale;

/// How grave a case is: the worst of its consequences, by the categories and levels of the
/// municipality's own classification model; another level only with a motive.
@Component
class Severity {

  private final DSLContext sql;
  private final CaseReading reading;
  private final CaseStore store;
  private final Models models;
  private final Ledger ledger;
  private final Trail trail;

  Severity(
      DSLContext sql,
      CaseReading reading,
      CaseStore store,
      Models models,
      Ledger ledger,
      Trail trail) {
    this.sql = sql;
    this.reading = reading;
    this.store = store;
    this.models = models;
    this.ledger = ledger;
    this.trail = trail;
  }

  /// How grave somebody judges it.
  ///
  /// @param levels category key → level number
  /// @param decided another level than the worst, or none
  record Judgement(Map<String, Integer> levels, @Nullable Integer decided, String motive) {}

  @Transactional
  public Model model() {
    return models.current();
  }

  @Transactional(readOnly = true)
  public Map<String, Integer> consequences(UUID incident) {
    var levels = new LinkedHashMap<String, Integer>();
    sql.select(CONSEQUENCE.CATEGORY, CONSEQUENCE.LEVEL)
        .from(CONSEQUENCE)
        .where(CONSEQUENCE.INCIDENT_ID.eq(incident))
        .orderBy(CONSEQUENCE.CATEGORY)
        .fetch()
        .forEach(row -> levels.put(row.value1(), row.value2().intValue()));
    return levels;
  }

  @Transactional
  public Incident judge(Viewer viewer, UUID id, int version, Judgement judgement) {
    Incident before = reading.handled(viewer, id);
    CaseRegister.demandOpen(before);
    Model model = models.current();
    demandKnown(model, judgement);
    int worst = judgement.levels().values().stream().max(Integer::compareTo).orElse(0);
    int level = judgement.decided() == null ? worst : judgement.decided();
    if (level != worst && judgement.motive().isBlank()) {
      throw new Refused("incident.severity.motive-missing", model.level(worst).label())
          .at("motive");
    }
    Map<Field<?>, Object> columns = new LinkedHashMap<>();
    columns.put(INCIDENT.SEVERITY, (short) level);
    columns.put(INCIDENT.SEVERITY_OF, (short) model.levels().size());
    columns.put(INCIDENT.SEVERITY_LABEL, model.level(level).label());
    columns.put(INCIDENT.SEVERITY_MOTIVE, judgement.motive().strip());
    if (!store.update(id, version, columns)) {
      throw new Stale("incident", id);
    }
    keep(id, model, judgement.levels());
    ledger.note(id, "severity", model.level(level).label());
    trail.record(
        "incident.severity-judged",
        Subject.of("incident", id, before.reference()),
        Detail.none()
            .changed("severity", before.judged().severityLabel(), model.level(level).label())
            .with("worst", model.level(worst).label())
            .with("levels", said(model, judgement.levels())));
    return reading.handled(viewer, id);
  }

  /// `Liv och hälsa: Allvarlig`, and so on.
  private static List<String> said(Model model, Map<String, Integer> levels) {
    return model.categories().stream()
        .filter(it -> levels.containsKey(it.key()))
        .map(it -> it.name() + ": " + model.level(levels.getOrDefault(it.key(), 0)).label())
        .toList();
  }

  private static void demandKnown(Model model, Judgement judgement) {
    if (judgement.levels().isEmpty()) {
      throw new Refused("incident.severity.levels-missing")
          .at(
              model.categories().isEmpty()
                  ? "motive"
                  : "level." + model.categories().getFirst().key());
    }
    judgement
        .levels()
        .forEach((category, level) -> {
          boolean known = model.categories().stream().anyMatch(it -> it.key().equals(category));
          if (!known || !model.hasLevel(level)) {
            throw new Refused("incident.field.choice-unknown").at("level." + category);
          }
        });
    if (judgement.decided() != null && !model.hasLevel(judgement.decided())) {
      throw new Refused("incident.field.choice-unknown").at("decided");
    }
  }

  private void keep(UUID id, Model model, Map<String, Integer> levels) {
    sql.deleteFrom(CONSEQUENCE).where(CONSEQUENCE.INCIDENT_ID.eq(id)).execute();
    UUID tenant = Acting.current().tenant().value();
    for (Model.Category category : model.categories()) {
      Integer level = levels.get(category.key());
      if (level != null) {
        sql.insertInto(CONSEQUENCE)
            .values(tenant, id, category.key(), category.name(), level.shortValue())
            .execute();
      }
    }
  }
}
