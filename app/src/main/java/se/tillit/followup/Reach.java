package se.tillit.followup;

import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static se.tillit.schema.organisation.Tables.CURRENT_UNIT;
import static se.tillit.schema.organisation.Tables.CURRENT_UNIT_ANCESTOR;

import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import se.tillit.identity.Scope;

/// Which part of the organisation is looked at: what the viewer may see, and within it the body or
/// the unit that she chose.
record Reach(Scope scope, @Nullable UUID body, @Nullable UUID unit) {

  static Reach of(Scope scope, @Nullable UUID body, @Nullable UUID unit) {
    return new Reach(scope, body, unit);
  }

  static Reach ofBody(UUID body) {
    return new Reach(Scope.EVERYTHING, body, null);
  }

  static final Reach WHOLE = new Reach(Scope.EVERYTHING, null, null);

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
