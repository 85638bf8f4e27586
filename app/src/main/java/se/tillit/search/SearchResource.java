package se.tillit.search;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import se.tillit.identity.Requires;
import se.tillit.identity.Viewer;

/// Search through the API: the same hits as the page shows.
@RestController
class SearchResource {

  private static final int MOST = 100;

  private final SearchDesk desk;

  SearchResource(SearchDesk desk) {
    this.desk = desk;
  }

  /// The hits, best first.
  record Hits(List<FoundRecord> items) {}

  /// One hit; `href` is the page that shows it.
  record FoundRecord(String kind, UUID id, String title, String subtitle, String href) {}

  @Requires(SearchPermissions.USE)
  @GetMapping("/api/v1/{tenant}/search")
  Hits list(
      Viewer viewer,
      @PathVariable String tenant,
      @RequestParam(name = "q") String asked,
      @RequestParam(name = "kind", required = false) @Nullable String kind,
      @RequestParam(name = "limit", defaultValue = "20") int limit) {
    var hits = desk.find(viewer, asked, kind, Math.clamp(limit, 1, MOST));
    return new Hits(
        hits.stream()
            .map(hit ->
                new FoundRecord(
                    hit.kind(), hit.id(), hit.title(), hit.subtitle(), "/" + tenant + hit.path()))
            .toList());
  }
}
