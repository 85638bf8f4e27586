package se.tillit.identity;

import static java.util.Comparator.comparingInt;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import se.tillit.web.NavigationSource;
import se.tillit.web.NavigationSource.NavEntry;

/// A tenant's own address leads each viewer to where she begins: what must come first, how things
/// stand, what is asked of her, or the organisation that she keeps.
@Controller
class HomeController {

  private final List<FirstPage> first;
  private final List<NavEntry> entries;

  HomeController(List<FirstPage> first, List<NavigationSource> sources) {
    this.first = first;
    this.entries =
        sources.stream()
            .flatMap(source -> source.entries().stream())
            .sorted(comparingInt(NavEntry::order))
            .toList();
  }

  @SignedIn
  @GetMapping("/{tenant:[a-z0-9-]+}")
  String home(Viewer viewer) {
    String page =
        first.stream()
            .map(it -> it.of(viewer))
            .flatMap(Optional::stream)
            .findFirst()
            .orElseGet(() -> startOf(viewer));
    return "redirect:/" + viewer.seat().tenantKey() + page;
  }

  private String startOf(Viewer viewer) {
    boolean overviews =
        viewer.holds(Role.COORDINATOR)
            || viewer.holds(Role.HEAD_OF_SECURITY)
            || viewer.holds(Role.DATA_PROTECTION_OFFICER)
            || viewer.holds(Role.AUDITOR)
            || viewer.holds(Role.ELECTED);
    if (overviews) {
      return "/conformance";
    }
    if (viewer.holds(Role.ADMINISTRATOR)) {
      return "/units";
    }
    return viewer.may("deadline.todo") || viewer.grants().isEmpty() ? "/todo" : firstOpen(viewer);
  }

  /// Whoever has but a role of the tenant's own begins at the first page that it opens.
  private String firstOpen(Viewer viewer) {
    return entries.stream()
        .filter(entry -> viewer.may(entry.permission()))
        .map(NavEntry::path)
        .findFirst()
        .orElse("/todo");
  }
}
