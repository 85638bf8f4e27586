package se.tillit.governingdocument.comparison;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import se.tillit.governingdocument.comparison.Change.Outcome;

/// Compares two versions by the words of their clauses, so that renumbering and rearranging change
/// nothing.
public final class VersionComparison {

  private static final int MOST_PARTS = 5;

  private final List<ComparedClause> before;
  private final List<ComparedClause> after;
  private final List<PlainWords> wordsBefore;
  private final List<PlainWords> wordsAfter;
  private final BitSet freeBefore = new BitSet();
  private final BitSet freeAfter = new BitSet();
  private final List<Pair> pairs = new ArrayList<>();

  private VersionComparison(List<ComparedClause> before, List<ComparedClause> after) {
    this.before = before;
    this.after = after;
    this.wordsBefore = before.stream().map(clause -> PlainWords.of(clause.whole())).toList();
    this.wordsAfter = after.stream().map(clause -> PlainWords.of(clause.whole())).toList();
    freeBefore.set(0, before.size());
    freeAfter.set(0, after.size());
  }

  /// Every clause of both versions once, in the order of the later one; what was removed stands
  /// where it stood.
  public static List<Change> of(List<ComparedClause> before, List<ComparedClause> after) {
    VersionComparison comparison = new VersionComparison(before, after);
    comparison.pairEqual();
    comparison.pairRegrouped();
    comparison.pairSimilar();
    return comparison.changes();
  }

  private void pairEqual() {
    Map<String, List<Integer>> places = new HashMap<>();
    for (int i = 0; i < before.size(); i++) {
      places.computeIfAbsent(wordsBefore.get(i).joined(), _ -> new ArrayList<>()).add(i);
    }
    for (int i = 0; i < after.size(); i++) {
      List<Integer> equal = places.getOrDefault(wordsAfter.get(i).joined(), List.of());
      if (!equal.isEmpty()) {
        int chosen = underSameHeading(equal, after.get(i).heading());
        add(Pair.same(equal.remove(chosen), i));
      }
    }
  }

  // Among clauses of equal words, one under the same heading goes first; the search is kept short.
  private int underSameHeading(List<Integer> places, String heading) {
    for (int i = 0; i < Math.min(places.size(), 20); i++) {
      if (before.get(places.get(i)).heading().equals(heading)) {
        return i;
      }
    }
    return 0;
  }

  // Sentences that were split into clauses, or clauses that were merged, still hold the same words.
  private void pairRegrouped() {
    Map<String, List<Integer>> earlier = runs(before, freeBefore);
    for (int from : freeAfter.stream().toArray()) {
      for (List<Integer> places : runsFrom(from, after, freeAfter)) {
        List<Integer> run = earlier.getOrDefault(wordsOf(after, places), List.of());
        boolean regrouped = !run.isEmpty() && run.size() + places.size() > 2;
        if (regrouped && run.stream().allMatch(freeBefore::get)) {
          add(new Pair(run, places, true));
          break;
        }
      }
    }
  }

  private static Map<String, List<Integer>> runs(List<ComparedClause> clauses, BitSet free) {
    Map<String, List<Integer>> runs = new HashMap<>();
    for (int from : free.stream().toArray()) {
      for (List<Integer> places : runsFrom(from, clauses, free)) {
        runs.putIfAbsent(wordsOf(clauses, places), places);
      }
    }
    return runs;
  }

  private static List<List<Integer>> runsFrom(int from, List<ComparedClause> clauses, BitSet free) {
    List<List<Integer>> runs = new ArrayList<>();
    int last = Math.min(from + MOST_PARTS, clauses.size());
    for (int to = from + 1; to <= last && free.get(from) && free.get(to - 1); to++) {
      runs.add(IntStream.range(from, to).boxed().toList());
    }
    return runs;
  }

  // Parts of a sentence go on from the same words, which count once.
  private static String wordsOf(List<ComparedClause> clauses, List<Integer> places) {
    Stream<String> leadIns = places.stream().map(it -> clauses.get(it).leadIn()).distinct();
    Stream<String> own = places.stream().map(it -> clauses.get(it).text());
    return PlainWords.of(String.join(" ", leadIns.toList())).joined()
        + "\n"
        + PlainWords.of(String.join(" ", own.toList())).joined();
  }

  private void pairSimilar() {
    Similarity similarity = new Similarity(wordsBefore, wordsAfter);
    record Candidate(int before, int after, double score) {}
    List<Candidate> candidates = new ArrayList<>();
    for (int i : freeAfter.stream().toArray()) {
      for (int other : similarity.candidates(i, freeBefore)) {
        double score = similarity.of(other, i);
        boolean sameHeading = before.get(other).heading().equals(after.get(i).heading());
        if (score >= (sameHeading ? Similarity.ENOUGH_UNDER_SAME_HEADING : Similarity.ENOUGH)) {
          candidates.add(new Candidate(other, i, score));
        }
      }
    }
    candidates.sort(
        Comparator.comparingDouble(Candidate::score)
            .reversed()
            .thenComparingInt(candidate -> Math.abs(candidate.before() - candidate.after()))
            .thenComparingInt(Candidate::after)
            .thenComparingInt(Candidate::before));
    for (Candidate candidate : candidates) {
      if (freeBefore.get(candidate.before()) && freeAfter.get(candidate.after())) {
        add(Pair.similar(candidate.before(), candidate.after()));
      }
    }
  }

  private void add(Pair pair) {
    pairs.add(pair);
    pair.before().forEach(freeBefore::clear);
    pair.after().forEach(freeAfter::clear);
  }

  private List<Change> changes() {
    pairs.sort(Comparator.comparingInt(pair -> pair.after().getFirst()));
    BitSet inOrder =
        LongestOrder.of(pairs.stream().mapToInt(pair -> pair.before().getFirst()).toArray());
    TreeMap<Integer, Change> byPlace = new TreeMap<>();
    for (int i = 0; i < pairs.size(); i++) {
      Pair pair = pairs.get(i);
      byPlace.put(pair.after().getFirst(), change(pair, !inOrder.get(i)));
    }
    freeAfter.stream()
        .forEach(i ->
            byPlace.put(i, new Change(Outcome.ADDED, List.of(), List.of(i), false, List.of())));
    return withRemoved(new ArrayList<>(byPlace.values()), inOrder);
  }

  private Change change(Pair pair, boolean moved) {
    return pair.same()
        ? new Change(Outcome.UNCHANGED, pair.before(), pair.after(), moved, List.of())
        : new Change(
            Outcome.CHANGED,
            pair.before(),
            pair.after(),
            moved,
            WordDifference.of(
                before.get(pair.before().getFirst()).whole(),
                after.get(pair.after().getFirst()).whole()));
  }

  // Each removed clause goes after the nearest clause before it that stayed in its order.
  private List<Change> withRemoved(List<Change> kept, BitSet inOrder) {
    Map<Integer, List<Change>> removedAfter = new HashMap<>();
    int anchor = -1;
    BitSet anchors = new BitSet();
    for (int i = inOrder.nextSetBit(0); i >= 0; i = inOrder.nextSetBit(i + 1)) {
      pairs.get(i).before().forEach(anchors::set);
    }
    for (int i = 0; i < before.size(); i++) {
      if (anchors.get(i)) {
        anchor = i;
      } else if (freeBefore.get(i)) {
        removedAfter
            .computeIfAbsent(anchor, _ -> new ArrayList<>())
            .add(new Change(Outcome.REMOVED, List.of(i), List.of(), false, List.of()));
      }
    }
    List<Change> all = new ArrayList<>(removedAfter.getOrDefault(-1, List.of()));
    for (Change change : kept) {
      all.add(change);
      if (!change.moved()) {
        change.before().forEach(place -> all.addAll(removedAfter.getOrDefault(place, List.of())));
      }
    }
    return all;
  }
}
