package se.tillit.governingdocument.comparison;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How alike two clauses are: the share of their words that both hold, rare words counting more
/// than common ones.
final class Similarity {

  static final double ENOUGH = 0.55;
  static final double ENOUGH_UNDER_SAME_HEADING = 0.4;

  private static final int RAREST = 8;
  private static final int MOST_CANDIDATES = 20;
  private static final int MOST_PLACES = 2_000;

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

  /// Earlier clauses that share most of the rarest words of a later one.
  List<Integer> candidates(int place, BitSet free) {
    List<String> rarest =
        after.get(place).keySet().stream()
            .filter(placesBefore::containsKey)
            .sorted(Comparator.<String>comparingInt(this::frequency).thenComparing(word -> word))
            .limit(RAREST)
            .toList();
    Map<Integer, Double> shared = new HashMap<>();
    for (String word : rarest) {
      placesBefore.getOrDefault(word, List.of()).stream()
          .filter(free::get)
          .limit(MOST_PLACES)
          .forEach(other -> shared.merge(other, weight(word), Double::sum));
    }
    return shared.entrySet().stream()
        .sorted(
            Map.Entry.<Integer, Double>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(MOST_CANDIDATES)
        .map(Map.Entry::getKey)
        .toList();
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
    // A word that each version has once is as rare as a word can be and still be shared.
    return 0.2 + Math.log((2.0 + clauses) / Math.max(2, frequency(word)));
  }

  private int frequency(String word) {
    return clausesWith.getOrDefault(word, 0);
  }
}
