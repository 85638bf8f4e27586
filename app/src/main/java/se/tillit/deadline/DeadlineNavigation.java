package se.tillit.deadline;

import java.util.List;
import org.springframework.stereotype.Component;
import se.tillit.web.Icon;
import se.tillit.web.NavigationSource;

/// The ways to one's own list and to the year.
@Component
class DeadlineNavigation implements NavigationSource {

  @Override
  public List<NavEntry> entries() {
    return List.of(
        new NavEntry(
            Question.POSITION,
            "deadline.nav.todo",
            Icon.TODO,
            "/todo",
            DeadlinePermissions.TODO,
            10),
        new NavEntry(
            Question.POSITION,
            "deadline.nav.wheel",
            Icon.CALENDAR,
            "/deadlines",
            DeadlinePermissions.READ,
            30));
  }
}
