package se.tillit.identity.role;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import se.tillit.identity.DemoChapter;
import se.tillit.identity.DemoPeople;
import se.tillit.identity.IdentityChanged;
import se.tillit.identity.Role;
import se.tillit.kernel.Acting;
import se.tillit.kernel.Ids;
import se.tillit.kernel.Sweden;

/// A role of the invented municipality's own: whoever reviews a register reads it for a year and no
/// longer.
@Component
class DemoRoles implements DemoChapter {

  private static final String NAME = "Registergranskare";
  private static final List<String> PERMISSIONS =
      List.of("asset.read", "governingdocument.read", "organisation.read");

  private final RoleStore store;
  private final DemoPeople people;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  DemoRoles(RoleStore store, DemoPeople people, ApplicationEventPublisher events, Clock clock) {
    this.store = store;
    this.people = people;
    this.events = events;
    this.clock = clock;
  }

  @Override
  public int order() {
    return 15;
  }

  @Override
  public void write(String tenantKey) {
    UUID role = Ids.next();
    store.insert(role, NAME, PERMISSIONS);
    for (UUID account : people.accountsOf(Role.AUDITOR)) {
      store.give(Ids.next(), role, account, null, Sweden.today(clock).plusYears(1));
    }
    events.publishEvent(
        new IdentityChanged(
            Acting.current().tenant(),
            "identity.role-made",
            "own-role",
            role,
            NAME,
            Map.of("permissions", String.join(", ", PERMISSIONS))));
  }
}
