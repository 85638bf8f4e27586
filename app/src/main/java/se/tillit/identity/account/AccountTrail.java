package se.tillit.identity.account;

import static se.tillit.schema.identity.Tables.ACCOUNT;
import static se.tillit.schema.identity.Tables.MEMBERSHIP;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import se.tillit.identity.IdentityChanged;
import se.tillit.identity.People;
import se.tillit.identity.ShownName;
import se.tillit.kernel.Acting;
import se.tillit.kernel.Actor;
import se.tillit.kernel.PersonId;
import se.tillit.kernel.TenantId;
import se.tillit.web.Words;

/// Tells the trail of every tenant that an account belongs to what happened to the account. Each
/// tenant's entry has a transaction of its own, since a transaction sees one tenant; an entry that
/// can't be written undoes the change.
@Component
public class AccountTrail {

  private final DSLContext sql;
  private final People people;
  private final ApplicationEventPublisher events;
  private final TransactionTemplate apart;

  AccountTrail(
      DSLContext sql,
      People people,
      ApplicationEventPublisher events,
      PlatformTransactionManager transactions) {
    this.sql = sql;
    this.people = people;
    this.events = events;
    this.apart = new TransactionTemplate(transactions);
    this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  public void record(UUID account, String action) {
    record(account, action, Map.of());
  }

  public void record(UUID account, String action, Map<String, String> detail) {
    var seats =
        sql.select(MEMBERSHIP.TENANT_ID, MEMBERSHIP.PERSON_ID, ACCOUNT.NAME, ACCOUNT.LANGUAGE)
            .from(MEMBERSHIP)
            .join(ACCOUNT)
            .on(ACCOUNT.ID.eq(MEMBERSHIP.ACCOUNT_ID))
            .where(MEMBERSHIP.ACCOUNT_ID.eq(account))
            .and(MEMBERSHIP.DISABLED_AT.isNull())
            .orderBy(MEMBERSHIP.TENANT_ID)
            .fetch();
    for (var seat : seats) {
      var tenant = new TenantId(seat.value1());
      var person = new PersonId(seat.value2());
      Acting.run(
          new Actor(tenant, person, ""),
          () ->
              apart.executeWithoutResult(status -> {
                String known = people.namesOf(Set.of(person.value())).get(person.value());
                String name = ShownName.of(known, seat.value3(), Words.in(seat.value4()));
                var change = new IdentityChanged(tenant, action, "account", account, name, detail);
                Acting.run(new Actor(tenant, person, name), () -> events.publishEvent(change));
              }));
    }
  }
}
