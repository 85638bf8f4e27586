package se.tillit.improvement;

import java.util.List;
import org.springframework.stereotype.Component;
import se.tillit.web.Icon;
import se.tillit.web.NavigationSource;

/// The way to the register of actions.
@Component
class ImprovementNavigation implements NavigationSource {

  @Override
  public List<NavEntry> entries() {
    return List.of(
        new NavEntry(
            Question.EVENTS,
            "improvement.nav.actions",
            Icon.ACTION,
            "/actions",
            ImprovementPermissions.READ,
            40));
  }
}
