package se.tillit.governingdocument.clause;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.tillit.audittrail.Detail;
import se.tillit.audittrail.Subject;
import se.tillit.audittrail.Trail;
import se.tillit.kernel.Refused;

/// What a clause with changed words may take over from those it comes from: the figures that
/// measured them, and their duty to report (M-1b).
@Component
public class ClauseInheritance {

  private final ClauseStore store;
  private final ReportDutyStore duties;
  private final Trail trail;

  ClauseInheritance(ClauseStore store, ReportDutyStore duties, Trail trail) {
    this.store = store;
    this.duties = duties;
    this.trail = trail;
  }

  /// What waits to be kept.
  ///
  /// @param bindings those that the clause does not have already
  /// @param duty none when the clause has one of its own
  public record Legacy(List<UUID> from, List<Binding> bindings, @Nullable ReportDuty duty) {}

  /// The clauses of a document's newest edition that have something to take over.
  @Transactional(readOnly = true)
  public Map<UUID, Legacy> waiting(UUID document) {
    Map<UUID, List<UUID>> origins = store.origins(store.workable(document).edition());
    Map<UUID, List<Binding>> bindings = origins.isEmpty() ? Map.of() : store.bindings(document);
    Map<UUID, ReportDuty> reported = origins.isEmpty() ? Map.of() : duties.ofDocument(document);
    Map<UUID, Legacy> waiting = new LinkedHashMap<>();
    origins.forEach((clause, from) -> {
      Legacy legacy = legacy(clause, from, bindings, reported);
      if (!legacy.bindings().isEmpty() || legacy.duty() != null) {
        waiting.put(clause, legacy);
      }
    });
    return waiting;
  }

  private static Legacy legacy(
      UUID clause,
      List<UUID> from,
      Map<UUID, List<Binding>> bindings,
      Map<UUID, ReportDuty> reported) {
    List<Binding> own = bindings.getOrDefault(clause, List.of());
    List<Binding> earlier = List.of();
    ReportDuty duty = null;
    for (UUID origin : from) {
      earlier = ClauseCutting.strictest(earlier, bindings.getOrDefault(origin, List.of()));
      duty = duty == null ? reported.get(origin) : duty;
    }
    var missing = new ArrayList<>(earlier);
    missing.removeIf(it -> own.stream().anyMatch(o -> o.indicator().equals(it.indicator())));
    return new Legacy(from, missing, reported.containsKey(clause) ? null : duty);
  }

  /// Keeps for one clause what those before it had.
  @Transactional
  public void keep(UUID document, UUID clause) {
    Legacy legacy = waiting(document).get(clause);
    if (legacy == null) {
      throw new Refused("governingdocument.clause.nothing-to-keep");
    }
    Clause known = store.known(store.workable(document).edition(), clause);
    take(document, known, legacy);
    trail.record(
        "governingdocument.bindings-kept",
        Subject.of("clause", clause, known.shortened()),
        Detail.of("bindings", ClauseRegister.describe(legacy.bindings()))
            .with("from", legacy.from()));
  }

  /// Keeps for every changed clause what those before it had; says for how many.
  @Transactional
  public int keepAll(UUID document) {
    UUID edition = store.workable(document).edition();
    Map<UUID, Legacy> waiting = waiting(document);
    for (Section section : store.sections(edition)) {
      for (Clause clause : section.clauses()) {
        Legacy legacy = waiting.get(clause.id());
        if (legacy != null) {
          take(document, clause, legacy);
        }
      }
    }
    trail.record(
        "governingdocument.bindings-kept",
        new Subject("clause", null, ""),
        Detail.of("document", document).with("clauses", waiting.size()));
    return waiting.size();
  }

  private void take(UUID document, Clause clause, Legacy legacy) {
    store.bind(
        document, clause.id(), ClauseCutting.strictest(clause.bindings(), legacy.bindings()));
    if (legacy.duty() != null) {
      duties.put(document, clause.id(), legacy.duty());
    }
  }
}
