package se.tillit.incident.handling;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import se.tillit.audittrail.Veils;
import se.tillit.improvement.Seals;
import se.tillit.incident.CasePart;
import se.tillit.incident.IncidentId;
import se.tillit.notification.Notifications;

/// What a case has left elsewhere: notices of it and of its parts, what was written from it, and
/// what the trail has said of it all.
@Component
class Traces {

  private final Notifications notifications;
  private final Seals seals;
  private final Veils veils;
  private final List<CasePart> parts;

  Traces(Notifications notifications, Seals seals, Veils veils, List<CasePart> parts) {
    this.notifications = notifications;
    this.seals = seals;
    this.veils = veils;
    this.parts = parts;
  }

  void hide(UUID id) {
    List<String> pages = pages(id);
    notifications.withdraw(pages);
    veils.draw(subjects(pages));
    seals.seal(id);
  }

  void show(UUID id) {
    seals.unseal(id);
    parts.forEach(part -> part.shown(new IncidentId(id)));
    veils.lift(subjects(pages(id)));
  }

  private List<String> pages(UUID id) {
    var pages = new ArrayList<>(List.of("/incidents/" + id));
    parts.forEach(part -> pages.addAll(part.pages(new IncidentId(id))));
    return pages;
  }

  /// What the pages are of: the case, its clocks, its drafts.
  private static List<UUID> subjects(List<String> pages) {
    return pages.stream()
        .map(it -> UUID.fromString(it.substring(it.lastIndexOf('/') + 1)))
        .toList();
  }
}
