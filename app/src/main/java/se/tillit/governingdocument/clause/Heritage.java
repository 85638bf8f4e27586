package se.tillit.governingdocument.clause;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import se.tillit.governingdocument.comparison.Change;
import se.tillit.governingdocument.comparison.ComparedClause;
import se.tillit.governingdocument.comparison.Cuts;
import se.tillit.governingdocument.comparison.Lineage;
import se.tillit.governingdocument.comparison.VersionComparison;
import se.tillit.governingdocument.demand.ReadPassage;
import se.tillit.governingdocument.demand.ReadSection;
import se.tillit.governingdocument.text.Passage;

/// What the passages of a new text take over from the clauses of the edition before: the clause
/// itself where its words stand, cut and joined as a person had it, and else where it comes from.
final class Heritage {

  private final List<Clause> known = new ArrayList<>();
  private final List<ComparedClause> earlier = new ArrayList<>();
  private final List<ComparedClause> later = new ArrayList<>();
  private final List<Integer> sectionOf = new ArrayList<>();
  private final Map<Integer, List<Kept>> kept = new HashMap<>();
  private final Map<Integer, Set<UUID>> origins = new HashMap<>();

  private Heritage() {}

  /// A clause of the edition before with the words it has now.
  record Kept(Clause clause, String text) {}

  static Heritage of(List<ReadSection> read, List<Section> before) {
    Heritage heritage = new Heritage();
    heritage.take(read, before);
    if (!heritage.known.isEmpty()) {
      heritage.compare();
    }
    return heritage;
  }

  /// The clauses that stand in place of a passage: none when it is new or changed, and none for one
  /// that another passage has taken in.
  List<Kept> keptAt(int passage) {
    return kept.getOrDefault(passage, List.of());
  }

  boolean isTakenIn(int passage) {
    return kept.containsKey(passage) && keptAt(passage).isEmpty();
  }

  Set<UUID> originsOf(int passage) {
    return origins.getOrDefault(passage, Set.of());
  }

  private void take(List<ReadSection> read, List<Section> before) {
    for (Section section : before) {
      for (Clause clause : section.clauses()) {
        known.add(clause);
        earlier.add(new ComparedClause(section.title(), clause.leadIn(), clause.text()));
      }
    }
    for (int at = 0; at < read.size(); at++) {
      for (ReadPassage passage : read.get(at).passages()) {
        Passage leadIn = passage.passage().leadIn();
        String goesOnFrom = leadIn == null ? "" : leadIn.text();
        String heading = read.get(at).section().heading();
        later.add(new ComparedClause(heading, goesOnFrom, passage.passage().text()));
        sectionOf.add(at);
      }
    }
  }

  private void compare() {
    List<Change> changes = VersionComparison.of(earlier, later);
    for (Change change : changes) {
      if (change.outcome() == Change.Outcome.UNCHANGED && !keep(change)) {
        Set<UUID> ids = idsOf(change.before());
        change.after().forEach(place -> origins.put(place, ids));
      }
    }
    Lineage.of(earlier, later, changes).forEach((place, from) -> origins.put(place, idsOf(from)));
  }

  private boolean keep(Change change) {
    int first = change.after().getFirst();
    boolean together =
        change.after().stream().allMatch(it -> sectionOf.get(it).equals(sectionOf.get(first)));
    List<Clause> clauses = change.before().stream().map(known::get).toList();
    String text =
        change.after().stream().map(it -> later.get(it).text()).collect(Collectors.joining(" "));
    List<String> texts =
        clauses.size() == 1
            ? List.of(text)
            : Cuts.like(clauses.stream().map(Clause::text).toList(), text);
    if (!together || texts.isEmpty()) {
      return false;
    }
    var own = new ArrayList<Kept>();
    for (int at = 0; at < clauses.size(); at++) {
      own.add(new Kept(clauses.get(at), texts.get(at)));
    }
    change.after().forEach(place -> kept.put(place, List.of()));
    kept.put(first, own);
    return true;
  }

  private Set<UUID> idsOf(Collection<Integer> places) {
    return places.stream().map(it -> known.get(it).id()).collect(Collectors.toSet());
  }
}
