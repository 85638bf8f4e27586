package se.tillit.governingdocument.review;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.tillit.governingdocument.clause.Binding;
import se.tillit.governingdocument.clause.Clause;
import se.tillit.governingdocument.clause.ClauseInheritance;
import se.tillit.governingdocument.clause.Section;
import se.tillit.governingdocument.comparison.Change;
import se.tillit.governingdocument.comparison.ComparedClause;
import se.tillit.governingdocument.comparison.VersionComparison;

/// Two editions clause by clause, each change with the figures that it lets go or may keep.
final class ShownChanges {

  private final List<Clause> before = new ArrayList<>();
  private final List<Clause> after = new ArrayList<>();
  private final List<ComparedClause> earlier = new ArrayList<>();
  private final List<ComparedClause> later = new ArrayList<>();
  private final Map<UUID, ClauseInheritance.Legacy> waiting;
  private final Set<UUID> inherited = new HashSet<>();

  ShownChanges(
      List<Section> before, List<Section> after, Map<UUID, ClauseInheritance.Legacy> waiting) {
    take(before, this.before, earlier);
    take(after, this.after, later);
    this.waiting = waiting;
    waiting.values().forEach(legacy -> inherited.addAll(legacy.from()));
  }

  private static void take(
      List<Section> sections, List<Clause> clauses, List<ComparedClause> compared) {
    for (Section section : sections) {
      for (Clause clause : section.clauses()) {
        clauses.add(clause);
        compared.add(new ComparedClause(section.title(), clause.leadIn(), clause.text()));
      }
    }
  }

  List<ShownChange> all() {
    return VersionComparison.of(earlier, later).stream().map(this::shown).toList();
  }

  private ShownChange shown(Change change) {
    boolean stands = !change.after().isEmpty();
    List<Clause> told =
        stands
            ? change.after().stream().map(after::get).toList()
            : change.before().stream().map(before::get).toList();
    Clause first = told.getFirst();
    ClauseInheritance.Legacy legacy = stands ? waiting.get(first.id()) : null;
    return new ShownChange(
        change.outcome(),
        change.moved(),
        told.stream().map(Clause::text).collect(Collectors.joining(" ")),
        change.difference(),
        stands ? first.id() : null,
        offered(first, stands, legacy),
        legacy != null && legacy.duty() != null);
  }

  // What is gone lets its figures go, unless a changed clause may keep them.
  private List<Binding> offered(
      Clause clause, boolean stands, ClauseInheritance.@Nullable Legacy legacy) {
    if (stands) {
      return legacy == null ? List.of() : legacy.bindings();
    }
    return inherited.contains(clause.id()) ? List.of() : clause.bindings();
  }
}
