package se.tillit.governingdocument.comparison;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntConsumer;
import se.tillit.governingdocument.comparison.Change.Outcome;

/// Which clauses of the earlier version those with changed words come from. A part that was cut out
/// of a sentence comes from the sentence, and a sentence from the parts that it was cut into.
public final class Lineage {

  // Share of the lesser text's longer words that the other must hold.
  private static final double ENOUGH = 0.6;
  private static final int SHORTEST_WORD = 4;
  private static final int FEWEST_WORDS = 2;
  private static final long MOST_COMPARISONS = 1_000_000;

  private final List<Set<String>> before;
  private final List<Set<String>> after;
  private final Map<Integer, Set<Integer>> origins = new TreeMap<>();

  private Lineage(List<ComparedClause> before, List<ComparedClause> after) {
    this.before = before.stream().map(Lineage::words).toList();
    this.after = after.stream().map(Lineage::words).toList();
  }

  /// For each place in the later version whose words no longer stand, the places it comes from.
  public static Map<Integer, Set<Integer>> of(
      List<ComparedClause> before, List<ComparedClause> after, List<Change> changes) {
    Lineage lineage = new Lineage(before, after);
    lineage.trace(changes);
    return lineage.origins;
  }

  private void trace(List<Change> changes) {
    List<Integer> removed = new ArrayList<>();
    List<Integer> added = new ArrayList<>();
    List<Integer> earlier = new ArrayList<>();
    List<Integer> later = new ArrayList<>();
    for (Change change : changes) {
      if (change.outcome() == Outcome.UNCHANGED) {
        continue;
      }
      if (change.outcome() == Outcome.CHANGED) {
        add(change.after().getFirst(), change.before().getFirst());
      }
      earlier.addAll(change.before());
      later.addAll(change.after());
      if (change.outcome() == Outcome.REMOVED) {
        removed.addAll(change.before());
      } else if (change.outcome() == Outcome.ADDED) {
        added.addAll(change.after());
      }
    }
    if ((long) earlier.size() * later.size() <= MOST_COMPARISONS) {
      removed.forEach(one -> nearest(before.get(one), later, after, it -> add(it, one)));
      added.forEach(one -> nearest(after.get(one), earlier, before, it -> add(one, it)));
    }
  }

  private static void nearest(
      Set<String> part, List<Integer> places, List<Set<String>> wholes, IntConsumer found) {
    int best = -1;
    double most = ENOUGH;
    for (int place : places) {
      double share = held(part, wholes.get(place));
      if (share >= most && (best < 0 || share > most)) {
        best = place;
        most = share;
      }
    }
    if (best >= 0) {
      found.accept(best);
    }
  }

  private static double held(Set<String> part, Set<String> whole) {
    if (part.size() < FEWEST_WORDS) {
      return 0;
    }
    return (double) part.stream().filter(whole::contains).count() / part.size();
  }

  private void add(int later, int earlier) {
    origins.computeIfAbsent(later, _ -> new TreeSet<>()).add(earlier);
  }

  private static Set<String> words(ComparedClause clause) {
    Set<String> words = new HashSet<>(PlainWords.of(clause.text()).words());
    words.removeIf(word -> word.length() < SHORTEST_WORD);
    return words;
  }
}
