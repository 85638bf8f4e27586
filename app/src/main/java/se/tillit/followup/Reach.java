package se.tillit.followup;

import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static se.tillit.schema.organisation.Tables.CURRENT_UNIT;
import static se.tillit.schema.organisation.Tables.CURRENT_UNIT_ANCESTOR;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import se.tillit.identity.Scope;

/// Which part of the organisation is looked at, and on which day: what the viewer may see, and
/// within it the body or the unit that she chose.
///
/// @param day null for now
record Reach(Scope scope, @Nullable UUID body, @Nullable UUID unit, @Nullable LocalDate day) {

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

  /// The month that a trend ends with.
  YearMonth lastMonth(LocalDate today) {
    return YearMonth.from(day == null ? today : day);
  }

  /// Whether it is the whole tenant, so that sums need no units.
  boolean isWhole() {
    return scope.everything() && body == null && unit == null;
  }

  Condition of(Field<UUID> bodyOf, Field<UUID> unitOf) {
    return visible(bodyOf, unitOf).and(chosen(bodyOf, unitOf));
  }

  private Condition visible(Field<UUID> bodyOf, Field<UUID> unitOf) {
    return scope.everything()
        ? noCondition()
        : scope.covers(unitOf).or(unitOf.isNull().and(scope.coversBody(bodyOf)));
  }

  private Condition chosen(Field<UUID> bodyOf, Field<UUID> unitOf) {
    if (unit != null) {
      return unitOf.in(
          select(CURRENT_UNIT_ANCESTOR.UNIT_ID)
              .from(CURRENT_UNIT_ANCESTOR)
              .where(CURRENT_UNIT_ANCESTOR.ANCESTOR_ID.eq(unit)));
    }
    if (body != null) {
      return bodyOf
          .eq(body)
          .or(
              unitOf.in(
                  select(CURRENT_UNIT.UNIT_ID)
                      .from(CURRENT_UNIT)
                      .where(CURRENT_UNIT.BODY_ID.eq(body))));
    }
    return noCondition();
  }
}
