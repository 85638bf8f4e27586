package se.tillit.indicator;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.tillit.audittrail.ChangeFeed;
import se.tillit.kernel.Sweden;

/// Keeps every indicator's figures true to this day and to the newest trail entry that concerns it.
@Component
class FigureKeeper implements Figures {

  private final List<Indicator> indicators;
  private final FigureStore store;
  private final ChangeFeed feed;
  private final Clock clock;

  FigureKeeper(List<Indicator> indicators, FigureStore store, ChangeFeed feed, Clock clock) {
    this.indicators = indicators.stream().sorted(Comparator.comparing(Indicator::key)).toList();
    this.store = store;
    this.feed = feed;
    this.clock = clock;
  }

  @Override
  @Transactional
  public void refresh() {
    LocalDate today = Sweden.today(clock);
    Map<String, FigureStore.Freshness> freshness = store.freshness();
    long newest = feed.newest(everySubject());
    if (stale(indicators, freshness, today, newest).isEmpty()) {
      return;
    }
    store.lockTenant();
    freshness = store.freshness();
    for (Indicator indicator : stale(indicators, freshness, today, newest)) {
      recompute(indicator, freshness.get(indicator.key()), today, newest);
    }
  }

  private static List<Indicator> stale(
      List<Indicator> indicators,
      Map<String, FigureStore.Freshness> freshness,
      LocalDate today,
      long newest) {
    return indicators.stream()
        .filter(indicator -> {
          FigureStore.Freshness kept = freshness.get(indicator.key());
          return kept == null || !kept.day().equals(today) || kept.trailEntry() < newest;
        })
        .toList();
  }

  // A newer entry may be about something else: then only the mark moves.
  private void recompute(
      Indicator indicator, FigureStore.@Nullable Freshness kept, LocalDate today, long newest) {
    if (kept == null
        || !kept.day().equals(today)
        || feed.newest(indicator.subjects()) > kept.trailEntry()) {
      store.compute(indicator, today);
    }
    store.mark(indicator.key(), today, newest);
  }

  private Set<String> everySubject() {
    Set<String> kinds = new LinkedHashSet<>();
    indicators.forEach(indicator -> kinds.addAll(indicator.subjects()));
    return kinds;
  }

  @Override
  public List<Indicator> all() {
    return indicators;
  }

  @Override
  public Optional<Indicator> byKey(String key) {
    return indicators.stream().filter(indicator -> indicator.key().equals(key)).findFirst();
  }

  @Override
  @Transactional(readOnly = true)
  public List<Behind> behind(Indicator indicator, Reach reach, Window window) {
    return store.behind(indicator, reach, window);
  }
}
