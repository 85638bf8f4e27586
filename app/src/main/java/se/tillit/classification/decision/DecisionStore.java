package se.tillit.classification.decision;

import static se.tillit.schema.classification.Tables.ANSWER;
import static se.tillit.schema.classification.Tables.DECISION;
import static se.tillit.schema.classification.Tables.OUTCOME;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.tillit.classification.Model;
import se.tillit.classification.Models;
import se.tillit.kernel.Acting;
import se.tillit.kernel.Actor;
import se.tillit.kernel.Ids;
import se.tillit.kernel.PersonId;
import se.tillit.kernel.Stale;
import se.tillit.schema.classification.tables.records.DecisionRecord;

/// The rows of classifications.
@Component
class DecisionStore {

  private final DSLContext sql;
  private final Models models;
  private final Clock clock;

  DecisionStore(DSLContext sql, Models models, Clock clock) {
    this.sql = sql;
    this.models = models;
    this.clock = clock;
  }

  UUID begin(UUID asset, UUID model) {
    UUID id = Ids.next();
    Actor actor = Acting.current();
    sql.insertInto(DECISION)
        .set(DECISION.TENANT_ID, actor.tenant().value())
        .set(DECISION.ID, id)
        .set(DECISION.ASSET_ID, asset)
        .set(DECISION.MODEL_ID, model)
        .set(DECISION.STATE, "draft")
        .set(DECISION.BEGUN_AT, clock.instant())
        .set(DECISION.BEGUN_BY, actor.name())
        .execute();
    return id;
  }

  /// A person is known by her id, a machine by its name.
  boolean isDecidedBy(UUID id, Actor actor) {
    PersonId person = actor.person();
    return sql.fetchExists(
        DECISION,
        DECISION.ID.eq(id),
        person == null
            ? DECISION.DECIDED_BY.isNull().and(DECISION.DECIDER.eq(actor.name()))
            : DECISION.DECIDED_BY.eq(person.value()));
  }

  Optional<Decision> find(UUID id) {
    return one(DECISION.ID.eq(id));
  }

  Optional<Decision> ofAsset(UUID asset, Decision.State... states) {
    var names = java.util.Arrays.stream(states).map(DecisionStore::word).toList();
    return one(DECISION.ASSET_ID.eq(asset).and(DECISION.STATE.in(names)));
  }

  private Optional<Decision> one(Condition which) {
    return decisions(
            sql.selectFrom(DECISION)
                .where(which)
                .orderBy(DECISION.BEGUN_AT.desc())
                .limit(1)
                .fetch())
        .stream()
        .findFirst();
  }

  List<Decision> history(UUID asset) {
    return decisions(
        sql.selectFrom(DECISION)
            .where(DECISION.ASSET_ID.eq(asset))
            .and(DECISION.STATE.in("settled", "replaced", "rejected", "proposed"))
            .orderBy(DECISION.BEGUN_AT.desc())
            .limit(20)
            .fetch());
  }

  /// Decisions with their answers and outcomes, as many statements for twenty as for one; each
  /// version of the model is read once.
  private List<Decision> decisions(List<DecisionRecord> rows) {
    if (rows.isEmpty()) {
      return List.of();
    }
    List<UUID> ids = rows.stream().map(DecisionRecord::getId).toList();
    var answers = new HashMap<UUID, Map<String, Map<String, Integer>>>();
    sql.selectFrom(ANSWER)
        .where(ANSWER.DECISION_ID.in(ids))
        .forEach(it ->
            answers
                .computeIfAbsent(it.getDecisionId(), key -> new HashMap<>())
                .computeIfAbsent(it.getAspect(), key -> new HashMap<>())
                .put(it.getCategory(), it.getLevel().intValue()));
    var outcomes = new HashMap<UUID, Map<String, Decision.Outcome>>();
    sql.selectFrom(OUTCOME)
        .where(OUTCOME.DECISION_ID.in(ids))
        .forEach(it ->
            outcomes
                .computeIfAbsent(it.getDecisionId(), key -> new HashMap<>())
                .put(
                    it.getAspect(),
                    new Decision.Outcome(it.getLevel().intValue(), it.getMotivation())));
    var versions = new HashMap<UUID, Model>();
    return rows.stream()
        .map(row ->
            decision(
                row,
                versions.computeIfAbsent(row.getModelId(), models::version),
                answers.getOrDefault(row.getId(), Map.of()),
                outcomes.getOrDefault(row.getId(), Map.of())))
        .toList();
  }

  private static Decision decision(
      DecisionRecord row,
      Model model,
      Map<String, Map<String, Integer>> answers,
      Map<String, Decision.Outcome> outcomes) {
    return new Decision(
        row.getId(),
        row.getAssetId(),
        model,
        Decision.State.valueOf(row.getState().toUpperCase(Locale.ROOT)),
        answers,
        outcomes,
        new Decision.Circumstances(
            row.getBegunAt(),
            row.getBegunBy(),
            row.getParticipants(),
            row.getDecidedAt(),
            row.getDecider(),
            row.getValidUntil(),
            row.getApprover(),
            row.getApprovalNote()),
        row.getVersion());
  }

  void answer(UUID decision, String aspect, Map<String, Integer> levels) {
    UUID tenant = Acting.current().tenant().value();
    sql.deleteFrom(ANSWER)
        .where(ANSWER.DECISION_ID.eq(decision))
        .and(ANSWER.ASPECT.eq(aspect))
        .execute();
    for (var one : levels.entrySet()) {
      sql.insertInto(ANSWER)
          .set(ANSWER.TENANT_ID, tenant)
          .set(ANSWER.DECISION_ID, decision)
          .set(ANSWER.ASPECT, aspect)
          .set(ANSWER.CATEGORY, one.getKey())
          .set(ANSWER.LEVEL, one.getValue().shortValue())
          .execute();
    }
  }

  void conclude(UUID decision, String aspect, int level, String motivation) {
    sql.insertInto(OUTCOME)
        .set(OUTCOME.TENANT_ID, Acting.current().tenant().value())
        .set(OUTCOME.DECISION_ID, decision)
        .set(OUTCOME.ASPECT, aspect)
        .set(OUTCOME.LEVEL, (short) level)
        .set(OUTCOME.MOTIVATION, motivation)
        .onConflict(OUTCOME.TENANT_ID, OUTCOME.DECISION_ID, OUTCOME.ASPECT)
        .doUpdate()
        .set(OUTCOME.LEVEL, (short) level)
        .set(OUTCOME.MOTIVATION, motivation)
        .execute();
  }

  void decide(
      UUID id, Decision.State state, String participants, LocalDate until, @Nullable UUID person) {
    sql.update(DECISION)
        .set(DECISION.STATE, word(state))
        .set(DECISION.PARTICIPANTS, participants)
        .set(DECISION.VALID_UNTIL, until)
        .set(DECISION.DECIDED_AT, clock.instant())
        .set(DECISION.DECIDED_BY, person)
        .set(DECISION.DECIDER, Acting.current().name())
        .set(DECISION.VERSION, DECISION.VERSION.plus(1))
        .where(DECISION.ID.eq(id))
        .execute();
  }

  void replaceSettled(UUID asset) {
    sql.update(DECISION)
        .set(DECISION.STATE, word(Decision.State.REPLACED))
        .where(DECISION.ASSET_ID.eq(asset))
        .and(DECISION.STATE.eq(word(Decision.State.SETTLED)))
        .execute();
  }

  void judge(UUID id, int version, Decision.State state, String note) {
    int changed =
        sql.update(DECISION)
            .set(DECISION.STATE, word(state))
            .set(DECISION.APPROVED_AT, clock.instant())
            .set(DECISION.APPROVER, Acting.current().name())
            .set(DECISION.APPROVAL_NOTE, note)
            .set(DECISION.VERSION, version + 1)
            .where(DECISION.ID.eq(id))
            .and(DECISION.VERSION.eq(version))
            .execute();
    if (changed == 0) {
      throw new Stale("classification", id);
    }
  }

  void abandon(UUID id) {
    sql.update(DECISION)
        .set(DECISION.STATE, word(Decision.State.ABANDONED))
        .where(DECISION.ID.eq(id))
        .execute();
  }

  private static String word(Decision.State state) {
    return state.name().toLowerCase(Locale.ROOT);
  }
}
