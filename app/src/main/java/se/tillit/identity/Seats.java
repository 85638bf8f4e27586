package se.tillit.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
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
  private final OwnRoleStore ownRoles;
  private final PageTransaction pages;

  Seats(
      SeatStore store,
      GrantSource grants,
      Rights rights,
      OwnRoleStore ownRoles,
      PageTransaction pages) {
    this.store = store;
    this.grants = grants;
    this.rights = rights;
    this.ownRoles = ownRoles;
    this.pages = pages;
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
              new Viewer.Seat(account, tenantKey, found.tenantName(), found.demo(), found.doors());
          Held held = held(actor, person, found.ownRoles() ? account : null);
          return new Viewer(actor, seat, found.settings(), held.grants(), held.rights());
        });
  }

  private Optional<Viewer> ofToken(TokenPrincipal machine, String tenantKey) {
    return store
        .tenant(tenantKey)
        .filter(tenant -> tenant.id().equals(machine.tenant().value()))
        .map(tenant -> {
          var actor = Actor.system(machine.tenant(), machine.name());
          var seat = new Viewer.Seat(null, tenantKey, tenant.name(), tenant.demo(), List.of());
          var granted = List.of(grantOf(actor, machine));
          return new Viewer(actor, seat, PLAIN, granted, rights.rolesByPermission());
        });
  }

  /// What somebody has been granted, and what each of the roles among it may do.
  private record Held(List<Grant> grants, Map<String, Set<String>> rights) {}

  private Held held(Actor actor, PersonId person, @Nullable UUID withOwnRoles) {
    return within(
        actor,
        () -> {
          List<Grant> granted = grants.grantsOf(person);
          if (withOwnRoles == null) {
            return new Held(granted, rights.rolesByPermission());
          }
          return joined(granted, ownRoles.heldBy(withOwnRoles));
        });
  }

  private Held joined(List<Grant> shipped, List<OwnRoleStore.Held> own) {
    var granted = new ArrayList<>(shipped);
    for (OwnRoleStore.Held role : own) {
      String key = Grant.OWN + role.name();
      UUID unit = role.unit();
      granted.add(unit == null ? Grant.everywhere(key) : grants.within(key, unit));
    }
    return new Held(List.copyOf(granted), rights.with(own));
  }

  private Grant grantOf(Actor actor, TokenPrincipal machine) {
    UUID unit = machine.unit();
    return unit == null
        ? Grant.everywhere(machine.role())
        : within(actor, () -> grants.within(machine.role(), unit));
  }

  private <T> T within(Actor actor, Supplier<T> question) {
    try {
      return Acting.as(actor, () -> pages.within(question));
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
