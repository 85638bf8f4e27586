package se.tillit.incident.clock;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.selectOne;
import static se.tillit.schema.incident.Tables.CLOCK;
import static se.tillit.schema.incident.Tables.CLOCK_CHANGE;
import static se.tillit.schema.incident.Tables.CLOCK_STEP;
import static se.tillit.schema.incident.Tables.INCIDENT;
import static se.tillit.schema.incident.Tables.SUBMISSION;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.tillit.identity.Viewer;
import se.tillit.incident.CaseScope;
import se.tillit.incident.CaseTime;
import se.tillit.kernel.Unknown;
import se.tillit.web.Cursor;

/// Reads clocks: those of a case, one of them, and all that run within reach.
@Component
class ClockReading {

  private static final String NOW = "now_in_case";

  private final DSLContext sql;
  private final CaseTime time;

  ClockReading(DSLContext sql, CaseTime time) {
    this.sql = sql;
    this.time = time;
  }

  /// What was changed in a clock, and why.
  record Change(Instant at, String by, String what, String before, String after, String reason) {}

  @Transactional(readOnly = true)
  public List<StatutoryClock> ofIncident(UUID incident) {
    return whole(CLOCK.INCIDENT_ID.eq(incident));
  }

  @Transactional(readOnly = true)
  public StatutoryClock find(Viewer viewer, UUID id) {
    return one(CLOCK.ID.eq(id).and(within(viewer))).orElseThrow(() -> new Unknown("clock", id));
  }

  @Transactional(readOnly = true)
  public StatutoryClock load(UUID id) {
    return one(CLOCK.ID.eq(id)).orElseThrow(() -> new Unknown("clock", id));
  }

  /// The clock without a case that is the same in all that was typed.
  Optional<UUID> alone(String regime, StatutoryClock.Responsible who, String title, Instant start) {
    return sql.select(CLOCK.ID)
        .from(CLOCK)
        .where(CLOCK.INCIDENT_ID.isNull())
        .and(CLOCK.REGIME.eq(regime))
        .and(coalesce(CLOCK.LEGAL_ENTITY_ID, CLOCK.BODY_ID).eq(who.id()))
        .and(CLOCK.TITLE.eq(title))
        .and(CLOCK.STARTED_AT.eq(start))
        .limit(1)
        .fetchOptional(CLOCK.ID);
  }

  /// When the event of a case had been handled, once it has.
  @Nullable Instant handledAt(UUID incident) {
    return sql.select(INCIDENT.HANDLED_AT)
        .from(INCIDENT)
        .where(INCIDENT.ID.eq(incident))
        .fetchOne(INCIDENT.HANDLED_AT);
  }

  @Transactional(readOnly = true)
  public List<Change> changes(UUID clockId) {
    return sql.select(
            CLOCK_CHANGE.AT,
            CLOCK_CHANGE.BY,
            CLOCK_CHANGE.WHAT,
            CLOCK_CHANGE.BEFORE,
            CLOCK_CHANGE.AFTER,
            CLOCK_CHANGE.REASON)
        .from(CLOCK_CHANGE)
        .where(CLOCK_CHANGE.CLOCK_ID.eq(clockId))
        .orderBy(CLOCK_CHANGE.AT.desc(), CLOCK_CHANGE.ID.desc())
        .limit(50)
        .fetch(org.jooq.Records.mapping(Change::new));
  }

  /// A page of clocks within reach, by what they demand next: those of exercises by themselves.
  @Transactional(readOnly = true)
  public List<StatutoryClock> page(
      Viewer viewer, ClockFilter filter, @Nullable Cursor after, Instant now, int limit) {
    boolean ended = filter.shownWhich().equals("ended");
    List<UUID> ids =
        ended ? ended(viewer, filter, after, limit) : running(viewer, filter, after, now, limit);
    Map<UUID, StatutoryClock> found = new HashMap<>();
    whole(CLOCK.ID.in(ids)).forEach(it -> found.put(it.id(), it));
    return ids.stream().map(found::get).filter(java.util.Objects::nonNull).toList();
  }

  private List<UUID> running(
      Viewer viewer, ClockFilter filter, @Nullable Cursor after, Instant now, int limit) {
    var next = CLOCK_STEP.as("next_step");
    var far = inline(FAR, next.NEXT_AT);
    boolean late = filter.shownWhich().equals("late");
    return sql.select(CLOCK.ID)
        .from(next)
        .join(CLOCK)
        .on(CLOCK.TENANT_ID.eq(next.TENANT_ID))
        .and(CLOCK.ID.eq(next.CLOCK_ID))
        .leftJoin(INCIDENT)
        .on(INCIDENT.TENANT_ID.eq(CLOCK.TENANT_ID))
        .and(INCIDENT.ID.eq(CLOCK.INCIDENT_ID))
        .where(next.STATE.eq(inline("open")))
        .and(ofWhich(filter))
        .and(within(viewer))
        .and(wanted(filter))
        .and(late ? late(next, now).and(noneLateBefore(next, now)) : noneBefore(next))
        .and(
            after == null
                ? noCondition()
                : row(coalesce(next.NEXT_AT, far), CLOCK.ID)
                    .gt(inline(after.instant(0), next.NEXT_AT), inline(after.id(1))))
        .orderBy(coalesce(next.NEXT_AT, far), CLOCK.ID)
        .limit(limit)
        .fetch(CLOCK.ID);
  }

  /// Each clock once: by the first of its open steps.
  private static Condition noneBefore(se.tillit.schema.incident.tables.ClockStep next) {
    var earlier = CLOCK_STEP.as("earlier");
    var far = inline(FAR, next.NEXT_AT);
    return notExists(
        selectOne()
            .from(earlier)
            .where(earlier.TENANT_ID.eq(next.TENANT_ID))
            .and(earlier.CLOCK_ID.eq(next.CLOCK_ID))
            .and(earlier.STATE.eq(inline("open")))
            .and(
                row(coalesce(earlier.NEXT_AT, far), earlier.ID)
                    .lt(coalesce(next.NEXT_AT, far), next.ID)));
  }

  private static Condition late(se.tillit.schema.incident.tables.ClockStep step, Instant now) {
    return step.DUE_AT.lt(now).and(step.OPTIONAL.isFalse());
  }

  /// Each late clock once: by the first of its late steps, whatever is only advised before it.
  private static Condition noneLateBefore(
      se.tillit.schema.incident.tables.ClockStep next, Instant now) {
    var earlier = CLOCK_STEP.as("earlier");
    return notExists(
        selectOne()
            .from(earlier)
            .where(earlier.TENANT_ID.eq(next.TENANT_ID))
            .and(earlier.CLOCK_ID.eq(next.CLOCK_ID))
            .and(earlier.STATE.eq(inline("open")))
            .and(late(earlier, now))
            .and(row(earlier.NEXT_AT, earlier.ID).lt(next.NEXT_AT, next.ID)));
  }

  private List<UUID> ended(Viewer viewer, ClockFilter filter, @Nullable Cursor after, int limit) {
    return sql.select(CLOCK.ID)
        .from(CLOCK)
        .leftJoin(INCIDENT)
        .on(INCIDENT.TENANT_ID.eq(CLOCK.TENANT_ID))
        .and(INCIDENT.ID.eq(CLOCK.INCIDENT_ID))
        .where(CLOCK.STATE.ne(inline("running")))
        .and(ofWhich(filter))
        .and(within(viewer))
        .and(wanted(filter))
        .and(
            after == null
                ? noCondition()
                : row(CLOCK.STARTED_AT, CLOCK.ID).lt(after.instant(0), after.id(1)))
        .orderBy(CLOCK.STARTED_AT.desc(), CLOCK.ID.desc())
        .limit(limit)
        .fetch(CLOCK.ID);
  }

  static final Instant FAR = Instant.parse("9999-01-01T00:00:00Z");

  /// Where the next page begins.
  static Cursor cursorOf(ClockFilter filter, StatutoryClock last) {
    if (filter.shownWhich().equals("ended")) {
      return Cursor.of(last.start().at(), last.id());
    }
    boolean late = filter.shownWhich().equals("late");
    Instant next = (late ? last.next() : last.first()).map(ClockStep::nextAt).orElse(null);
    return Cursor.of(next == null ? FAR : next, last.id());
  }

  private static Condition ofWhich(ClockFilter filter) {
    return filter.isOfExercises()
        ? INCIDENT.EXERCISE_ID.isNotNull()
        : INCIDENT.EXERCISE_ID.isNull();
  }

  private static Condition wanted(ClockFilter filter) {
    Condition wanted = noCondition();
    if (!ClockFilter.blank(filter.regime())) {
      wanted = wanted.and(CLOCK.REGIME.eq(filter.regime()));
    }
    return filter.body() == null ? wanted : wanted.and(CLOCK.BODY_ID.eq(filter.body()));
  }

  /// For a statement that reads both clock and incident.
  private static Condition within(Viewer viewer) {
    return CaseScope.aloneSeenBy(viewer)
        .or(CLOCK.INCIDENT_ID.isNotNull().and(CaseScope.seenBy(viewer)));
  }

  private Optional<StatutoryClock> one(Condition which) {
    return whole(which).stream().findFirst();
  }

  private List<StatutoryClock> whole(Condition which) {
    var rows =
        sql.select(CLOCK.fields())
            .select(
                INCIDENT.REFERENCE, INCIDENT.EXERCISE_ID, time.nowOf(INCIDENT.EXERCISE_ID).as(NOW))
            .from(CLOCK)
            .leftJoin(INCIDENT)
            .on(INCIDENT.TENANT_ID.eq(CLOCK.TENANT_ID))
            .and(INCIDENT.ID.eq(CLOCK.INCIDENT_ID))
            .where(which)
            .orderBy(CLOCK.STARTED_AT, CLOCK.ID)
            .limit(500)
            .fetch();
    Map<UUID, List<ClockStep>> steps = steps(rows.map(row -> row.get(CLOCK.ID)));
    return rows.map(row -> clock(row, steps.getOrDefault(row.get(CLOCK.ID), List.of())));
  }

  private Map<UUID, List<ClockStep>> steps(Collection<UUID> clocks) {
    var steps = new HashMap<UUID, List<ClockStep>>();
    sql.select(CLOCK_STEP.fields())
        .select(SUBMISSION.fields())
        .from(CLOCK_STEP)
        .leftJoin(SUBMISSION)
        .on(SUBMISSION.TENANT_ID.eq(CLOCK_STEP.TENANT_ID))
        .and(SUBMISSION.STEP_ID.eq(CLOCK_STEP.ID))
        .where(CLOCK_STEP.CLOCK_ID.in(clocks))
        .orderBy(CLOCK_STEP.POSITION)
        .forEach(row ->
            steps
                .computeIfAbsent(row.get(CLOCK_STEP.CLOCK_ID), any -> new ArrayList<>())
                .add(step(row)));
    return steps;
  }

  private static ClockStep step(Record row) {
    return new ClockStep(
        row.get(CLOCK_STEP.ID),
        row.get(CLOCK_STEP.CODE),
        row.get(CLOCK_STEP.ROUND),
        row.get(CLOCK_STEP.NAME),
        row.get(CLOCK_STEP.OPTIONAL),
        row.get(CLOCK_STEP.RECIPIENT),
        row.get(CLOCK_STEP.COUNTS_FROM),
        row.get(CLOCK_STEP.BASE_AT),
        row.get(CLOCK_STEP.DUE_AT),
        row.get(CLOCK_STEP.ADVISED_AT),
        row.get(CLOCK_STEP.EXTENDED_BECAUSE),
        ClockStep.State.of(row.get(CLOCK_STEP.STATE)),
        row.get(SUBMISSION.ID) == null ? null : submission(row));
  }

  private static ClockStep.Submission submission(Record row) {
    return new ClockStep.Submission(
        row.get(SUBMISSION.STAGE),
        row.get(SUBMISSION.SUBMITTED_AT),
        row.get(SUBMISSION.RECIPIENT),
        row.get(SUBMISSION.CHANNEL),
        row.get(SUBMISSION.CASE_NUMBER),
        row.get(SUBMISSION.SUBMITTER),
        row.get(SUBMISSION.APPROVER),
        row.get(SUBMISSION.LATE_BECAUSE));
  }

  private static StatutoryClock clock(Record row, List<ClockStep> steps) {
    String reference = row.get(INCIDENT.REFERENCE);
    Instant waivedAt = row.get(CLOCK.WAIVED_AT);
    return new StatutoryClock(
        row.get(CLOCK.ID),
        row.get(CLOCK.INCIDENT_ID),
        row.get(INCIDENT.EXERCISE_ID),
        reference == null ? "" : reference,
        row.get(CLOCK.REGIME),
        row.get(CLOCK.DEFINITION_ID),
        row.get(CLOCK.NAME),
        new StatutoryClock.Responsible(
            row.get(CLOCK.LEGAL_ENTITY_ID),
            row.get(CLOCK.BODY_ID),
            row.get(CLOCK.RESPONSIBLE),
            row.get(CLOCK.COUNTERPARTY)),
        row.get(CLOCK.TITLE),
        row.get(CLOCK.AGREED),
        StatutoryClock.State.of(row.get(CLOCK.STATE)),
        new StatutoryClock.Start(
            row.get(CLOCK.STARTED_AT), row.get(CLOCK.DECLARED_BY), row.get(CLOCK.DECLARED_AT)),
        row.get(CLOCK.DIARY_NUMBER),
        waivedAt == null
            ? null
            : new StatutoryClock.Waiver(
                row.get(CLOCK.WAIVED_BECAUSE),
                row.get(CLOCK.WAIVED_BY),
                waivedAt,
                row.get(CLOCK.DELEGATE),
                row.get(CLOCK.DELEGATION_POINT)),
        steps,
        row.get(NOW, Instant.class),
        row.get(CLOCK.VERSION));
  }
}
