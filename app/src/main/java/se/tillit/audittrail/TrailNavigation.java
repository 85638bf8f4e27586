package se.tillit.audittrail;

import java.util.List;
import org.springframework.stereotype.Component;
import se.tillit.web.Icon;
import se.tillit.web.NavigationSource;

/// The way to the trail.
@Component
class TrailNavigation implements NavigationSource {

  @Override
  public List<NavEntry> entries() {
    return List.of(
        new NavEntry(
            Question.EVENTS,
            "audittrail.nav.trail",
            Icon.TRAIL,
            "/trail",
            TrailPermissions.READ,
            90));
  }
}
