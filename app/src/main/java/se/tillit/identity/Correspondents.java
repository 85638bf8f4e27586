package se.tillit.identity;

import static se.tillit.schema.identity.Tables.ACCOUNT;
import static se.tillit.schema.identity.Tables.MEMBERSHIP;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.springframework.stereotype.Component;
import se.tillit.kernel.TenantId;

/// Where people with a sign-in may be written to, and in which language.
@Component
public class Correspondents {

  private final DSLContext sql;

  Correspondents(DSLContext sql) {
    this.sql = sql;
  }

  /// Someone to write to.
  public record Correspondent(UUID person, String name, String email, String language) {}

  /// Those of the people who have an address and a way in that is not shut; her newest where
  /// somebody has two.
  public Map<UUID, Correspondent> of(TenantId tenant, Collection<UUID> people) {
    return sql.select(MEMBERSHIP.PERSON_ID, ACCOUNT.NAME, ACCOUNT.EMAIL, ACCOUNT.LANGUAGE)
        .distinctOn(MEMBERSHIP.PERSON_ID)
        .from(MEMBERSHIP)
        .join(ACCOUNT)
        .on(ACCOUNT.ID.eq(MEMBERSHIP.ACCOUNT_ID))
        .where(MEMBERSHIP.TENANT_ID.eq(tenant.value()))
        .and(MEMBERSHIP.PERSON_ID.in(people))
        .and(MEMBERSHIP.DISABLED_AT.isNull())
        .and(ACCOUNT.EMAIL.isNotNull())
        .and(ACCOUNT.EMAIL.ne(""))
        .and(ACCOUNT.DISABLED_AT.isNull())
        .orderBy(MEMBERSHIP.PERSON_ID, MEMBERSHIP.CREATED_AT.desc(), ACCOUNT.ID)
        .fetchMap(MEMBERSHIP.PERSON_ID, Records.mapping(Correspondent::new));
  }
}
