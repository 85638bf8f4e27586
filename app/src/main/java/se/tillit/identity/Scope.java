package se.tillit.identity;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/// How far a viewer's permission reaches, as the one SQL predicate that every list joins.
public record Scope(boolean everything, Set<UUID> bodies, Set<UUID> units) {

  public static final Scope NOTHING = new Scope(false, Set.of(), Set.of());
  public static final Scope EVERYTHING = new Scope(true, Set.of(), Set.of());

  /// The units whose records the viewer may reach.
  public Condition covers(Field<UUID> unit) {
    if (everything) {
      return DSL.noCondition();
    }
    return unit.eq(DSL.any(units.toArray(UUID[]::new)));
  }

  /// The bodies that the viewer may reach as such.
  public Condition coversBody(Field<UUID> body) {
    if (everything) {
      return DSL.noCondition();
    }
    return body.eq(DSL.any(bodies.toArray(UUID[]::new)));
  }

  public boolean reaches(UUID unit) {
    return everything || units.contains(unit);
  }

  public boolean reachesBody(UUID body) {
    return everything || bodies.contains(body);
  }

  public boolean isEmpty() {
    return !everything && bodies.isEmpty() && units.isEmpty();
  }

  static Scope of(Collection<Grant> grants) {
    var bodies = new HashSet<UUID>();
    var units = new HashSet<UUID>();
    for (Grant grant : grants) {
      if (grant.everything()) {
        return EVERYTHING;
      }
      bodies.addAll(grant.bodies());
      units.addAll(grant.units());
    }
    return new Scope(false, Set.copyOf(bodies), Set.copyOf(units));
  }
}
