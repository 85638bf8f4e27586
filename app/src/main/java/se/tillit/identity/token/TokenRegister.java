package se.tillit.identity.token;

import static se.tillit.schema.identity.Tables.API_TOKEN;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.tillit.identity.ApiTokens;
import se.tillit.identity.IdentityChanged;
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
    return sql.selectFrom(API_TOKEN)
        .where(API_TOKEN.TENANT_ID.eq(viewer.tenant().value()))
        .orderBy(API_TOKEN.CREATED_AT.desc(), API_TOKEN.ID)
        .fetch(row ->
            new Token(
                row.getId(),
                row.getName(),
                row.getRole(),
                row.getUnitId(),
                row.getCreatedAt(),
                row.getCreatedBy(),
                row.getExpiresAt(),
                row.getLastUsedAt(),
                row.getRevokedAt()));
  }

  @Transactional(readOnly = true)
  List<UnitNames.UnitName> units() {
    return units.all();
  }

  /// @return the secret, told this once
  @Transactional
  String issue(Viewer viewer, ApiTokens.Wanted wanted) {
    String role = wanted.role().key();
    UUID unit = wanted.unit();
    for (var right : viewer.rights().entrySet()) {
      var scope = viewer.scope(right.getKey());
      boolean covered = scope.everything() || (unit != null && scope.reaches(unit));
      if (right.getValue().contains(role) && !covered) {
        throw new Refused("identity.token.beyond-own").at("role");
      }
    }
    if (unit != null && units.all().stream().noneMatch(one -> one.unit().equals(unit))) {
      throw new Refused("identity.token.unit-unknown").at("unit");
    }
    return tokens.issue(wanted, viewer.seat().account());
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
