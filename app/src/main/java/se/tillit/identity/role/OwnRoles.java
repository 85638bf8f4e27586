package se.tillit.identity.role;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.tillit.identity.IdentityChanged;
import se.tillit.identity.Role;
import se.tillit.identity.UnitNames;
import se.tillit.identity.Viewer;
import se.tillit.kernel.Ids;
import se.tillit.kernel.Refused;
import se.tillit.kernel.Stale;
import se.tillit.kernel.Unknown;
import se.tillit.web.Words;

/// The roles that a tenant makes for itself. Nobody puts more into one, nor gives one away, than
/// she may do herself where it reaches.
@Component
class OwnRoles {

  private final RoleStore store;
  private final UnitNames units;
  private final ApplicationEventPublisher events;

  OwnRoles(RoleStore store, UnitNames units, ApplicationEventPublisher events) {
    this.store = store;
    this.units = units;
    this.events = events;
  }

  @Transactional(readOnly = true)
  List<OwnRole> all() {
    return store.all();
  }

  @Transactional(readOnly = true)
  OwnRole one(UUID id) {
    return store.find(id).orElseThrow(() -> new Unknown("own-role", id));
  }

  @Transactional(readOnly = true)
  List<Holder> holders(Viewer viewer, UUID role) {
    return store.holders(role, Words.in(viewer.settings().language()));
  }

  @Transactional(readOnly = true)
  List<UnitNames.UnitName> units() {
    return units.all();
  }

  /// What the viewer may put into a role: all that she may do everywhere.
  static List<String> grantable(Viewer viewer) {
    return viewer.rights().keySet().stream()
        .filter(permission -> viewer.scope(permission).everything())
        .sorted()
        .toList();
  }

  /// What a shipped role may do, for a copy of it.
  static List<String> permissionsOf(Viewer viewer, Role shipped) {
    return viewer.rights().entrySet().stream()
        .filter(right -> right.getValue().contains(shipped.key()))
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  @Transactional
  UUID make(Viewer viewer, RoleForm form) {
    RoleForm checked = form.checked();
    demandGrantable(viewer, checked.chosen());
    demandFree(checked.plainName(), null);
    UUID id = Ids.next();
    store.insert(id, checked.plainName(), checked.chosen());
    tell(viewer, "identity.role-made", id, checked.plainName(), permissions(checked.chosen()));
    return id;
  }

  /// Changes the role for all who have it. What it could do already may stay; what is new must be
  /// the viewer's to give.
  @Transactional
  void change(Viewer viewer, UUID id, RoleForm form) {
    RoleForm checked = form.checked();
    OwnRole before = held(id);
    var added = new ArrayList<>(checked.chosen());
    added.removeAll(before.permissions());
    demandGrantable(viewer, added);
    demandFree(checked.plainName(), id);
    if (!store.update(id, checked.versionRead(), checked.plainName(), checked.chosen())) {
      throw new Stale("own-role", id);
    }
    var removed = new ArrayList<>(before.permissions());
    removed.removeAll(checked.chosen());
    var detail = new HashMap<String, String>();
    detail.put("permissionsAdded", String.join(", ", added));
    detail.put("permissionsRemoved", String.join(", ", removed));
    detail.put("nameBefore", before.name().equals(checked.plainName()) ? "" : before.name());
    detail.values().removeIf(String::isEmpty);
    tell(viewer, "identity.role-changed", id, checked.plainName(), detail);
  }

  @Transactional
  void remove(Viewer viewer, UUID id) {
    OwnRole role = held(id);
    if (role.holders() > 0) {
      throw new Refused("identity.role.in-use", role.holders());
    }
    int tokens = store.livingTokens(id);
    if (tokens > 0) {
      throw new Refused("identity.role.in-use-by-tokens", tokens);
    }
    store.delete(id);
    tell(viewer, "identity.role-removed", id, role.name(), permissions(role.permissions()));
  }

  @Transactional
  UUID give(Viewer viewer, UUID id, HolderForm form) {
    OwnRole role = held(id);
    UUID account =
        store
            .account(form.plainLogin())
            .orElseThrow(() -> new Refused("identity.role.account-unknown").at("login"));
    UUID unit = form.unitId();
    String unitName = unitName(unit);
    for (String permission : role.permissions()) {
      var scope = viewer.scope(permission);
      if (!scope.everything() && (unit == null || !scope.reaches(unit))) {
        throw new Refused("identity.role.beyond-own").at("login");
      }
    }
    LocalDate until = form.lastDay();
    UUID holding = store.give(Ids.next(), id, account, unit, until);
    var detail = new HashMap<String, String>();
    detail.put("account", form.plainLogin());
    detail.put("unit", unitName);
    detail.put("to", until == null ? "" : until.toString());
    detail.values().removeIf(String::isEmpty);
    tell(viewer, "identity.role-given", id, role.name(), detail);
    return holding;
  }

  @Transactional
  void take(Viewer viewer, UUID id, UUID holding) {
    OwnRole role = held(id);
    Holder holder =
        holders(viewer, id).stream()
            .filter(one -> one.id().equals(holding))
            .findFirst()
            .orElseThrow(() -> new Unknown("holder", holding));
    store.take(holder);
    var detail = Map.of("account", holder.login());
    tell(viewer, "identity.role-taken", id, role.name(), detail);
  }

  private OwnRole held(UUID id) {
    return store.hold(id).orElseThrow(() -> new Unknown("own-role", id));
  }

  private static void demandGrantable(Viewer viewer, Collection<String> permissions) {
    for (String permission : permissions) {
      if (!viewer.rights().containsKey(permission)) {
        throw new Refused("identity.role.permission-unknown", permission).at("permissions");
      }
      if (!viewer.scope(permission).everything()) {
        throw new Refused("identity.role.beyond-own").at("permissions");
      }
    }
  }

  private void demandFree(String name, @Nullable UUID except) {
    if (store.isTaken(name, except)) {
      throw new Refused("identity.role.name-taken", name).at("name");
    }
  }

  private String unitName(@Nullable UUID unit) {
    if (unit == null) {
      return "";
    }
    return units.all().stream()
        .filter(one -> one.unit().equals(unit))
        .map(UnitNames.UnitName::name)
        .findFirst()
        .orElseThrow(() -> new Refused("identity.role.unit-unknown").at("unit"));
  }

  private static Map<String, String> permissions(Collection<String> permissions) {
    return Map.of("permissions", String.join(", ", permissions));
  }

  private void tell(
      Viewer viewer, String action, UUID id, String name, Map<String, String> detail) {
    events.publishEvent(new IdentityChanged(viewer.tenant(), action, "own-role", id, name, detail));
  }
}
