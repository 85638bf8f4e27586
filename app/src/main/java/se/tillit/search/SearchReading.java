package se.tillit.search;

import org.springframework.stereotype.Component;
import se.tillit.job.JobKind;
import se.tillit.job.NightlyWork;

/// Reads the whole index again where a bulk change has outrun it: in the background, and every
/// night.
@Component
class SearchReading implements JobKind, NightlyWork {

  static final String KIND = "search.reading";

  private final SearchIndex index;

  SearchReading(SearchIndex index) {
    this.index = index;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public String name() {
    return KIND;
  }

  @Override
  public void run(String task, Progress progress) {
    index.catchUpWholly();
  }

  @Override
  public void run() {
    index.catchUpWholly();
  }
}
