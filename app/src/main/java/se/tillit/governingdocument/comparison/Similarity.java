package se.tillit.governingdocument.comparison;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// How alike two clauses are: the share of their words that both hold, rare words counting more
/// than common ones.
final class Similarity {

  static final double ENOUGH = 0.55;
  static final double ENOUGH_UNDER_SAME_HEADING = 0.4;

  private static final int RAREST = 8;
  private static final int MOST_CANDIDATES = 60;
  private static final int MOST_PLACES = 1_000;

  private final List<Map<String, Integer>> before;
  private final List<Map<String, Integer>> after;
  private final Map<String, Integer> clausesWith = new HashMap<>();
  private final Map<String, List<Integer>> placesBefore = new HashMap<>();
  private final int clauses;

  Similarity(List<PlainWords> wordsBefore, List<PlainWords> wordsAfter) {
    this.before = wordsBefore.stream().map(Similarity::counted).toList();
    this.after = wordsAfter.stream().map(Similarity::counted).toList();
    this.clauses = before.size() + after.size();
    for (int i = 0; i < before.size(); i++) {
      for (String word : before.get(i).keySet()) {
        clausesWith.merge(word, 1, Integer::sum);
        placesBefore.computeIfAbsent(word, _ -> new ArrayList<>()).add(i);
      }
    }
    after.forEach(
        words -> words.keySet().forEach(word -> clausesWith.merge(word, 1, Integer::sum)));
  }

  private static Map<String, Integer> counted(PlainWords words) {
    Map<String, Integer> counts = new HashMap<>();
    words.words().forEach(word -> counts.merge(word, 1, Integer::sum));
    return counts;
  }

  /// Earlier clauses that share one of the rarest words of a later one.
  Set<Integer> candidates(int place, BitSet free) {
    List<String> rarest =
        after.get(place).keySet().stream()
            .filter(placesBefore::containsKey)
            .sorted(Comparator.<String>comparingInt(this::frequency).thenComparing(word -> word))
            .limit(RAREST)
            .toList();
    Set<Integer> candidates = new LinkedHashSet<>();
    for (String word : rarest) {
      placesBefore.getOrDefault(word, List.of()).stream()
          .limit(MOST_PLACES)
          .filter(free::get)
          .limit(MOST_CANDIDATES - candidates.size())
          .forEach(candidates::add);
    }
    return candidates;
  }

  /// 1 for the same words, 0 for none in common.
  double of(int placeBefore, int placeAfter) {
    Map<String, Integer> one = before.get(placeBefore);
    Map<String, Integer> other = after.get(placeAfter);
    double shared = 0;
    for (Map.Entry<String, Integer> entry : one.entrySet()) {
      int both = Math.min(entry.getValue(), other.getOrDefault(entry.getKey(), 0));
      shared += both * weight(entry.getKey());
    }
    double total = total(one) + total(other);
    return total == 0 ? 0 : 2 * shared / total;
  }

  private double total(Map<String, Integer> words) {
    double total = 0;
    for (Map.Entry<String, Integer> entry : words.entrySet()) {
      total += entry.getValue() * weight(entry.getKey());
    }
    return total;
  }

  private double weight(String word) {
    return 0.2 + Math.log((1.0 + clauses) / (1.0 + frequency(word)));
  }

  private int frequency(String word) {
    return clausesWith.getOrDefault(word, 0);
  }
}
