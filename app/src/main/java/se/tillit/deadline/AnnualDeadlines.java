package se.tillit.deadline;

import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.month;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record9;
import org.jooq.Records;
import org.jooq.Select;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.tillit.identity.Scope;
import se.tillit.identity.Viewer;
import se.tillit.kernel.PersonId;
import se.tillit.web.Cursor;

/// All modules' deadlines as one list, cut to what the viewer may see, in one statement.
@Component
class AnnualDeadlines {

  private static final Field<String> KIND = field(name("kind"), String.class);
  private static final Field<LocalDate> DUE = field(name("due"), LocalDate.class);
  private static final Field<String> LABEL = field(name("label"), String.class);
  private static final Field<UUID> BODY = field(name("body"), UUID.class);
  private static final Field<UUID> UNIT = field(name("unit"), UUID.class);
  private static final Field<UUID> PERSON = field(name("person"), UUID.class);
  private static final Field<String> PATH = field(name("path"), String.class);
  private static final Field<Boolean> DONE = field(name("done"), Boolean.class);
  private static final Field<UUID> RECORD = field(name("record"), UUID.class);
  private static final Field<LocalDate> TODAY = field("kernel.today()", LocalDate.class);

  private static final Field<UUID> ID = field(name("id"), UUID.class);
  private static final Field<String> NAME = field(name("name"), String.class);

  private final DSLContext sql;
  private final List<DeadlineSource> sources;
  private final Places places;

  AnnualDeadlines(DSLContext sql, List<DeadlineSource> sources, Places places) {
    this.sql = sql;
    this.sources = sources;
    this.places = places;
  }

  @Transactional(readOnly = true)
  public List<DueRow> page(
      Viewer viewer, DeadlineFilter filter, @Nullable Cursor after, int limit) {
    var all = visible(viewer, filter);
    if (all == null) {
      return List.of();
    }
    var page =
        sql.selectFrom(all.asTable("all_due"))
            .where(beyond(after))
            .orderBy(DUE, KIND, RECORD)
            .limit(limit)
            .asTable("p");
    return named(page);
  }

  @Transactional(readOnly = true)
  public List<MonthCount> months(Viewer viewer, DeadlineFilter filter) {
    var all = visible(viewer, filter);
    Map<Integer, MonthCount> counted =
        all == null
            ? Map.of()
            : sql.select(
                    month(DUE),
                    count(),
                    count().filterWhere(condition(DONE)),
                    count().filterWhere(not(condition(DONE)).and(DUE.lt(TODAY))))
                .from(all.asTable("all_due"))
                .groupBy(month(DUE))
                .fetchMap(month(DUE), Records.mapping(MonthCount::new));
    return IntStream.rangeClosed(1, 12)
        .mapToObj(month -> counted.getOrDefault(month, MonthCount.none(month)))
        .toList();
  }

  /// The kinds of deadline there are.
  List<String> kinds() {
    return sources.stream().map(DeadlineSource::kind).toList();
  }

  /// The units and bodies to choose among in a filter.
  @Transactional(readOnly = true)
  public Map<UUID, String> bodies(Scope scope) {
    var bodies = places.bodies().asTable("b", "id", "name");
    return sql.select(of("b", ID), of("b", NAME))
        .from(bodies)
        .where(scope.coversBody(of("b", ID)))
        .orderBy(of("b", NAME))
        .fetchMap(of("b", ID), of("b", NAME));
  }

  @Transactional(readOnly = true)
  public Map<UUID, String> units(Scope scope) {
    var units = places.units().asTable("u", "id", "name");
    return sql.select(of("u", ID), of("u", NAME))
        .from(units)
        .where(scope.covers(of("u", ID)))
        .orderBy(of("u", NAME))
        .fetchMap(of("u", ID), of("u", NAME));
  }

  private List<DueRow> named(Table<?> page) {
    var bodies = places.bodies().asTable("b", "id", "name");
    var units = places.units().asTable("u", "id", "name");
    var people = places.people().asTable("w", "id", "name");
    return sql.select(
            of("p", KIND),
            of("p", DUE),
            of("p", LABEL),
            of("p", BODY),
            of("b", NAME),
            of("p", UNIT),
            of("u", NAME),
            of("p", PERSON),
            of("w", NAME),
            of("p", PATH),
            of("p", DONE),
            of("p", RECORD))
        .from(page)
        .leftJoin(bodies)
        .on(of("b", ID).eq(of("p", BODY)))
        .leftJoin(units)
        .on(of("u", ID).eq(of("p", UNIT)))
        .leftJoin(people)
        .on(of("w", ID).eq(of("p", PERSON)))
        .orderBy(of("p", DUE), of("p", KIND), of("p", RECORD))
        .fetch(Records.mapping(DueRow::new));
  }

  private @Nullable
      Select<Record9<String, LocalDate, String, UUID, UUID, UUID, String, Boolean, UUID>>
      visible(Viewer viewer, DeadlineFilter filter) {
    Select<Record9<String, LocalDate, String, UUID, UUID, UUID, String, Boolean, UUID>> all = null;
    for (DeadlineSource source : sources) {
      if (filter.kind() != null && !filter.kind().equals(source.kind())) {
        continue;
      }
      var rows =
          source
              .deadlines()
              .asTable("s", "due", "label", "body", "unit", "person", "path", "done", "record");
      var one =
          select(
                  inline(source.kind()).as(KIND),
                  of("s", DUE),
                  of("s", LABEL),
                  of("s", BODY),
                  of("s", UNIT),
                  of("s", PERSON),
                  of("s", PATH),
                  of("s", DONE),
                  of("s", RECORD))
              .from(rows)
              .where(wanted(filter, viewer.person()))
              .and(reach(viewer, source.permission()));
      all = all == null ? one : all.unionAll(one);
    }
    return all;
  }

  private Condition wanted(DeadlineFilter filter, @Nullable PersonId me) {
    Condition wanted = of("s", DUE).between(filter.from(), filter.to());
    if (filter.unit() != null) {
      wanted = wanted.and(of("s", UNIT).in(places.within(filter.unit())));
    }
    if (filter.body() != null) {
      wanted = wanted.and(of("s", BODY).eq(filter.body()));
    }
    if (filter.whose().mine()) {
      wanted = wanted.and(me == null ? falseCondition() : of("s", PERSON).eq(me.value()));
    }
    return filter.whose().openOnly() ? wanted.and(not(condition(of("s", DONE)))) : wanted;
  }

  private static Condition reach(Viewer viewer, String permission) {
    PersonId me = viewer.person();
    Condition own = me == null ? falseCondition() : of("s", PERSON).eq(me.value());
    if (!viewer.may(permission)) {
      return own;
    }
    Scope scope = viewer.scope(permission);
    if (scope.everything()) {
      return noCondition();
    }
    Field<UUID> unit = of("s", UNIT);
    Field<UUID> body = of("s", BODY);
    return scope
        .covers(unit)
        .or(unit.isNull().and(body.isNull().or(scope.coversBody(body))))
        .or(own);
  }

  private static Condition beyond(@Nullable Cursor after) {
    return after == null
        ? noCondition()
        : row(DUE, KIND, RECORD).gt(after.day(0), after.at(1), after.id(2));
  }

  /// A column of one of the tables joined here, by the table's short name.
  private static <T> Field<T> of(String table, Field<T> column) {
    return field(name(table, column.getName()), column.getDataType());
  }
}
