package se.tillit.incident.handling;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import se.tillit.improvement.Seals;
import se.tillit.incident.CasePart;
import se.tillit.incident.IncidentId;
import se.tillit.notification.Notifications;

/// What a case has left elsewhere: notices of it and of its parts, and what was written from it.
@Component
class Traces {

  private final Notifications notifications;
  private final Seals seals;
  private final List<CasePart> parts;

  Traces(Notifications notifications, Seals seals, List<CasePart> parts) {
    this.notifications = notifications;
    this.seals = seals;
    this.parts = parts;
  }

  void hide(UUID id) {
    var pages = new ArrayList<>(List.of("/incidents/" + id));
    parts.forEach(part -> pages.addAll(part.pages(new IncidentId(id))));
    notifications.withdraw(pages);
    seals.seal(id);
  }

  void show(UUID id) {
    seals.unseal(id);
    parts.forEach(part -> part.shown(new IncidentId(id)));
  }
}
