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
        new NavEntry(
            Question.EVENTS,
            "incident.nav.report",
            Icon.ADD,
            "/incidents/new",
            IncidentPermissions.REPORT,
            5),
        new NavEntry(
            Question.EVENTS,
            "incident.nav.cases",
            Icon.INCIDENT,
            "/incidents",
            IncidentPermissions.READ,
            10),
        new NavEntry(
            Question.EVENTS,
            "incident.nav.clocks",
            Icon.CLOCK,
            "/clocks",
            IncidentPermissions.READ,
            15),
        new NavEntry(
            Question.EVENTS,
            "incident.nav.figures",
            Icon.POSITION,
            "/incidents/figures",
            IncidentPermissions.FIGURES,
            14),
        new NavEntry(
            Question.EVENTS,
            "incident.nav.exercises",
            Icon.TRAINING,
            "/incidents/exercises",
            IncidentPermissions.READ,
            16),
        new NavEntry(
            Question.EVENTS,
            "incident.nav.protected",
            Icon.SECRET,
            "/incidents/protected",
            IncidentPermissions.SECRET,
            17));
  }
}
