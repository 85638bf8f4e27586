package se.tillit.followup;

import java.util.List;
import org.springframework.stereotype.Component;
import se.tillit.web.Icon;
import se.tillit.web.NavigationSource;

/// The ways to how things stand and to the reports about it.
@Component
class FollowupNavigation implements NavigationSource {

  @Override
  public List<NavEntry> entries() {
    return List.of(
        new NavEntry(
            Question.POSITION,
            "followup.nav.conformance",
            Icon.POSITION,
            "/conformance",
            FollowupPermissions.READ,
            10),
        new NavEntry(
            Question.POSITION,
            "followup.nav.reports",
            Icon.REPORT,
            "/reports",
            FollowupPermissions.READ_REPORTS,
            30));
  }
}
