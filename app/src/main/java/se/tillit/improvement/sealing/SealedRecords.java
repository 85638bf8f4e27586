package se.tillit.improvement.sealing;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.tillit.audittrail.Subject;
import se.tillit.audittrail.Trail;
import se.tillit.audittrail.Veils;
import se.tillit.improvement.Seals;
import se.tillit.notification.Notifications;

/// Seals the actions and findings of a record. The trail names each by its id alone.
@Component
class SealedRecords implements Seals {

  private final SealStore store;
  private final Notifications notifications;
  private final Veils veils;
  private final Trail trail;

  SealedRecords(SealStore store, Notifications notifications, Veils veils, Trail trail) {
    this.store = store;
    this.notifications = notifications;
    this.veils = veils;
    this.trail = trail;
  }

  @Override
  @Transactional
  public void seal(UUID record) {
    List<UUID> actions = store.actions(record, true);
    List<UUID> findings = store.findings(record, true);
    veils.draw(actions);
    veils.draw(findings);
    mark("improvement.sealed", "action", actions);
    mark("improvement.sealed", "finding", findings);
    notifications.withdraw(actions.stream().map(id -> "/actions/" + id).toList());
    notifications.withdraw(findings.stream().map(id -> "/findings/" + id).toList());
  }

  @Override
  @Transactional
  public void unseal(UUID record) {
    List<UUID> actions = store.actions(record, false);
    List<UUID> findings = store.findings(record, false);
    veils.lift(actions);
    veils.lift(findings);
    mark("improvement.unsealed", "action", actions);
    mark("improvement.unsealed", "finding", findings);
  }

  private void mark(String what, String kind, List<UUID> ids) {
    ids.forEach(id -> trail.record(what, Subject.of(kind, id, "")));
  }
}
