package se.tillit.identity;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// A tenant's own address leads each viewer to where she begins: how things stand, what is asked of
/// her, or the organisation that she keeps.
@Controller
class HomeController {

  @SignedIn
  @GetMapping("/{tenant:[a-z0-9-]+}")
  String home(Viewer viewer) {
    return "redirect:/" + viewer.seat().tenantKey() + startOf(viewer);
  }

  private static String startOf(Viewer viewer) {
    boolean overviews =
        viewer.holds(Role.COORDINATOR)
            || viewer.holds(Role.HEAD_OF_SECURITY)
            || viewer.holds(Role.DATA_PROTECTION_OFFICER)
            || viewer.holds(Role.AUDITOR)
            || viewer.holds(Role.ELECTED);
    if (overviews) {
      return "/conformance";
    }
    return viewer.holds(Role.ADMINISTRATOR) ? "/units" : "/todo";
  }
}
