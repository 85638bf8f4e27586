package se.tillit.followup;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.tillit.web.chart.Share;

/// What indicators add up to, and of those that clauses are told of apart, clause by clause.
final class Shares {

  static final Shares NONE = new Shares();

  private final Map<String, Share> all = new HashMap<>();
  private final Map<String, Map<UUID, Share>> byClause = new HashMap<>();

  void add(String indicator, @Nullable UUID clause, Share share) {
    all.merge(indicator, share, Shares::plus);
    if (clause != null) {
      ofClause(indicator, clause, share);
    }
  }

  /// What is already part of the sum.
  void ofClause(String indicator, UUID clause, Share share) {
    byClause.computeIfAbsent(indicator, key -> new HashMap<>()).merge(clause, share, Shares::plus);
  }

  /// The sum of all.
  Share of(String indicator) {
    return all.getOrDefault(indicator, Share.NOT_MEASURED);
  }

  /// What a clause is told: of its own where the indicator tells clauses apart.
  Share of(String indicator, @Nullable UUID clause) {
    return clause == null || !byClause.containsKey(indicator)
        ? of(indicator)
        : byClause.get(indicator).getOrDefault(clause, Share.NOT_MEASURED);
  }

  boolean isByClause(String indicator) {
    return byClause.containsKey(indicator);
  }

  private static Share plus(Share one, Share other) {
    return new Share(one.met() + other.met(), one.total() + other.total());
  }
}
