package se.tillit.audittrail;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import se.tillit.identity.IdentityChanged;

/// Writes what happens to accounts and tokens, told by `identity`, which the trail's own pages
/// stand on.
@Component
class IdentityTrail {

  private final Trail trail;

  IdentityTrail(Trail trail) {
    this.trail = trail;
  }

  @EventListener
  void on(IdentityChanged change) {
    var detail = Detail.none();
    for (var one : change.detail().entrySet()) {
      detail = detail.with(one.getKey(), one.getValue());
    }
    trail.record(
        change.action(), new Subject(change.kind(), change.subject(), change.name()), detail);
  }
}
