package se.tillit.incident;

import java.util.List;
import org.springframework.stereotype.Component;
import se.tillit.web.Icon;
import se.tillit.web.NavigationSource;

/// The ways to the report form and to the queue of cases.
@Component
class IncidentNavigation implements NavigationSource {

  @Override
  public List<NavEntry> entries() {
    return List.of(
        way("incident.nav.report", Icon.ADD, "/incidents/new", IncidentPermissions.REPORT, 5),
        way("incident.nav.cases", Icon.INCIDENT, "/incidents", IncidentPermissions.READ, 10),
        way("incident.nav.clocks", Icon.CLOCK, "/clocks", IncidentPermissions.READ, 15),
        way(
            "incident.nav.figures",
            Icon.POSITION,
            "/incidents/figures",
            IncidentPermissions.FIGURES,
            14),
        way(
            "incident.nav.exercises",
            Icon.TRAINING,
            "/incidents/exercises",
            IncidentPermissions.READ,
            16),
        way(
            "incident.nav.protected",
            Icon.SECRET,
            "/incidents/protected",
            IncidentPermissions.SECRET,
            17));
  }

  private static NavEntry way(String words, Icon icon, String path, String permission, int order) {
    return new NavEntry(Question.EVENTS, words, icon, path, permission, order);
  }
}
