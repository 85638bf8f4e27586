package se.tillit.governingdocument.clause;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.tillit.audittrail.Detail;
import se.tillit.audittrail.Subject;
import se.tillit.audittrail.Trail;
import se.tillit.kernel.Ids;
import se.tillit.kernel.Refused;

/// Cuts and joins clauses of a draft by hand. A clause that another edition shares is left to that
/// edition: the draft's own goes on from it, so that what is in force stays as it is.
@Component
public class ClauseCutting {

  private final ClauseStore store;
  private final ReportDutyStore duties;
  private final Trail trail;

  ClauseCutting(ClauseStore store, ReportDutyStore duties, Trail trail) {
    this.store = store;
    this.duties = duties;
    this.trail = trail;
  }

  /// Cuts a clause in two at a character.
  @Transactional
  public UUID split(UUID document, UUID clause, int offset, int version) {
    String text = store.known(draft(document), clause).text();
    if (offset <= 0 || offset >= text.length()) {
      throw new Refused("governingdocument.clause.split-outside").at("offset");
    }
    List<String> parts = List.of(text.substring(0, offset), text.substring(offset));
    return divide(document, clause, parts, version);
  }

  /// Cuts a clause in as many as there are parts; together they must be its words, every one.
  @Transactional
  public UUID divide(UUID document, UUID clause, List<String> wanted, int version) {
    UUID edition = draft(document);
    Clause before = store.known(edition, clause);
    List<String> parts = wanted.stream().map(String::strip).filter(it -> !it.isEmpty()).toList();
    if (parts.size() < 2) {
      throw new Refused("governingdocument.clause.split-outside").at("parts");
    }
    if (!dense(String.join("", parts)).equals(dense(before.text()))) {
      throw new Refused("governingdocument.clause.split-changed").at("parts");
    }
    store.update(
        edition, before.reading(parts.getFirst(), before.meaning(), Clause.Review.EDITED), version);
    UUID first = store.standsElsewhere(edition, clause) ? store.part(edition, clause) : clause;
    Set<UUID> origins = store.origins(edition, first);
    store.shift(edition, before.position(), parts.size() - 1);
    for (int at = 1; at < parts.size(); at++) {
      UUID id = Ids.next();
      store.insert(edition, after(before, at, id, parts.get(at)));
      store.trace(edition, id, origins);
    }
    record("governingdocument.clause-split", before, Detail.of("parts", parts));
    return first;
  }

  private static String dense(String text) {
    return text.replaceAll("\\s+", "");
  }

  private static Clause after(Clause before, int at, UUID id, String text) {
    return new Clause(
        id,
        before.position() + at,
        before.place(),
        text,
        before.leadIn(),
        before.meaning(),
        Clause.Review.EDITED,
        List.of(),
        0);
  }

  /// Joins a clause with the one after it in the same section; the figures of both measure it.
  @Transactional
  public UUID merge(UUID document, UUID clause, int version) {
    UUID edition = draft(document);
    Clause before = store.known(edition, clause);
    Clause next =
        store.sections(edition).stream()
            .filter(section -> section.position() == before.place().section())
            .flatMap(section -> section.clauses().stream())
            .filter(other -> other.position() == before.position() + 1)
            .findFirst()
            .orElseThrow(() -> new Refused("governingdocument.clause.nothing-after"));
    String joined = before.text() + " " + next.text();
    store.update(edition, before.reading(joined, before.meaning(), Clause.Review.EDITED), version);
    boolean shared = store.standsElsewhere(edition, clause);
    UUID kept = shared ? store.part(edition, clause) : clause;
    absorb(document, edition, kept, next, shared ? List.of() : before.bindings());
    store.shift(edition, before.position(), -1);
    record("governingdocument.clause-merged", before, Detail.of("with", next.text()));
    return kept;
  }

  private void absorb(UUID document, UUID edition, UUID kept, Clause next, List<Binding> bindings) {
    Set<UUID> origins = store.origins(edition, next.id());
    boolean shared = store.standsElsewhere(edition, next.id());
    store.delete(edition, next.id());
    if (shared) {
      store.trace(edition, kept, Set.of(next.id()));
    } else {
      store.bind(document, kept, strictest(bindings, next.bindings()));
      if (duties.of(kept) == null) {
        duties.put(document, kept, duties.of(next.id()));
      }
      store.bind(document, next.id(), List.of());
      duties.put(document, next.id(), null);
    }
    store.trace(edition, kept, origins);
  }

  /// The figures of both; where both have one, the higher target.
  static List<Binding> strictest(List<Binding> some, List<Binding> others) {
    var all = new ArrayList<Binding>();
    for (Binding binding : Stream.concat(some.stream(), others.stream()).toList()) {
      boolean stricter =
          all.stream()
              .filter(it -> it.indicator().equals(binding.indicator()))
              .allMatch(it -> it.target() < binding.target());
      if (stricter) {
        all.removeIf(it -> it.indicator().equals(binding.indicator()));
        all.add(binding);
      }
    }
    return List.copyOf(all);
  }

  private UUID draft(UUID document) {
    ClauseStore.Workable workable = store.workable(document);
    if (workable.adopted()) {
      throw new Refused("governingdocument.clause.adopted");
    }
    return workable.edition();
  }

  private void record(String action, Clause clause, Detail detail) {
    trail.record(action, Subject.of("clause", clause.id(), clause.shortened()), detail);
  }
}
