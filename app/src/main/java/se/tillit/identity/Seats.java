package se.tillit.identity;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import se.tillit.kernel.Acting;
import se.tillit.kernel.Actor;
import se.tillit.kernel.PersonId;
import se.tillit.kernel.TenantId;

/// Turns a signed-in principal into the viewer of a tenant, with what the organisation grants
/// today.
@Component
public class Seats {

  private static final Viewer.Settings PLAIN = new Viewer.Settings("sv", "auto", "comfortable");

  private final SeatStore store;
  private final GrantSource grants;
  private final Rights rights;
  private final TransactionTemplate reading;

  Seats(SeatStore store, GrantSource grants, Rights rights, TransactionTemplate reading) {
    this.store = store;
    this.grants = grants;
    this.rights = rights;
    this.reading = reading;
  }

  /// The account as viewer of each tenant that it may enter, for what one person sees of several at
  /// once.
  public List<Viewer> everywhere(UUID account) {
    return store.doorsOf(account).stream()
        .flatMap(door -> ofAccount(account, door.tenantKey()).stream())
        .toList();
  }

  public Optional<Viewer> take(@Nullable Object principal, String tenantKey) {
    return switch (principal) {
      case AccountPrincipal someone -> ofAccount(someone.account(), tenantKey);
      case TokenPrincipal machine -> ofToken(machine, tenantKey);
      case null, default -> Optional.empty();
    };
  }

  private Optional<Viewer> ofAccount(UUID account, String tenantKey) {
    return store
        .seatOf(account, tenantKey)
        .map(found -> {
          var person = new PersonId(found.person());
          var actor = new Actor(new TenantId(found.tenant()), person, found.name());
          var seat =
              new Viewer.Seat(
                  account, tenantKey, found.tenantName(), found.demo(), store.doorsOf(account));
          var settings =
              new Viewer.Settings(found.language(), found.colourScheme(), found.density());
          return viewer(actor, seat, settings, grantsOf(actor, person));
        });
  }

  private Optional<Viewer> ofToken(TokenPrincipal machine, String tenantKey) {
    return store
        .tenant(tenantKey)
        .filter(tenant -> tenant.id().equals(machine.tenant().value()))
        .map(tenant -> {
          var actor = Actor.system(machine.tenant(), machine.name());
          var seat = new Viewer.Seat(null, tenantKey, tenant.name(), tenant.demo(), List.of());
          return viewer(actor, seat, PLAIN, List.of(grantOf(actor, machine)));
        });
  }

  private Viewer viewer(
      Actor actor, Viewer.Seat seat, Viewer.Settings settings, List<Grant> granted) {
    return new Viewer(actor, seat, settings, granted, rights.rolesByPermission());
  }

  private List<Grant> grantsOf(Actor actor, PersonId person) {
    return within(actor, () -> grants.grantsOf(person));
  }

  private Grant grantOf(Actor actor, TokenPrincipal machine) {
    UUID unit = machine.unit();
    return unit == null
        ? Grant.everywhere(machine.role())
        : within(actor, () -> grants.within(machine.role(), unit));
  }

  private <T> T within(Actor actor, Supplier<T> question) {
    try {
      return Acting.as(actor, () -> reading.execute(status -> question.get()));
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
