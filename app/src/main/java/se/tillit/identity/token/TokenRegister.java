package se.tillit.identity.token;

import static se.tillit.schema.identity.Tables.API_TOKEN;
import static se.tillit.schema.identity.Tables.OWN_ROLE;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.tillit.identity.ApiTokens;
import se.tillit.identity.Grant;
import se.tillit.identity.IdentityChanged;
import se.tillit.identity.Role;
import se.tillit.identity.UnitNames;
import se.tillit.identity.Viewer;
import se.tillit.kernel.Refused;
import se.tillit.kernel.Unknown;

/// The tokens of a tenant. Nobody issues one that may do more than she may herself.
@Component
class TokenRegister {

  private final DSLContext sql;
  private final ApiTokens tokens;
  private final UnitNames units;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  TokenRegister(
      DSLContext sql,
      ApiTokens tokens,
      UnitNames units,
      ApplicationEventPublisher events,
      Clock clock) {
    this.sql = sql;
    this.tokens = tokens;
    this.units = units;
    this.events = events;
    this.clock = clock;
  }

  @Transactional(readOnly = true)
  List<Token> all(Viewer viewer) {
    return sql.select(
            API_TOKEN.ID,
            API_TOKEN.NAME,
            API_TOKEN.ROLE,
            OWN_ROLE.NAME,
            API_TOKEN.UNIT_ID,
            API_TOKEN.CREATED_AT,
            API_TOKEN.CREATED_BY,
            API_TOKEN.EXPIRES_AT,
            API_TOKEN.LAST_USED_AT,
            API_TOKEN.REVOKED_AT)
        .from(API_TOKEN)
        .leftJoin(OWN_ROLE)
        .on(OWN_ROLE.TENANT_ID.eq(API_TOKEN.TENANT_ID), OWN_ROLE.ID.eq(API_TOKEN.OWN_ROLE_ID))
        .where(API_TOKEN.TENANT_ID.eq(viewer.tenant().value()))
        .orderBy(API_TOKEN.CREATED_AT.desc(), API_TOKEN.ID)
        .fetch(Records.mapping(Token::new));
  }

  @Transactional(readOnly = true)
  List<UnitNames.UnitName> units() {
    return units.all();
  }

  /// The tenant's own roles, which a token may have too.
  @Transactional(readOnly = true)
  Map<UUID, String> ownRoles() {
    return sql.select(OWN_ROLE.ID, OWN_ROLE.NAME)
        .from(OWN_ROLE)
        .orderBy(OWN_ROLE.NAME, OWN_ROLE.ID)
        .fetchMap(OWN_ROLE.ID, OWN_ROLE.NAME);
  }

  /// @return the secret, told this once
  @Transactional
  String issue(Viewer viewer, TokenForm form) {
    ApiTokens.Powers powers = powers(form.plainRole());
    ApiTokens.Wanted wanted = form.wanted(powers);
    UUID unit = wanted.unit();
    for (String permission : permissions(viewer, powers)) {
      var scope = viewer.scope(permission);
      if (!scope.everything() && (unit == null || !scope.reaches(unit))) {
        throw new Refused("identity.token.beyond-own").at("role");
      }
    }
    if (unit != null && units.all().stream().noneMatch(one -> one.unit().equals(unit))) {
      throw new Refused("identity.token.unit-unknown").at("unit");
    }
    return tokens.issue(wanted, viewer.seat().account());
  }

  private ApiTokens.Powers powers(String role) {
    if (!role.startsWith(Grant.OWN)) {
      Role shipped =
          Role.of(role).orElseThrow(() -> new Refused("identity.token.role-missing").at("role"));
      return new ApiTokens.Powers(shipped, null, role);
    }
    return ownRoles().entrySet().stream()
        .filter(it -> role.equals(Grant.OWN + it.getKey()))
        .findFirst()
        .map(it -> new ApiTokens.Powers(null, it.getKey(), it.getValue()))
        .orElseThrow(() -> new Refused("identity.token.role-missing").at("role"));
  }

  private List<String> permissions(Viewer viewer, ApiTokens.Powers powers) {
    Role shipped = powers.shipped();
    if (shipped == null) {
      return sql.select(OWN_ROLE.PERMISSIONS)
          .from(OWN_ROLE)
          .where(OWN_ROLE.ID.eq(powers.own()))
          .fetchSingle(it -> List.of(it.value1()));
    }
    return viewer.rights().entrySet().stream()
        .filter(right -> right.getValue().contains(shipped.key()))
        .map(Map.Entry::getKey)
        .toList();
  }

  @Transactional
  void revoke(Viewer viewer, UUID id) {
    String name =
        sql.update(API_TOKEN)
            .set(API_TOKEN.REVOKED_AT, clock.instant())
            .where(API_TOKEN.TENANT_ID.eq(viewer.tenant().value()))
            .and(API_TOKEN.ID.eq(id))
            .and(API_TOKEN.REVOKED_AT.isNull())
            .returning(API_TOKEN.NAME)
            .fetchOptional(API_TOKEN.NAME)
            .orElseThrow(() -> new Unknown("api-token", id));
    events.publishEvent(
        new IdentityChanged(
            viewer.tenant(), "identity.token-revoked", "api-token", id, name, Map.of()));
  }
}
