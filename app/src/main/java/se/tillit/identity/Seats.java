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
import se.tillit.web.Words;

/// Turns a signed-in principal into the viewer of a tenant, with what the organisation grants
/// today.
@Component
public class Seats {

  private static final Viewer.Settings PLAIN = new Viewer.Settings("sv", "auto", "comfortable");

  /// A machine is no person and holds no duty.
  private static final GrantSource.Standing NOBODY =
      new GrantSource.Standing(null, false, List.of());

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
          var tenant = new TenantId(found.tenant());
          var person = new PersonId(found.person());
          Held held =
              held(new Actor(tenant, person, ""), person, found.ownRoles() ? account : null);
          Words words = Words.in(found.settings().language());
          var actor = new Actor(tenant, person, ShownName.of(held.name(), found.name(), words));
          var seat =
              new Viewer.Seat(account, tenantKey, found.tenantName(), found.demo(), found.doors());
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
          Held held = held(actor, machine);
          return new Viewer(actor, seat, PLAIN, held.grants(), held.rights());
        });
  }

  /// What somebody is called and has been granted, and what each of the roles among it may do.
  private record Held(@Nullable String name, List<Grant> grants, Map<String, Set<String>> rights) {}

  private Held held(Actor actor, PersonId person, @Nullable UUID withOwnRoles) {
    return within(
        actor,
        () -> {
          GrantSource.Standing standing = grants.standingOf(person);
          if (withOwnRoles == null || standing.hasLeft()) {
            return new Held(standing.name(), standing.grants(), rights.rolesByPermission());
          }
          return joined(standing, ownRoles.heldBy(withOwnRoles));
        });
  }

  private Held joined(GrantSource.Standing standing, List<OwnRoleStore.Held> own) {
    var granted = new ArrayList<>(standing.grants());
    for (OwnRoleStore.Held role : own) {
      String key = Grant.OWN + role.name();
      UUID unit = role.unit();
      granted.add(unit == null ? Grant.everywhere(key) : grants.within(key, unit));
    }
    return new Held(standing.name(), List.copyOf(granted), rights.with(own));
  }

  /// A machine whose own role is gone may nothing.
  private Held held(Actor actor, TokenPrincipal machine) {
    UUID own = machine.ownRole();
    if (own != null) {
      return within(actor, () -> joined(NOBODY, ownRoles.one(own, machine.unit())));
    }
    String role = machine.role();
    UUID unit = machine.unit();
    if (role == null) {
      return new Held(null, List.of(), rights.rolesByPermission());
    }
    Grant granted =
        unit == null ? Grant.everywhere(role) : within(actor, () -> grants.within(role, unit));
    return new Held(null, List.of(granted), rights.rolesByPermission());
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
