package se.tillit.identity.tenant;

import java.util.Map;
import java.util.function.Supplier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import se.tillit.identity.IdentityChanged;
import se.tillit.identity.Tenants;
import se.tillit.kernel.Acting;
import se.tillit.kernel.Actor;
import se.tillit.kernel.Ids;
import se.tillit.kernel.TenantId;
import se.tillit.web.Words;

/// Opens a tenant together with its first administrator, both or neither, acting within the new
/// tenant.
@Component
class TenantOpening {

  private final Tenants tenants;
  private final Invitations invitations;
  private final TransactionTemplate transaction;
  private final ApplicationEventPublisher events;

  TenantOpening(
      Tenants tenants,
      Invitations invitations,
      TransactionTemplate transaction,
      ApplicationEventPublisher events) {
    this.tenants = tenants;
    this.invitations = invitations;
    this.transaction = transaction;
    this.events = events;
  }

  SentInvitation open(String opener, TenantForm form, Words words) {
    var id = new TenantId(Ids.next());
    return within(
        opener,
        id,
        () -> {
          var tenant =
              tenants.open(
                  id,
                  TenantForm.typed(form.key()).strip(),
                  TenantForm.typed(form.municipality()).strip(),
                  false);
          events.publishEvent(
              new IdentityChanged(
                  id, "identity.tenant-opened", "tenant", id.value(), tenant.name(), Map.of()));
          return invitations.inviteAdministrator(
              TenantForm.typed(form.name()), TenantForm.typed(form.email()), words);
        });
  }

  SentInvitation invite(
      String opener, Tenants.Tenant tenant, String name, String email, Words words) {
    return within(opener, tenant.id(), () -> invitations.inviteAdministrator(name, email, words));
  }

  private <T> T within(String opener, TenantId tenant, Supplier<T> work) {
    try {
      return Acting.as(
          Actor.system(tenant, opener), () -> transaction.execute(status -> work.get()));
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
