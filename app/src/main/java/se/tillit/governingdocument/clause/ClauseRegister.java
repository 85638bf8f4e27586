package se.tillit.governingdocument.clause;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.tillit.audittrail.Detail;
import se.tillit.audittrail.Subject;
import se.tillit.audittrail.Trail;
import se.tillit.governingdocument.demand.Demands;
import se.tillit.governingdocument.demand.Finding;
import se.tillit.governingdocument.demand.Reading;
import se.tillit.governingdocument.demand.Topic;
import se.tillit.indicator.Indicator;
import se.tillit.kernel.Ids;
import se.tillit.kernel.Refused;
import se.tillit.kernel.Unknown;

/// What people make of the clauses of a document's newest edition. The words of an adopted text
/// stand; what they mean and which figures tell whether they are kept may still be bettered.
@Component
public class ClauseRegister {

  private final ClauseStore store;
  private final Trail trail;
  private final Set<String> indicators;

  ClauseRegister(ClauseStore store, Trail trail, List<Indicator> indicators) {
    this.store = store;
    this.trail = trail;
    this.indicators = indicators.stream().map(Indicator::key).collect(Collectors.toSet());
  }

  @Transactional(readOnly = true)
  public List<Section> sections(UUID edition) {
    return store.sections(edition);
  }

  @Transactional(readOnly = true)
  public Clause find(UUID document, UUID clause) {
    return known(workable(document).edition(), clause);
  }

  /// The figures that can be bound to.
  public Set<String> indicators() {
    return indicators;
  }

  /// How the words of a clause are read, with the reasons.
  public static Reading read(Clause clause, String heading) {
    return Demands.of(clause.text(), clause.leadIn(), heading);
  }

  /// Says what a clause means, as proposed or otherwise.
  @Transactional
  public void settle(UUID document, UUID clause, Clause.Meaning meaning, int version) {
    UUID edition = workable(document).edition();
    Clause before = known(edition, clause);
    var review = before.meaning().equals(meaning) ? Clause.Review.ACCEPTED : Clause.Review.EDITED;
    store.update(edition, with(before, before.text(), meaning, review), version);
    record(
        "governingdocument.clause-settled",
        before,
        Detail.none()
            .changed("kind", before.meaning().kind(), meaning.kind())
            .changed("role", before.meaning().role(), meaning.role())
            .changed("cadence", before.meaning().cadence(), meaning.cadence()));
  }

  /// Cuts a clause of a draft in two at a character; the second part goes on from the carried
  /// words.
  @Transactional
  public void split(UUID document, UUID clause, int offset, int version) {
    UUID edition = draft(document);
    Clause before = known(edition, clause);
    if (offset <= 0 || offset >= before.text().length()) {
      throw new Refused("governingdocument.clause.split-outside").at("offset");
    }
    String first = before.text().substring(0, offset).strip();
    String second = before.text().substring(offset).strip();
    if (first.isEmpty() || second.isEmpty()) {
      throw new Refused("governingdocument.clause.split-outside").at("offset");
    }
    store.update(edition, with(before, first, before.meaning(), Clause.Review.EDITED), version);
    store.shift(edition, before.position(), 1);
    store.insert(
        edition,
        new Clause(
            Ids.next(),
            before.position() + 1,
            before.place(),
            second,
            before.leadIn(),
            before.meaning(),
            Clause.Review.EDITED,
            List.of(),
            0));
    record("governingdocument.clause-split", before, Detail.of("second", second));
  }

  /// Joins a clause of a draft with the one after it in the same section.
  @Transactional
  public void merge(UUID document, UUID clause, int version) {
    UUID edition = draft(document);
    Clause before = known(edition, clause);
    Clause next =
        store.sections(edition).stream()
            .filter(section -> section.position() == before.place().section())
            .flatMap(section -> section.clauses().stream())
            .filter(other -> other.position() == before.position() + 1)
            .findFirst()
            .orElseThrow(() -> new Refused("governingdocument.clause.nothing-after"));
    String joined = before.text() + " " + next.text();
    store.delete(edition, next.id());
    store.bind(document, next.id(), List.of());
    store.update(edition, with(before, joined, before.meaning(), Clause.Review.EDITED), version);
    store.shift(edition, before.position(), -1);
    record("governingdocument.clause-merged", before, Detail.of("with", next.text()));
  }

  /// Binds a clause to figures, in place of those it had.
  @Transactional
  public void bind(UUID document, UUID clause, List<Binding> bindings) {
    Clause before = known(workable(document).edition(), clause);
    for (Binding binding : bindings) {
      if (!indicators.contains(binding.indicator())) {
        throw new Refused("governingdocument.binding.unknown", binding.indicator()).at("indicator");
      }
    }
    store.bind(document, clause, bindings);
    record(
        "governingdocument.clause-bound",
        before,
        Detail.none().changed("bindings", describe(before.bindings()), describe(bindings)));
  }

  /// Accepts every proposal that nobody has looked at, and binds it to the figures proposed for it
  /// with the usual targets.
  @Transactional
  public int acceptAll(UUID document) {
    UUID edition = workable(document).edition();
    int accepted = 0;
    for (Section section : store.sections(edition)) {
      for (Clause clause : section.clauses()) {
        if (clause.review() == Clause.Review.PROPOSED) {
          store.update(
              edition,
              with(clause, clause.text(), clause.meaning(), Clause.Review.ACCEPTED),
              clause.version());
          List<Binding> proposed = proposed(clause, section.title());
          if (clause.demands() && clause.bindings().isEmpty() && !proposed.isEmpty()) {
            store.bind(document, clause.id(), proposed);
          }
          accepted++;
        }
      }
    }
    trail.record(
        "governingdocument.clauses-accepted",
        new Subject("clause", null, ""),
        Detail.of("document", document).with("clauses", accepted));
    return accepted;
  }

  /// The figures that the words of a clause suggest and that exist.
  public List<Binding> proposed(Clause clause, String heading) {
    var proposed = new ArrayList<Binding>();
    for (Finding finding : read(clause, heading).about(Topic.INDICATOR)) {
      boolean news = proposed.stream().noneMatch(it -> it.indicator().equals(finding.key()));
      if (indicators.contains(finding.key()) && news) {
        proposed.add(Binding.usual(finding.key()));
      }
    }
    return List.copyOf(proposed);
  }

  private ClauseStore.Workable workable(UUID document) {
    return store.workable(document).orElseThrow(() -> new Unknown("document", document));
  }

  private UUID draft(UUID document) {
    ClauseStore.Workable workable = workable(document);
    if (workable.adopted()) {
      throw new Refused("governingdocument.clause.adopted");
    }
    return workable.edition();
  }

  private Clause known(UUID edition, UUID clause) {
    return store.find(edition, clause).orElseThrow(() -> new Unknown("clause", clause));
  }

  private void record(String action, Clause clause, Detail detail) {
    trail.record(action, Subject.of("clause", clause.id(), shortened(clause.text())), detail);
  }

  private static String shortened(String text) {
    return text.length() <= 120 ? text : text.substring(0, 117) + "…";
  }

  private static String describe(List<Binding> bindings) {
    return bindings.stream()
        .map(it -> it.indicator() + " ≥ " + it.target() + " %")
        .collect(Collectors.joining(", "));
  }

  private static Clause with(
      Clause clause, String text, Clause.Meaning meaning, Clause.Review review) {
    return new Clause(
        clause.id(),
        clause.position(),
        clause.place(),
        text,
        clause.leadIn(),
        meaning,
        review,
        clause.bindings(),
        clause.version());
  }
}
