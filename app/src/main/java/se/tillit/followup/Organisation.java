package se.tillit.followup;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static se.tillit.schema.governingdocument.Tables.CLAUSE_BINDING_IN_FORCE;
import static se.tillit.schema.organisation.Tables.CURRENT_BODY;
import static se.tillit.schema.organisation.Tables.CURRENT_UNIT;
import static se.tillit.schema.organisation.Tables.DATED_UNIT;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Records;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.tillit.identity.Scope;
import se.tillit.kernel.Sweden;
import se.tillit.kernel.Unknown;
import se.tillit.schema.governingdocument.tables.ClauseBindingInForce;
import se.tillit.web.Words;
import se.tillit.web.chart.ConformanceIcicle;
import se.tillit.web.chart.ConformanceIcicle.Part;
import se.tillit.web.chart.Share;

/// The bodies and units that a viewer may see, and how each of them keeps what the bound figures
/// ask for, all records weighed alike.
@Component
class Organisation {

  private static final ClauseBindingInForce BOUND = CLAUSE_BINDING_IN_FORCE;

  private final DSLContext sql;
  private final Clock clock;

  Organisation(DSLContext sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /// A body or unit by name.
  record Named(UUID id, String name) {}

  /// A unit, where it stands and to whom it answers.
  record Unit(UUID id, String name, @Nullable UUID parent, UUID body) {}

  /// The reach that an address asks for: what the viewer may not see does not exist.
  ///
  /// @param day today or later is now
  @Transactional(readOnly = true)
  Reach reach(Scope scope, @Nullable UUID body, @Nullable UUID unit, @Nullable LocalDate day) {
    if (body != null
        && !sql.fetchExists(CURRENT_BODY, CURRENT_BODY.BODY_ID.eq(body).and(visible(scope)))) {
      throw new Unknown("body", body);
    }
    if (unit != null
        && !sql.fetchExists(
            CURRENT_UNIT, CURRENT_UNIT.UNIT_ID.eq(unit).and(scope.covers(CURRENT_UNIT.UNIT_ID)))) {
      throw new Unknown("unit", unit);
    }
    boolean past = day != null && day.isBefore(Sweden.today(clock));
    return new Reach(scope, body, unit, past ? day : null);
  }

  private static Condition visible(Scope scope) {
    return scope.everything()
        ? noCondition()
        : scope
            .coversBody(CURRENT_BODY.BODY_ID)
            .or(
                CURRENT_BODY.BODY_ID.in(
                    select(CURRENT_UNIT.BODY_ID)
                        .from(CURRENT_UNIT)
                        .where(scope.covers(CURRENT_UNIT.UNIT_ID))));
  }

  @Transactional(readOnly = true)
  List<Named> bodies(Scope scope, Words words) {
    List<Named> bodies =
        sql.select(CURRENT_BODY.BODY_ID, CURRENT_BODY.NAME)
            .from(CURRENT_BODY)
            .where(visible(scope))
            .fetch(Records.mapping(Named::new));
    bodies.sort(Comparator.comparing(Named::name, words.alphabetical()));
    return bodies;
  }

  @Transactional(readOnly = true)
  List<Unit> units(Scope scope, Words words) {
    return units(new Reach(scope, null, null, null), words);
  }

  private List<Unit> units(Reach reach, Words words) {
    var u = DATED_UNIT;
    List<Unit> units =
        sql.select(u.UNIT_ID, u.NAME, u.PARENT_ID, u.BODY_ID)
            .from(u)
            .where(reach.stood(u))
            .and(reach.scope().covers(u.UNIT_ID))
            .fetch(Records.mapping(Unit::new));
    units.sort(Comparator.comparing(Unit::name, words.alphabetical()));
    return units;
  }

  /// The organisation within a reach as a chart's parts; empty where nothing is bound.
  @Transactional(readOnly = true)
  Optional<ConformanceIcicle> picture(Reach reach, String whole, Words words) {
    return pictures(reach, words).of(reach.body(), whole);
  }

  /// The organisation within a reach, read once for pictures of any body in it.
  @Transactional(readOnly = true)
  Pictures pictures(Reach reach, Words words) {
    Map<UUID, Pool> byUnit = new HashMap<>();
    Map<UUID, Pool> byBody = new HashMap<>();
    pools(reach, byUnit, byBody);
    return byUnit.isEmpty() && byBody.isEmpty()
        ? new Pictures(reach, List.of(), new Tree(List.of(), byUnit, byBody), words)
        : new Pictures(
            reach,
            bodies(reach.scope(), words),
            new Tree(units(reach, words), byUnit, byBody),
            words);
  }

  /// The organisation as it was read.
  record Pictures(Reach reach, List<Named> bodies, Tree tree, Words words) {

    /// @param body null for all of them
    Optional<ConformanceIcicle> of(@Nullable UUID body, String whole) {
      UUID unit = reach.unit();
      List<Part> parts =
          unit != null
              ? tree.below(unit)
              : bodies.stream()
                  .filter(it -> body == null || body.equals(it.id()))
                  .map(tree::part)
                  .flatMap(Optional::stream)
                  .toList();
      Part top = Pool.over(whole, parts, unit == null ? Pool.NONE : tree.own(unit));
      return top.share().measured()
          ? Optional.of(new ConformanceIcicle(words.t("followup.picture"), top))
          : Optional.empty();
    }
  }

  /// Each body's share of all that the bound figures count, on the day looked at.
  @Transactional(readOnly = true)
  Map<UUID, Share> shares(Reach reach) {
    var u = DATED_UNIT;
    Field<UUID> body = coalesce(u.BODY_ID, FigureRows.BODY);
    var shares = new HashMap<UUID, Share>();
    sql.select(body, FigureRows.total(FigureRows.MET), FigureRows.total(FigureRows.TOTAL))
        .from(FigureRows.of(reach.day()))
        .leftJoin(u)
        .on(u.UNIT_ID.eq(FigureRows.UNIT))
        .and(reach.stood(u))
        .where(reach.of(FigureRows.BODY, FigureRows.UNIT))
        .and(FigureRows.INDICATOR.in(select(BOUND.INDICATOR).from(BOUND)))
        .groupBy(body)
        .having(body.isNotNull())
        .forEach(row ->
            shares.put(
                row.value1(), new Share(row.value2().longValue(), row.value3().longValue())));
    return shares;
  }

  private void pools(Reach reach, Map<UUID, Pool> byUnit, Map<UUID, Pool> byBody) {
    var asked =
        select(BOUND.INDICATOR, max(BOUND.TARGET).as("target"), max(BOUND.AT_RISK).as("at_risk"))
            .from(BOUND)
            .groupBy(BOUND.INDICATOR)
            .asTable("asked");
    Field<Integer> target = asked.field("target", Integer.class);
    Field<Integer> atRisk = asked.field("at_risk", Integer.class);
    sql.select(
            FigureRows.UNIT,
            FigureRows.BODY,
            FigureRows.total(FigureRows.MET),
            FigureRows.total(FigureRows.TOTAL),
            FigureRows.total(FigureRows.TOTAL.times(target)),
            FigureRows.total(FigureRows.TOTAL.times(atRisk)))
        .from(FigureRows.of(reach.day()))
        .join(asked)
        .on(FigureRows.INDICATOR.eq(asked.field(BOUND.INDICATOR)))
        .where(reach.of(FigureRows.BODY, FigureRows.UNIT))
        .groupBy(FigureRows.UNIT, FigureRows.BODY)
        .forEach(it -> {
          Pool pool =
              new Pool(
                  it.value3().longValue(),
                  it.value4().longValue(),
                  it.value5().longValue(),
                  it.value6().longValue());
          if (it.value1() != null) {
            byUnit.merge(it.value1(), pool, Pool::plus);
          } else if (it.value2() != null) {
            byBody.merge(it.value2(), pool, Pool::plus);
          }
        });
  }

  // Sums, and sums weighed by what is asked: a part with many records of a high target is asked for
  // more.
  private record Pool(long met, long total, long target, long atRisk) {

    static final Pool NONE = new Pool(0, 0, 0, 0);

    Pool plus(Pool other) {
      return new Pool(
          met + other.met, total + other.total, target + other.target, atRisk + other.atRisk);
    }

    Part part(String name, List<Part> parts) {
      Tally tally =
          total == 0
              ? new Tally(0, 0, 100, 0)
              : new Tally(met, total, (int) (target / total), (int) (atRisk / total));
      return new Part(name, tally.state(), new Share(met, total), parts);
    }

    static Part over(String name, List<Part> parts, Pool own) {
      long met = own.met + parts.stream().mapToLong(part -> part.share().met()).sum();
      long total = own.total + parts.stream().mapToLong(part -> part.share().total()).sum();
      return new Part(name, new Tally(met, total, 90, 70).state(), new Share(met, total), parts);
    }
  }

  // Units with what is theirs and what is below them.
  static final class Tree {

    private static final int DEEPEST = 2;

    private final Map<UUID, Pool> byUnit;
    private final Map<UUID, Pool> byBody;
    private final Map<UUID, List<Unit>> children = new HashMap<>();
    private final Map<UUID, List<Unit>> tops = new HashMap<>();

    Tree(List<Unit> units, Map<UUID, Pool> byUnit, Map<UUID, Pool> byBody) {
      this.byUnit = byUnit;
      this.byBody = byBody;
      Map<UUID, Unit> known = new HashMap<>();
      units.forEach(unit -> known.put(unit.id(), unit));
      for (Unit unit : units) {
        Unit parent = unit.parent() == null ? null : known.get(unit.parent());
        if (parent == null || !parent.body().equals(unit.body())) {
          tops.computeIfAbsent(unit.body(), key -> new ArrayList<>()).add(unit);
        } else {
          children.computeIfAbsent(parent.id(), key -> new ArrayList<>()).add(unit);
        }
      }
    }

    Optional<Part> part(Named body) {
      List<Part> parts =
          tops.getOrDefault(body.id(), List.of()).stream().map(unit -> part(unit, 1)).toList();
      Pool whole =
          tops.getOrDefault(body.id(), List.of()).stream()
              .map(this::within)
              .reduce(byBody.getOrDefault(body.id(), Pool.NONE), Pool::plus);
      return whole.total == 0 && parts.isEmpty()
          ? Optional.empty()
          : Optional.of(whole.part(body.name(), parts));
    }

    List<Part> below(UUID unit) {
      return children.getOrDefault(unit, List.of()).stream().map(child -> part(child, 0)).toList();
    }

    Pool own(UUID unit) {
      return byUnit.getOrDefault(unit, Pool.NONE);
    }

    private Part part(Unit unit, int depth) {
      List<Part> parts =
          depth >= DEEPEST
              ? List.of()
              : children.getOrDefault(unit.id(), List.of()).stream()
                  .map(child -> part(child, depth + 1))
                  .toList();
      return within(unit).part(unit.name(), parts);
    }

    private Pool within(Unit unit) {
      return children.getOrDefault(unit.id(), List.of()).stream()
          .map(this::within)
          .reduce(own(unit.id()), Pool::plus);
    }
  }
}
