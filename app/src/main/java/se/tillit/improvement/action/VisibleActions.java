package se.tillit.improvement.action;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static se.tillit.schema.improvement.Tables.ACTION;
import static se.tillit.schema.improvement.Tables.PUBLISHED_ACTION;
import static se.tillit.schema.organisation.Tables.CURRENT_BODY;
import static se.tillit.schema.organisation.Tables.CURRENT_UNIT;
import static se.tillit.schema.organisation.Tables.CURRENT_UNIT_ANCESTOR;
import static se.tillit.schema.organisation.Tables.PERSON_NAME;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Records;
import org.jooq.SelectJoinStep;
import org.jooq.SortField;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.tillit.identity.Scope;
import se.tillit.identity.Viewer;
import se.tillit.improvement.ImprovementPermissions;
import se.tillit.improvement.NewAction;
import se.tillit.improvement.Priority;
import se.tillit.kernel.PersonId;
import se.tillit.kernel.Refused;
import se.tillit.schema.organisation.tables.PersonName;
import se.tillit.web.Cursor;

/// The actions that a viewer may see: those within her scope, and her own.
@Component
class VisibleActions {

  static final Field<LocalDate> TODAY = field("kernel.today()", LocalDate.class);
  private static final PersonName OWNER = PERSON_NAME.as("owner");
  private static final PersonName DEPUTY = PERSON_NAME.as("deputy");
  private static final PersonName RESPONSIBLE = PERSON_NAME.as("responsible");

  private final DSLContext sql;

  VisibleActions(DSLContext sql) {
    this.sql = sql;
  }

  /// How many of those seen are open, and how many of these are late.
  record Standing(int open, int late) {}

  List<Action> page(Viewer viewer, ActionFilter filter, @Nullable Cursor after, int limit) {
    return actions()
        .where(seen(viewer))
        .and(wanted(viewer, filter))
        .and(beyond(filter, after))
        .orderBy(order(filter))
        .limit(limit)
        .fetch(VisibleActions::action);
  }

  Optional<Action> one(Viewer viewer, UUID id) {
    return actions()
        .where(seen(viewer))
        .and(ACTION.ID.eq(id))
        .fetchOptional(VisibleActions::action);
  }

  Optional<Action> one(UUID id) {
    return actions().where(ACTION.ID.eq(id)).fetchOptional(VisibleActions::action);
  }

  Standing standing(Viewer viewer) {
    return sql.select(
            count().filterWhere(PUBLISHED_ACTION.OPEN.isTrue()),
            count()
                .filterWhere(
                    PUBLISHED_ACTION.OPEN.isTrue().and(PUBLISHED_ACTION.DUE_DAY.lt(TODAY))))
        .from(PUBLISHED_ACTION)
        .where(seen(viewer))
        .fetchSingle(Records.mapping(Standing::new));
  }

  static Cursor cursorOf(ActionFilter filter, Action last) {
    return Cursor.of(
        filter.order().equals("title") ? last.title() : last.course().due(), last.id());
  }

  private SelectJoinStep<?> actions() {
    return sql.select(ACTION.fields())
        .select(
            PUBLISHED_ACTION.BODY_ID,
            PUBLISHED_ACTION.PERSON_ID,
            CURRENT_UNIT.NAME,
            CURRENT_BODY.NAME,
            OWNER.NAME,
            DEPUTY.NAME,
            RESPONSIBLE.NAME)
        .from(ACTION)
        .join(PUBLISHED_ACTION)
        .on(PUBLISHED_ACTION.TENANT_ID.eq(ACTION.TENANT_ID))
        .and(PUBLISHED_ACTION.ACTION_ID.eq(ACTION.ID))
        .leftJoin(CURRENT_UNIT)
        .on(CURRENT_UNIT.TENANT_ID.eq(ACTION.TENANT_ID))
        .and(CURRENT_UNIT.UNIT_ID.eq(ACTION.UNIT_ID))
        .leftJoin(CURRENT_BODY)
        .on(CURRENT_BODY.TENANT_ID.eq(ACTION.TENANT_ID))
        .and(CURRENT_BODY.BODY_ID.eq(PUBLISHED_ACTION.BODY_ID))
        .leftJoin(OWNER)
        .on(OWNER.TENANT_ID.eq(ACTION.TENANT_ID))
        .and(OWNER.PERSON_ID.eq(ACTION.OWNER_ID))
        .leftJoin(DEPUTY)
        .on(DEPUTY.TENANT_ID.eq(ACTION.TENANT_ID))
        .and(DEPUTY.PERSON_ID.eq(ACTION.DEPUTY_ID))
        .leftJoin(RESPONSIBLE)
        .on(RESPONSIBLE.TENANT_ID.eq(ACTION.TENANT_ID))
        .and(RESPONSIBLE.PERSON_ID.eq(PUBLISHED_ACTION.PERSON_ID));
  }

  private static Condition seen(Viewer viewer) {
    Condition own = handsOf(viewer.person());
    if (!viewer.may(ImprovementPermissions.READ)) {
      return own;
    }
    Scope scope = viewer.scope(ImprovementPermissions.READ);
    return scope.everything()
        ? noCondition()
        : scope
            .covers(PUBLISHED_ACTION.UNIT_ID)
            .or(PUBLISHED_ACTION.UNIT_ID.isNull().and(scope.coversBody(PUBLISHED_ACTION.BODY_ID)))
            .or(own);
  }

  private static Condition handsOf(@Nullable PersonId person) {
    return person == null
        ? falseCondition()
        : PUBLISHED_ACTION
            .PERSON_ID
            .eq(person.value())
            .or(PUBLISHED_ACTION.OWNER_ID.eq(person.value()))
            .or(PUBLISHED_ACTION.DEPUTY_ID.eq(person.value()));
  }

  private static Condition wanted(Viewer viewer, ActionFilter filter) {
    Condition wanted =
        switch (filter.shownWhich()) {
          case "open" -> PUBLISHED_ACTION.OPEN.isTrue();
          case "late" -> PUBLISHED_ACTION.OPEN.isTrue().and(ACTION.DUE_DAY.lt(TODAY));
          case "closed" -> PUBLISHED_ACTION.OPEN.isFalse();
          default -> noCondition();
        };
    if (filter.unit() != null) {
      wanted =
          wanted.and(
              ACTION.UNIT_ID.in(
                  select(CURRENT_UNIT_ANCESTOR.UNIT_ID)
                      .from(CURRENT_UNIT_ANCESTOR)
                      .where(CURRENT_UNIT_ANCESTOR.ANCESTOR_ID.eq(filter.unit()))));
    }
    if (filter.record() != null) {
      wanted = wanted.and(ACTION.SOURCE_RECORD.eq(filter.record()));
    }
    if (filter.source() != null) {
      wanted = wanted.and(ACTION.SOURCE_KIND.eq(filter.source()));
    }
    if (filter.isMine()) {
      wanted = wanted.and(handsOf(viewer.person()));
    }
    return filter.text().isEmpty()
        ? wanted
        : wanted.and(ACTION.TITLE.containsIgnoreCase(filter.text()));
  }

  private static List<SortField<?>> order(ActionFilter filter) {
    return switch (filter.order()) {
      case "due" -> List.of(ACTION.DUE_DAY.asc(), ACTION.ID.asc());
      case "-due" -> List.of(ACTION.DUE_DAY.desc(), ACTION.ID.desc());
      case "title" -> List.of(ACTION.TITLE.asc(), ACTION.ID.asc());
      default -> throw new Refused("improvement.sort-unknown").at("sort");
    };
  }

  private static Condition beyond(ActionFilter filter, @Nullable Cursor after) {
    if (after == null) {
      return noCondition();
    }
    UUID id = UUID.fromString(after.at(1));
    return switch (filter.order()) {
      case "title" -> row(ACTION.TITLE, ACTION.ID).gt(after.at(0), id);
      case "-due" -> row(ACTION.DUE_DAY, ACTION.ID).lt(LocalDate.parse(after.at(0)), id);
      default -> row(ACTION.DUE_DAY, ACTION.ID).gt(LocalDate.parse(after.at(0)), id);
    };
  }

  private static Action action(Record row) {
    var a = row.into(ACTION);
    String source = a.getSourceKind();
    return new Action(
        a.getId(),
        a.getTitle(),
        new Action.Texts(a.getDescription(), a.getGoal(), a.getCost(), a.getEffect()),
        source == null
            ? null
            : new NewAction.Source(
                source,
                a.getSourceRecord(),
                a.getSourceLabel() == null ? "" : a.getSourceLabel(),
                a.getSourcePath()),
        new Action.Where(
            a.getUnitId(),
            row.get(CURRENT_UNIT.NAME),
            row.get(PUBLISHED_ACTION.BODY_ID),
            row.get(CURRENT_BODY.NAME)),
        new Action.Who(
            new Action.Person(a.getOwnerId(), row.get(OWNER.NAME)),
            new Action.Person(a.getDeputyId(), row.get(DEPUTY.NAME)),
            new Action.Person(row.get(PUBLISHED_ACTION.PERSON_ID), row.get(RESPONSIBLE.NAME))),
        new Action.Course(
            a.getStartDay(),
            a.getDueDay(),
            Priority.of(a.getPriority()),
            ActionState.of(a.getState()),
            a.getDoneDay()),
        a.getVersion());
  }
}
