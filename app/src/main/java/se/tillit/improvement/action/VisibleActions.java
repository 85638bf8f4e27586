package se.tillit.improvement.action;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.array;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.lateral;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static se.tillit.schema.improvement.Tables.ACTION;
import static se.tillit.schema.improvement.Tables.GOAL;
import static se.tillit.schema.improvement.Tables.PUBLISHED_ACTION;
import static se.tillit.schema.organisation.Tables.CURRENT_BODY;
import static se.tillit.schema.organisation.Tables.CURRENT_UNIT;
import static se.tillit.schema.organisation.Tables.CURRENT_UNIT_ANCESTOR;
import static se.tillit.schema.organisation.Tables.PERSON_NAME;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectJoinStep;
import org.jooq.SortField;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.tillit.identity.Scope;
import se.tillit.identity.Viewer;
import se.tillit.improvement.ImprovementPermissions;
import se.tillit.improvement.NewAction;
import se.tillit.improvement.Priority;
import se.tillit.kernel.PersonId;
import se.tillit.kernel.Refused;
import se.tillit.schema.improvement.tables.records.ActionRecord;
import se.tillit.web.Cursor;

/// The actions that a viewer may see: those within her scope, and her own.
@Component
class VisibleActions {

  static final Field<LocalDate> TODAY = field("kernel.today()", LocalDate.class);
  private static final int MOST_COUNTED = 1_000;
  private static final se.tillit.schema.improvement.tables.Action WANTED = ACTION.as("wanted");

  // A fence: who answers, and everybody's name, are looked up for the rows that show alone.
  private static final Table<?> ANSWER =
      lateral(
          select(PUBLISHED_ACTION.BODY_ID, PUBLISHED_ACTION.PERSON_ID)
              .from(PUBLISHED_ACTION)
              .where(PUBLISHED_ACTION.TENANT_ID.eq(ACTION.TENANT_ID))
              .and(PUBLISHED_ACTION.ACTION_ID.eq(ACTION.ID))
              .offset(inline(0))
              .asTable("answer"));
  private static final Field<UUID> BODY_ID = field(name("answer", "body_id"), UUID.class);
  private static final Field<UUID> PERSON_ID = field(name("answer", "person_id"), UUID.class);
  private static final Field<String> OWNER = nameOf(ACTION.OWNER_ID).as("owner");
  private static final Field<String> DEPUTY = nameOf(ACTION.DEPUTY_ID).as("deputy");
  private static final Field<String> RESPONSIBLE = nameOf(PERSON_ID).as("responsible");

  private final DSLContext sql;
  private final ActionWords words;

  VisibleActions(DSLContext sql, ActionWords words) {
    this.sql = sql;
    this.words = words;
  }

  /// How many of those seen are open, and how many of these are late.
  record Standing(int open, int late) {}

  List<Action> page(Viewer viewer, ActionFilter filter, @Nullable Cursor after, int limit) {
    var shown =
        select(WANTED.ID)
            .from(WANTED)
            .where(seen(viewer))
            .and(wanted(viewer, filter))
            .and(beyond(filter, after))
            .orderBy(order(filter, WANTED))
            // Inline, or the plan would be made for a tenth of all actions.
            .limit(inline(limit));
    return actions()
        .where(ACTION.ID.in(shown))
        .orderBy(order(filter, ACTION))
        .fetch(VisibleActions::action);
  }

  Optional<Action> one(Viewer viewer, UUID id) {
    return all(viewer, List.of(id)).stream().findFirst();
  }

  List<Action> all(Viewer viewer, Collection<UUID> ids) {
    return actions()
        .where(
            ACTION.ID.in(select(WANTED.ID).from(WANTED).where(WANTED.ID.in(ids)).and(seen(viewer))))
        .orderBy(ACTION.DUE_DAY, ACTION.ID)
        .fetch(VisibleActions::action);
  }

  Optional<Action> one(UUID id) {
    return actions().where(ACTION.ID.eq(id)).fetchOptional(VisibleActions::action);
  }

  Standing standing(Viewer viewer) {
    return new Standing(
        counted(WANTED.OPEN.eq(true).and(seen(viewer))),
        counted(WANTED.OPEN.eq(true).and(WANTED.DUE_DAY.lt(TODAY)).and(seen(viewer))));
  }

  /// Up to a thousand and one: more are not worth the waiting.
  private int counted(Condition which) {
    return sql.fetchCount(select(WANTED.ID).from(WANTED).where(which).limit(MOST_COUNTED + 1));
  }

  static Cursor cursorOf(ActionFilter filter, Action last) {
    return Cursor.of(
        filter.order().equals("title") ? last.title() : last.course().due(), last.id());
  }

  /// That an action is one of those seen.
  static Condition among(Viewer viewer, Field<UUID> action) {
    return action.in(select(WANTED.ID).from(WANTED).where(WANTED.ID.eq(action)).and(seen(viewer)));
  }

  private SelectJoinStep<?> actions() {
    return sql.select(ACTION.fields())
        .select(
            BODY_ID,
            PERSON_ID,
            CURRENT_UNIT.NAME,
            CURRENT_BODY.NAME,
            GOAL.TITLE,
            OWNER,
            DEPUTY,
            RESPONSIBLE)
        .from(ACTION)
        .crossJoin(ANSWER)
        .leftJoin(CURRENT_UNIT)
        .on(CURRENT_UNIT.TENANT_ID.eq(ACTION.TENANT_ID))
        .and(CURRENT_UNIT.UNIT_ID.eq(ACTION.UNIT_ID))
        .leftJoin(CURRENT_BODY)
        .on(CURRENT_BODY.TENANT_ID.eq(ACTION.TENANT_ID))
        .and(CURRENT_BODY.BODY_ID.eq(BODY_ID))
        .leftJoin(GOAL)
        .on(GOAL.TENANT_ID.eq(ACTION.TENANT_ID))
        .and(GOAL.ID.eq(ACTION.GOAL_ID));
  }

  private static Field<String> nameOf(Field<UUID> person) {
    return field(
        select(PERSON_NAME.NAME)
            .from(PERSON_NAME)
            .where(PERSON_NAME.TENANT_ID.eq(ACTION.TENANT_ID))
            .and(PERSON_NAME.PERSON_ID.eq(person)));
  }

  private static Condition seen(Viewer viewer) {
    Condition own = Hands.touching(WANTED, idOf(viewer.person()));
    if (!viewer.may(ImprovementPermissions.READ)) {
      return own;
    }
    Scope scope = viewer.scope(ImprovementPermissions.READ);
    return scope.everything()
        ? noCondition()
        : scope
            .covers(WANTED.UNIT_ID)
            .or(WANTED.UNIT_ID.isNull().and(scope.coversBody(WANTED.BODY_ID)))
            .or(own);
  }

  private static @Nullable UUID idOf(@Nullable PersonId person) {
    return person == null ? null : person.value();
  }

  private Condition wanted(Viewer viewer, ActionFilter filter) {
    Condition wanted =
        switch (filter.shownWhich()) {
          case "open" -> WANTED.OPEN.eq(true);
          case "late" -> WANTED.OPEN.eq(true).and(WANTED.DUE_DAY.lt(TODAY));
          case "stuck" -> WANTED.OPEN.eq(true).and(WANTED.HINDRANCE.ne(""));
          case "unchecked" -> WANTED.STATE.eq(ActionState.DONE.key());
          case "closed" -> WANTED.OPEN.eq(false);
          default -> noCondition();
        };
    if (filter.unit() != null) {
      wanted =
          wanted.and(
              WANTED.UNIT_ID.eq(
                  any(
                      array(
                          select(CURRENT_UNIT_ANCESTOR.UNIT_ID)
                              .from(CURRENT_UNIT_ANCESTOR)
                              .where(CURRENT_UNIT_ANCESTOR.ANCESTOR_ID.eq(filter.unit()))))));
    }
    if (filter.body() != null) {
      wanted = wanted.and(ofBody(filter.body()));
    }
    if (filter.record() != null) {
      wanted = wanted.and(WANTED.SOURCE_RECORD.eq(filter.record()));
    }
    if (filter.goal() != null) {
      wanted = wanted.and(WANTED.GOAL_ID.eq(filter.goal()));
    }
    if (filter.source() != null && !filter.source().isEmpty()) {
      wanted = wanted.and(WANTED.SOURCE_KIND.eq(filter.source()));
    }
    if (filter.isMine()) {
      wanted = wanted.and(Hands.of(WANTED, idOf(viewer.person())));
    }
    return wanted.and(words.within(WANTED.ID, filter.text()));
  }

  /// The body's own, and its units'.
  private static Condition ofBody(UUID body) {
    return WANTED
        .BODY_ID
        .eq(body)
        .or(
            WANTED.UNIT_ID.eq(
                any(
                    array(
                        select(CURRENT_UNIT.UNIT_ID)
                            .from(CURRENT_UNIT)
                            .where(CURRENT_UNIT.BODY_ID.eq(body))))));
  }

  private static List<SortField<?>> order(
      ActionFilter filter, se.tillit.schema.improvement.tables.Action of) {
    return switch (filter.order()) {
      case "due" -> List.of(of.DUE_DAY.asc(), of.ID.asc());
      case "-due" -> List.of(of.DUE_DAY.desc(), of.ID.desc());
      case "title" -> List.of(of.TITLE.asc(), of.ID.asc());
      default -> throw new Refused("improvement.sort-unknown").at("sort");
    };
  }

  private static Condition beyond(ActionFilter filter, @Nullable Cursor after) {
    if (after == null) {
      return noCondition();
    }
    UUID id = after.id(1);
    return switch (filter.order()) {
      case "title" -> row(WANTED.TITLE, WANTED.ID).gt(after.at(0), id);
      case "-due" -> row(WANTED.DUE_DAY, WANTED.ID).lt(after.day(0), id);
      default -> row(WANTED.DUE_DAY, WANTED.ID).gt(after.day(0), id);
    };
  }

  private static Action action(Record row) {
    var a = row.into(ACTION);
    return new Action(
        a.getId(),
        a.getTitle(),
        new Action.Texts(
            a.getDescription(),
            a.getGoal(),
            a.getCost(),
            a.getEffect(),
            a.getEvidence(),
            a.getHindrance()),
        new Action.Plan(a.getGoalId(), row.get(GOAL.TITLE), a.getCostSek()),
        source(a),
        new Action.Where(
            a.getUnitId(),
            row.get(CURRENT_UNIT.NAME),
            row.get(BODY_ID),
            row.get(CURRENT_BODY.NAME)),
        new Action.Who(
            new Action.Person(a.getOwnerId(), row.get(OWNER)),
            new Action.Person(a.getDeputyId(), row.get(DEPUTY)),
            new Action.Person(row.get(PERSON_ID), row.get(RESPONSIBLE))),
        new Action.Course(
            a.getStartDay(),
            a.getDueDay(),
            Priority.of(a.getPriority()),
            ActionState.of(a.getState()),
            a.getDoneDay(),
            a.getRecheckDay(),
            a.getDueChanges(),
            a.getReopenings()),
        a.getVersion());
  }

  private static NewAction.@Nullable Source source(ActionRecord a) {
    String kind = a.getSourceKind();
    String label = a.getSourceLabel();
    return kind == null
        ? null
        : new NewAction.Source(
            kind, a.getSourceRecord(), label == null ? "" : label, a.getSourcePath());
  }
}
