package se.tillit.search;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.tillit.identity.Viewer;
import se.tillit.job.Jobs;

/// Answers a search: lets the index catch up with what is small, sends what is large to the
/// background, and looks.
@Component
class SearchDesk {

  private static final String NOTHING_MORE = "";

  private final SearchIndex index;
  private final Search search;
  private final Jobs jobs;

  SearchDesk(SearchIndex index, Search search, Jobs jobs) {
    this.index = index;
    this.search = search;
    this.jobs = jobs;
  }

  List<SearchSource> kindsFor(Viewer viewer) {
    return search.kindsFor(viewer);
  }

  List<Hit> find(Viewer viewer, String asked, @Nullable String kind, int limit) {
    if (asked.isBlank()) {
      return List.of();
    }
    if (index.catchUp()) {
      jobs.start(SearchReading.KIND, NOTHING_MORE);
    }
    return search.find(viewer, asked, kind, limit);
  }
}
