package se.tillit.improvement.finding;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectCount;
import static org.jooq.impl.DSL.selectOne;
import static se.tillit.schema.improvement.Tables.ACTION;
import static se.tillit.schema.improvement.Tables.FINDING;
import static se.tillit.schema.organisation.Tables.CURRENT_BODY;
import static se.tillit.schema.organisation.Tables.CURRENT_UNIT;
import static se.tillit.schema.organisation.Tables.CURRENT_UNIT_ANCESTOR;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectJoinStep;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.tillit.identity.Scope;
import se.tillit.identity.Viewer;
import se.tillit.improvement.FindingKind;
import se.tillit.improvement.ImprovementPermissions;
import se.tillit.improvement.NewAction;
import se.tillit.improvement.NewFinding;
import se.tillit.kernel.Acting;
import se.tillit.kernel.Ids;
import se.tillit.web.Cursor;

/// Rows of findings.
@Component
class FindingStore {

  /// The word of an action's source when a finding is.
  static final String KIND = "finding";

  private static final String OWN = "own";
  private static final Field<LocalDate> TODAY = field("kernel.today()", LocalDate.class);

  private static final Field<Integer> ACTIONS =
      field(
              selectCount()
                  .from(ACTION)
                  .where(ACTION.TENANT_ID.eq(FINDING.TENANT_ID))
                  .and(ACTION.SOURCE_RECORD.eq(FINDING.ID)))
          .as("actions");
  private static final Field<Integer> OPEN_ACTIONS =
      field(
              selectCount()
                  .from(ACTION)
                  .where(ACTION.TENANT_ID.eq(FINDING.TENANT_ID))
                  .and(ACTION.SOURCE_RECORD.eq(FINDING.ID))
                  .and(ACTION.OPEN.eq(true)))
          .as("open_actions");

  private final DSLContext sql;
  private final Clock clock;

  FindingStore(DSLContext sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /// How many of those seen are not closed, and how many of these wait for a decision too long.
  record Sum(int open, int late) {}

  UUID insert(NewFinding finding, LocalDate found, LocalDate decideBy, String cause) {
    UUID id = Ids.next();
    NewAction.Source source = finding.source();
    var by = Acting.current().person();
    sql.insertInto(FINDING)
        .set(columns(finding, cause))
        .set(FINDING.TENANT_ID, tenant())
        .set(FINDING.ID, id)
        .set(FINDING.SOURCE_KIND, source == null ? OWN : source.kind())
        .set(FINDING.SOURCE_RECORD, source == null ? null : source.record())
        .set(FINDING.SOURCE_LABEL, source == null ? null : source.label())
        .set(FINDING.SOURCE_PATH, source == null ? null : source.path())
        .set(FINDING.FOUND_DAY, found)
        .set(FINDING.DECIDE_BY, decideBy)
        .set(FINDING.CREATED_BY, by == null ? null : by.value())
        .set(FINDING.CREATED_AT, clock.instant())
        .execute();
    return id;
  }

  boolean update(UUID id, int version, NewFinding finding, String cause) {
    return change(id, version, columns(finding, cause));
  }

  boolean decide(UUID id, int version, Decision decision, String motive, LocalDate day) {
    var values = new LinkedHashMap<Field<?>, @Nullable Object>();
    values.put(FINDING.DECISION, decision.key());
    values.put(FINDING.MOTIVE, motive);
    values.put(FINDING.DECIDED_DAY, day);
    values.put(FINDING.DECIDED_BY, Acting.current().name());
    return change(id, version, values);
  }

  boolean close(UUID id, int version, @Nullable LocalDate day, String conclusion) {
    var values = new LinkedHashMap<Field<?>, @Nullable Object>();
    values.put(FINDING.CLOSED_DAY, day);
    values.put(FINDING.CONCLUSION, conclusion);
    return change(id, version, values);
  }

  List<Finding> page(Viewer viewer, FindingFilter filter, @Nullable Cursor after, int limit) {
    return findings()
        .where(seen(viewer))
        .and(wanted(filter))
        .and(
            after == null
                ? noCondition()
                : row(FINDING.FOUND_DAY, FINDING.ID).lt(after.day(0), after.id(1)))
        .orderBy(FINDING.FOUND_DAY.desc(), FINDING.ID.desc())
        .limit(limit)
        .fetch(FindingStore::finding);
  }

  Optional<Finding> one(Viewer viewer, UUID id) {
    return findings()
        .where(seen(viewer))
        .and(FINDING.ID.eq(id))
        .fetchOptional(FindingStore::finding);
  }

  Sum sum(Viewer viewer) {
    return sql.select(
            count(),
            count().filterWhere(FINDING.DECISION.isNull().and(FINDING.DECIDE_BY.lt(TODAY))))
        .from(FINDING)
        .where(FINDING.CLOSED_DAY.isNull())
        .and(seen(viewer))
        .fetchSingle(it -> new Sum(it.value1(), it.value2()));
  }

  boolean knowsUnit(UUID unit) {
    return sql.fetchExists(selectOne().from(CURRENT_UNIT).where(CURRENT_UNIT.UNIT_ID.eq(unit)));
  }

  boolean knowsBody(UUID body) {
    return sql.fetchExists(selectOne().from(CURRENT_BODY).where(CURRENT_BODY.BODY_ID.eq(body)));
  }

  private boolean change(UUID id, int version, Map<Field<?>, @Nullable Object> values) {
    return sql.update(FINDING)
            .set(values)
            .set(FINDING.VERSION, FINDING.VERSION.plus(1))
            .where(FINDING.ID.eq(id))
            .and(FINDING.VERSION.eq(version))
            .execute()
        == 1;
  }

  private SelectJoinStep<?> findings() {
    return sql.select(FINDING.fields())
        .select(CURRENT_UNIT.NAME, CURRENT_BODY.NAME, CURRENT_BODY.BODY_ID, ACTIONS, OPEN_ACTIONS)
        .from(FINDING)
        .leftJoin(CURRENT_UNIT)
        .on(CURRENT_UNIT.TENANT_ID.eq(FINDING.TENANT_ID))
        .and(CURRENT_UNIT.UNIT_ID.eq(FINDING.UNIT_ID))
        .leftJoin(CURRENT_BODY)
        .on(CURRENT_BODY.TENANT_ID.eq(FINDING.TENANT_ID))
        .and(CURRENT_BODY.BODY_ID.eq(coalesce(FINDING.BODY_ID, CURRENT_UNIT.BODY_ID)));
  }

  /// What lies within reach, and what one has found oneself.
  private static Condition seen(Viewer viewer) {
    var me = viewer.person();
    Condition own = me == null ? falseCondition() : FINDING.CREATED_BY.eq(me.value());
    Scope scope = viewer.scope(ImprovementPermissions.READ);
    return scope.everything()
        ? noCondition()
        : scope
            .covers(FINDING.UNIT_ID)
            .or(FINDING.UNIT_ID.isNull().and(scope.coversBody(FINDING.BODY_ID)))
            .or(own);
  }

  private static Condition wanted(FindingFilter filter) {
    Condition wanted =
        switch (filter.shownWhich()) {
          case "open" -> FINDING.CLOSED_DAY.isNull();
          case "undecided" -> FINDING.DECISION.isNull();
          case "late" -> FINDING.DECISION.isNull().and(FINDING.DECIDE_BY.lt(TODAY));
          case "closed" -> FINDING.CLOSED_DAY.isNotNull();
          default -> noCondition();
        };
    if (!filter.shownKind().isEmpty()) {
      wanted = wanted.and(FINDING.KIND.eq(filter.shownKind()));
    }
    if (filter.unit() != null) {
      var below = CURRENT_UNIT_ANCESTOR;
      wanted =
          wanted.and(
              FINDING.UNIT_ID.in(
                  select(below.UNIT_ID).from(below).where(below.ANCESTOR_ID.eq(filter.unit()))));
    }
    if (filter.record() != null) {
      wanted = wanted.and(FINDING.SOURCE_RECORD.eq(filter.record()));
    }
    if (filter.source() != null && !filter.source().isEmpty()) {
      wanted = wanted.and(FINDING.SOURCE_KIND.eq(filter.source()));
    }
    return filter.text().isEmpty()
        ? wanted
        : wanted.and(FINDING.TITLE.containsIgnoreCase(filter.text()));
  }

  private static Map<Field<?>, @Nullable Object> columns(NewFinding finding, String cause) {
    var values = new LinkedHashMap<Field<?>, @Nullable Object>();
    values.put(FINDING.KIND, finding.kind().key());
    values.put(FINDING.TITLE, finding.title().strip());
    values.put(FINDING.DESCRIPTION, finding.description().strip());
    values.put(FINDING.UNIT_ID, finding.place().unit());
    values.put(FINDING.BODY_ID, finding.place().body());
    values.put(FINDING.REQUIREMENT, finding.requirement().text().strip());
    values.put(FINDING.REQUIREMENT_PATH, finding.requirement().path());
    values.put(FINDING.CAUSE, cause.strip());
    return values;
  }

  private static Finding finding(Record row) {
    var f = row.into(FINDING);
    String label = f.getSourceLabel();
    String decision = f.getDecision();
    return new Finding(
        f.getId(),
        FindingKind.of(f.getKind()),
        f.getTitle(),
        f.getDescription(),
        f.getSourceKind().equals(OWN)
            ? null
            : new NewAction.Source(
                f.getSourceKind(),
                f.getSourceRecord(),
                label == null ? "" : label,
                f.getSourcePath()),
        new Finding.Where(
            f.getUnitId(),
            row.get(CURRENT_UNIT.NAME),
            row.get(CURRENT_BODY.BODY_ID),
            row.get(CURRENT_BODY.NAME)),
        new NewFinding.Requirement(f.getRequirement(), f.getRequirementPath()),
        f.getCause(),
        new Finding.Course(
            f.getFoundDay(),
            f.getDecideBy(),
            decision == null ? null : Decision.of(decision),
            f.getMotive(),
            f.getDecidedDay(),
            f.getDecidedBy(),
            f.getClosedDay(),
            f.getConclusion()),
        new Finding.Tally(row.get(ACTIONS), row.get(OPEN_ACTIONS)),
        f.getVersion());
  }

  private static UUID tenant() {
    return Acting.current().tenant().value();
  }
}
