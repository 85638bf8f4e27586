package se.tillit.incident.routing;

import static se.tillit.schema.organisation.Tables.CURRENT_ASSIGNMENT;
import static se.tillit.schema.organisation.Tables.CURRENT_BODY;
import static se.tillit.schema.organisation.Tables.CURRENT_MANAGER;
import static se.tillit.schema.organisation.Tables.LIVING_HOLDER;
import static se.tillit.schema.organisation.Tables.PERSON_NAME;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.tillit.identity.Role;

/// Finds the people whom a case shall reach today. Where no route fits, the coordinators of the
/// body, and the data protection officer when there are personal data in it.
@Component
class Recipients {

  private static final String OFFICER = Role.DATA_PROTECTION_OFFICER.key();

  private final DSLContext sql;

  Recipients(DSLContext sql) {
    this.sql = sql;
  }

  Set<UUID> of(Routing.Sorted sorted, Configuration configuration, List<Route> routes) {
    boolean officerToo = configuration.officerDirectly() || sorted.looked();
    var people = new LinkedHashSet<UUID>();
    List<Route> fitting = routes.stream().filter(route -> fits(route, sorted)).toList();
    if (fitting.isEmpty()) {
      people.addAll(holding(Role.COORDINATOR.key(), sorted.body()));
      if (officerToo && sorted.personalData().equals("YES")) {
        people.addAll(holding(OFFICER, sorted.body()));
      }
    }
    for (Route route : fitting) {
      if (officerToo || !OFFICER.equals(route.role())) {
        people.addAll(named(route, sorted));
      }
    }
    return people.isEmpty() ? lastResort(sorted) : people;
  }

  /// Nobody would know: whoever answers for security does, else whoever runs Tillit.
  private Set<UUID> lastResort(Routing.Sorted sorted) {
    for (Role role : List.of(Role.COORDINATOR, Role.HEAD_OF_SECURITY, Role.ADMINISTRATOR)) {
      Set<UUID> people = holding(role.key(), sorted.body());
      if (!people.isEmpty()) {
        return people;
      }
    }
    return Set.of();
  }

  private Set<UUID> named(Route route, Routing.Sorted sorted) {
    UUID person = route.person();
    if (person != null) {
      return there(person);
    }
    String role = String.valueOf(route.role());
    return role.equals(Role.MANAGER.key())
        ? managerOf(sorted.unit())
        : holding(role, sorted.body());
  }

  /// Herself, unless she has left.
  private Set<UUID> there(UUID person) {
    boolean serves =
        sql.fetchExists(LIVING_HOLDER, LIVING_HOLDER.PERSON_ID.eq(person))
            || sql.fetchExists(CURRENT_ASSIGNMENT, CURRENT_ASSIGNMENT.PERSON_ID.eq(person));
    return serves ? Set.of(person) : Set.of();
  }

  private Set<UUID> managerOf(@Nullable UUID unit) {
    return unit == null
        ? Set.of()
        : sql.select(CURRENT_MANAGER.PERSON_ID)
            .from(CURRENT_MANAGER)
            .where(CURRENT_MANAGER.UNIT_ID.eq(unit))
            .fetchSet(CURRENT_MANAGER.PERSON_ID);
  }

  /// Who takes what is or may be security-protected: whoever answers for protective security, else
  /// for security, else whoever runs Tillit. What belongs to no body yet is for all of them.
  Set<UUID> guarding(@Nullable UUID body) {
    for (Role role :
        List.of(Role.SECURITY_PROTECTION_OFFICER, Role.HEAD_OF_SECURITY, Role.ADMINISTRATOR)) {
      Set<UUID> people =
          body == null
              ? sql.select(LIVING_HOLDER.PERSON_ID)
                  .from(LIVING_HOLDER)
                  .where(LIVING_HOLDER.ROLE.eq(role.key()))
                  .fetchSet(LIVING_HOLDER.PERSON_ID)
              : holding(role.key(), body);
      if (!people.isEmpty()) {
        return people;
      }
    }
    return Set.of();
  }

  /// Those who hold a role for the whole tenant, or for the body or its legal entity.
  Set<UUID> holding(String role, @Nullable UUID body) {
    var r = LIVING_HOLDER;
    Condition whole = r.BODY_ID.isNull().and(r.UNIT_ID.isNull()).and(r.LEGAL_ENTITY_ID.isNull());
    Condition there =
        body == null
            ? DSL.falseCondition()
            : r.BODY_ID
                .eq(body)
                .or(
                    r.LEGAL_ENTITY_ID.in(
                        DSL.select(CURRENT_BODY.LEGAL_ENTITY_ID)
                            .from(CURRENT_BODY)
                            .where(CURRENT_BODY.BODY_ID.eq(body))));
    return sql.select(r.PERSON_ID)
        .from(r)
        .join(PERSON_NAME)
        .on(PERSON_NAME.TENANT_ID.eq(r.TENANT_ID))
        .and(PERSON_NAME.PERSON_ID.eq(r.PERSON_ID))
        .where(r.ROLE.eq(role))
        .and(whole.or(there))
        .fetchSet(r.PERSON_ID);
  }

  private static boolean fits(Route route, Routing.Sorted sorted) {
    Boolean personal = route.personalData();
    return (route.body() == null || route.body().equals(sorted.body()))
        && (route.kind() == null || route.kind().equals(sorted.kind()))
        && (personal == null || sorted.personalData().equals(personal ? "YES" : "NO"));
  }
}
