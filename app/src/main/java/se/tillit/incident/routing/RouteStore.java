package se.tillit.incident.routing;

import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static se.tillit.schema.incident.Tables.CONFIGURATION;
import static se.tillit.schema.incident.Tables.INCIDENT;
import static se.tillit.schema.incident.Tables.RECIPIENT;
import static se.tillit.schema.incident.Tables.ROUTE;
import static se.tillit.schema.organisation.Tables.CURRENT_ASSIGNMENT;
import static se.tillit.schema.organisation.Tables.CURRENT_BODY;
import static se.tillit.schema.organisation.Tables.CURRENT_ROLE_HOLDING;
import static se.tillit.schema.organisation.Tables.PERSON_NAME;

import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Records;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.tillit.kernel.Acting;
import se.tillit.kernel.Ids;
import se.tillit.kernel.Unknown;

/// Rows of the configuration, of routes, and of who has been told.
@Component
class RouteStore {

  private final DSLContext sql;
  private final Clock clock;

  RouteStore(DSLContext sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  Configuration configuration() {
    return sql.select(
            CONFIGURATION.ANONYMOUS_ALLOWED,
            CONFIGURATION.OFFICER_DIRECTLY,
            CONFIGURATION.DIARY_DEMANDED,
            CONFIGURATION.DEFAULT_GROUND,
            CONFIGURATION.SIZE_LIMIT,
            CONFIGURATION.VERSION)
        .from(CONFIGURATION)
        .fetchOptional(Records.mapping(Configuration::new))
        .orElse(Configuration.DEFAULT);
  }

  /// Writes it unless somebody else did since it was read; version -1 is none yet.
  boolean configure(Configuration wanted) {
    Map<Field<?>, @Nullable Object> values = new LinkedHashMap<>();
    values.put(CONFIGURATION.ANONYMOUS_ALLOWED, wanted.anonymousAllowed());
    values.put(CONFIGURATION.OFFICER_DIRECTLY, wanted.officerDirectly());
    values.put(CONFIGURATION.DIARY_DEMANDED, wanted.diaryDemanded());
    values.put(CONFIGURATION.DEFAULT_GROUND, wanted.defaultGround());
    values.put(CONFIGURATION.SIZE_LIMIT, wanted.sizeLimit());
    values.put(CONFIGURATION.VERSION, wanted.version() + 1);
    if (wanted.version() < 0) {
      return sql.insertInto(CONFIGURATION)
              .set(CONFIGURATION.TENANT_ID, tenant())
              .set(values)
              .onConflictDoNothing()
              .execute()
          == 1;
    }
    return sql.update(CONFIGURATION)
            .set(values)
            .where(CONFIGURATION.VERSION.eq(wanted.version()))
            .execute()
        == 1;
  }

  List<Route> routes() {
    return sql.select(
            ROUTE.ID,
            ROUTE.BODY_ID,
            CURRENT_BODY.NAME,
            ROUTE.KIND,
            ROUTE.PERSONAL_DATA,
            ROUTE.ROLE,
            ROUTE.PERSON_ID,
            PERSON_NAME.NAME)
        .from(ROUTE)
        .leftJoin(CURRENT_BODY)
        .on(CURRENT_BODY.TENANT_ID.eq(ROUTE.TENANT_ID))
        .and(CURRENT_BODY.BODY_ID.eq(ROUTE.BODY_ID))
        .leftJoin(PERSON_NAME)
        .on(PERSON_NAME.TENANT_ID.eq(ROUTE.TENANT_ID))
        .and(PERSON_NAME.PERSON_ID.eq(ROUTE.PERSON_ID))
        .orderBy(CURRENT_BODY.NAME.asc().nullsFirst(), ROUTE.ID)
        .fetch(Records.mapping(Route::new));
  }

  Route route(UUID id) {
    return routes().stream()
        .filter(it -> it.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new Unknown("incident route", id));
  }

  UUID insert(Route route) {
    UUID id = Ids.next();
    sql.insertInto(ROUTE)
        .set(ROUTE.TENANT_ID, tenant())
        .set(ROUTE.ID, id)
        .set(ROUTE.BODY_ID, route.body())
        .set(ROUTE.KIND, route.kind())
        .set(ROUTE.PERSONAL_DATA, route.personalData())
        .set(ROUTE.ROLE, route.role())
        .set(ROUTE.PERSON_ID, route.person())
        .execute();
    return id;
  }

  void delete(UUID id) {
    sql.deleteFrom(ROUTE).where(ROUTE.ID.eq(id)).execute();
  }

  boolean knowsBody(UUID body) {
    return sql.fetchExists(
        select(CURRENT_BODY.BODY_ID).from(CURRENT_BODY).where(CURRENT_BODY.BODY_ID.eq(body)));
  }

  /// Whether the person holds one of the roles, or manages something.
  boolean mayRead(UUID person, Collection<String> roles) {
    var r = CURRENT_ROLE_HOLDING;
    var a = CURRENT_ASSIGNMENT;
    return sql.fetchExists(
        selectOne()
            .from(r)
            .where(r.PERSON_ID.eq(person))
            .and(r.ROLE.in(roles))
            .unionAll(selectOne().from(a).where(a.PERSON_ID.eq(person)).and(a.KIND.eq("manager"))));
  }

  /// Keeps who shall have the case; answers those who did not before.
  Set<UUID> keepRecipients(UUID incident, Set<UUID> people) {
    var fresh = new LinkedHashSet<UUID>();
    for (UUID person : people) {
      int added =
          sql.insertInto(RECIPIENT)
              .set(RECIPIENT.TENANT_ID, tenant())
              .set(RECIPIENT.INCIDENT_ID, incident)
              .set(RECIPIENT.PERSON_ID, person)
              .set(RECIPIENT.TOLD_AT, clock.instant())
              .onConflictDoNothing()
              .execute();
      if (added == 1) {
        fresh.add(person);
      }
    }
    return fresh;
  }

  /// Whoever has been told of the case, and its handler.
  Set<UUID> recipients(UUID incident) {
    return sql.select(RECIPIENT.PERSON_ID)
        .from(RECIPIENT)
        .where(RECIPIENT.INCIDENT_ID.eq(incident))
        .union(
            select(INCIDENT.HANDLER_PERSON_ID)
                .from(INCIDENT)
                .where(INCIDENT.ID.eq(incident))
                .and(INCIDENT.HANDLER_PERSON_ID.isNotNull()))
        .fetchSet(RECIPIENT.PERSON_ID);
  }

  private static UUID tenant() {
    return Acting.current().tenant().value();
  }
}
