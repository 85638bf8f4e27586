package se.tillit.followup;

import static java.util.Objects.requireNonNull;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;
import static se.tillit.schema.organisation.Tables.DATED_UNIT;
import static se.tillit.schema.organisation.Tables.DATED_UNIT_ANCESTOR;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import se.tillit.identity.Scope;
import se.tillit.schema.kernel.Routines;
import se.tillit.schema.organisation.tables.DatedUnit;
import se.tillit.schema.organisation.tables.DatedUnitAncestor;

/// Which part of the organisation is looked at, and on which day: what the viewer may see, and
/// within it the body or the unit that she chose.
///
/// @param day null for now
record Reach(Scope scope, @Nullable UUID body, @Nullable UUID unit, @Nullable LocalDate day) {

  private static final DatedUnit U = DATED_UNIT;
  private static final DatedUnitAncestor A = DATED_UNIT_ANCESTOR;

  static Reach ofBody(UUID body) {
    return new Reach(Scope.EVERYTHING, body, null, null);
  }

  static final Reach WHOLE = new Reach(Scope.EVERYTHING, null, null, null);

  Reach on(@Nullable LocalDate other) {
    return new Reach(scope, body, unit, other);
  }

  /// The reach as the end of an address; empty for the whole of today.
  String query() {
    String part = unit != null ? "unit=" + unit : body != null ? "body=" + body : "";
    String when = day == null ? "" : "day=" + day;
    String all = part + (part.isEmpty() || when.isEmpty() ? "" : "&") + when;
    return all.isEmpty() ? "" : "?" + all;
  }

  /// The end of an address, and the clause whose records alone are told of.
  static String within(String query, @Nullable UUID clause) {
    return clause == null ? query : query + (query.isEmpty() ? "?" : "&") + "clause=" + clause;
  }

  /// The month that a trend ends with.
  YearMonth lastMonth(LocalDate today) {
    return YearMonth.from(day == null ? today : day);
  }

  /// Whether it is the whole tenant, so that sums need no units.
  boolean isWhole() {
    return scope.everything() && body == null && unit == null;
  }

  /// What a figure of the day looked at is of, by the units of that day.
  Condition of(Field<UUID> bodyOf, Field<UUID> unitOf) {
    Condition within =
        unit != null
            ? unitOf.in(select(A.UNIT_ID).from(A).where(belowUnit()).and(stood(A)))
            : body != null
                ? bodyOf
                    .eq(body)
                    .or(unitOf.in(select(U.UNIT_ID).from(U).where(ofBody()).and(stood(U))))
                : noCondition();
    return visible(bodyOf, unitOf).and(within);
  }

  /// The same for figures of several days, each by the units of its own.
  Condition of(Field<UUID> bodyOf, Field<UUID> unitOf, Field<LocalDate> dayOf, Table<?> days) {
    Field<LocalDate> each = requireNonNull(days.field(dayOf));
    var one = row(unitOf, dayOf);
    Condition within =
        unit != null
            ? one.in(
                select(A.UNIT_ID, each)
                    .from(A)
                    .join(days)
                    .on(stood(A.FROM_DAY, A.TO_DAY, each))
                    .where(belowUnit()))
            : body != null
                ? bodyOf
                    .eq(body)
                    .or(
                        one.in(
                            select(U.UNIT_ID, each)
                                .from(U)
                                .join(days)
                                .on(stood(U.FROM_DAY, U.TO_DAY, each))
                                .where(ofBody())))
                : noCondition();
    return visible(bodyOf, unitOf).and(within);
  }

  private Condition belowUnit() {
    return A.ANCESTOR_ID.eq(unit);
  }

  private Condition ofBody() {
    return U.BODY_ID.eq(body);
  }

  /// Where a unit stood on the day looked at.
  Condition stood(DatedUnit units) {
    return stood(units.FROM_DAY, units.TO_DAY, dayOrToday());
  }

  /// What was above a unit on the day looked at.
  Condition stood(DatedUnitAncestor above) {
    return stood(above.FROM_DAY, above.TO_DAY, dayOrToday());
  }

  /// What was in force on the day looked at.
  Condition stood(Field<LocalDate> from, Field<LocalDate> to) {
    return stood(from, to, dayOrToday());
  }

  private Field<LocalDate> dayOrToday() {
    return day == null ? Routines.today() : val(day);
  }

  static Condition stood(Field<LocalDate> from, Field<LocalDate> to, Field<LocalDate> on) {
    return from.le(on).and(to.isNull().or(to.ge(on)));
  }

  private Condition visible(Field<UUID> bodyOf, Field<UUID> unitOf) {
    return scope.everything()
        ? noCondition()
        : scope.covers(unitOf).or(unitOf.isNull().and(scope.coversBody(bodyOf)));
  }
}
