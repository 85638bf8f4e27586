package se.tillit.improvement;

import java.util.List;
import org.springframework.stereotype.Component;
import se.tillit.web.Icon;
import se.tillit.web.NavigationSource;

/// The ways to findings, actions, goals and management reviews.
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
            40),
        new NavEntry(
            Question.EVENTS,
            "improvement.nav.findings",
            Icon.FILTER,
            "/findings",
            ImprovementPermissions.READ,
            42),
        new NavEntry(
            Question.POSITION,
            "improvement.nav.goals",
            Icon.POSITION,
            "/goals",
            ImprovementPermissions.READ,
            50),
        new NavEntry(
            Question.POSITION,
            "improvement.nav.reviews",
            Icon.PEOPLE,
            "/reviews",
            ImprovementPermissions.READ_REVIEWS,
            52));
  }
}
