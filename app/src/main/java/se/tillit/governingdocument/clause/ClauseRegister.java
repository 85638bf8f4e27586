package se.tillit.governingdocument.clause;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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
import se.tillit.kernel.Refused;

/// What people make of the clauses of a document's newest edition. The words of an adopted text
/// stand; what they mean and which figures tell whether they are kept may still be bettered.
@Component
public class ClauseRegister {

  private final ClauseStore store;
  private final ReportDutyStore duties;
  private final Trail trail;
  private final Set<String> indicators;

  ClauseRegister(
      ClauseStore store, ReportDutyStore duties, Trail trail, List<Indicator> indicators) {
    this.store = store;
    this.duties = duties;
    this.trail = trail;
    this.indicators = indicators.stream().map(Indicator::key).collect(Collectors.toSet());
  }

  @Transactional(readOnly = true)
  public List<Section> sections(UUID edition) {
    return store.sections(edition);
  }

  @Transactional(readOnly = true)
  public Clause find(UUID document, UUID clause) {
    return store.known(store.workable(document).edition(), clause);
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
    UUID edition = store.workable(document).edition();
    Clause before = store.known(edition, clause);
    var review = before.meaning().equals(meaning) ? Clause.Review.ACCEPTED : Clause.Review.EDITED;
    store.update(edition, before.reading(before.text(), meaning, review), version);
    record(
        "governingdocument.clause-settled",
        before,
        Detail.none()
            .changed("kind", before.meaning().kind(), meaning.kind())
            .changed("role", before.meaning().role(), meaning.role())
            .changed("cadence", before.meaning().cadence(), meaning.cadence()));
  }

  /// Says what a clause means and which figures measure it, and whom it demands reports to: all of
  /// it or nothing. Answers which clause stands there now.
  @Transactional
  public UUID decide(UUID document, UUID clause, Decided decided, int version) {
    settle(document, clause, decided.meaning(), version);
    return oblige(document, bind(document, clause, decided.bindings()), decided.duty());
  }

  /// What a person has made of a clause.
  public record Decided(
      Clause.Meaning meaning, List<Binding> bindings, @Nullable ReportDuty duty) {}

  /// Says whom a clause demands reports to, and when; nobody when there is no such duty. Answers
  /// which clause stands there now.
  @Transactional
  public UUID oblige(UUID document, UUID clause, @Nullable ReportDuty duty, int version) {
    store.touch(store.workable(document).edition(), clause, version);
    return oblige(document, clause, duty);
  }

  private UUID oblige(UUID document, UUID clause, @Nullable ReportDuty duty) {
    ClauseStore.Workable workable = store.workable(document);
    Clause known = store.known(workable.edition(), clause);
    ReportDuty before = duties.of(clause);
    if (Objects.equals(before, duty)) {
      return clause;
    }
    Set<UUID> bodies = duties.bodies().stream().map(ReportDutyStore.Body::id).collect(toSet());
    if (duty != null && !bodies.containsAll(duty.bodies())) {
      throw new Refused("governingdocument.report.body-unknown").at("recipient");
    }
    UUID own = own(document, workable, known);
    duties.put(document, own, duty);
    record(
        "governingdocument.report-obliged",
        known,
        Detail.none().changed("duty", describe(before), describe(duty)));
    return own;
  }

  /// A clause of a draft whose words an adopted edition shares gets an id of its own before
  /// anything is made of it, and takes with it what it had: what is in force changes when the draft
  /// is adopted, and not before.
  private UUID own(UUID document, ClauseStore.Workable workable, Clause clause) {
    UUID edition = workable.edition();
    if (workable.adopted() || !store.standsElsewhere(edition, clause.id())) {
      return clause.id();
    }
    UUID own = store.part(edition, clause.id());
    store.bind(document, own, clause.bindings());
    duties.put(document, own, duties.of(clause.id()));
    return own;
  }

  /// The duties to report of a document's clauses.
  @Transactional(readOnly = true)
  public Map<UUID, ReportDuty> reportDuties(UUID document) {
    return duties.ofDocument(document);
  }

  /// The bodies that can be reported to, by id.
  @Transactional(readOnly = true)
  public Map<UUID, String> reportableBodies() {
    Map<UUID, String> names = new LinkedHashMap<>();
    duties.bodies().forEach(body -> names.put(body.id(), body.name()));
    return names;
  }

  /// Binds a clause to figures, in place of those it had. Answers which clause stands there now.
  @Transactional
  public UUID bind(UUID document, UUID clause, List<Binding> bindings, int version) {
    store.touch(store.workable(document).edition(), clause, version);
    return bind(document, clause, bindings);
  }

  private UUID bind(UUID document, UUID clause, List<Binding> bindings) {
    ClauseStore.Workable workable = store.workable(document);
    Clause before = store.known(workable.edition(), clause);
    for (Binding binding : bindings) {
      if (!indicators.contains(binding.indicator())) {
        throw new Refused("governingdocument.binding.unknown", binding.indicator()).at("indicator");
      }
    }
    if (Set.copyOf(before.bindings()).equals(Set.copyOf(bindings))) {
      return clause;
    }
    UUID own = own(document, workable, before);
    store.bind(document, own, bindings);
    record(
        "governingdocument.clause-bound",
        before,
        Detail.none().changed("bindings", describe(before.bindings()), describe(bindings)));
    return own;
  }

  /// Accepts every proposal that nobody has looked at, and binds it to the figures proposed for it
  /// with the usual targets. What a changed clause can take over waits to be kept.
  @Transactional
  public int acceptAll(UUID document) {
    ClauseStore.Workable workable = store.workable(document);
    UUID edition = workable.edition();
    Set<UUID> changed = store.origins(edition).keySet();
    Map<UUID, ReportDuty> obliged = duties.ofDocument(document);
    int accepted = 0;
    for (Section section : store.sections(edition)) {
      for (Clause clause : section.clauses()) {
        if (clause.review() == Clause.Review.PROPOSED) {
          var as = clause.reading(clause.text(), clause.meaning(), Clause.Review.ACCEPTED);
          store.update(edition, as, clause.version());
          if (clause.demands() && !changed.contains(clause.id())) {
            boolean alreadyObliged = obliged.containsKey(clause.id());
            bindAsProposed(document, workable, clause, section.title(), alreadyObliged);
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

  /// The reports that the words of a demand propose.
  public static Optional<ReportDuty> proposedDuty(Reading reading) {
    return ReportDuty.proposed(reading);
  }

  private void bindAsProposed(
      UUID document,
      ClauseStore.Workable workable,
      Clause clause,
      String heading,
      boolean obliged) {
    List<Binding> figures = clause.bindings().isEmpty() ? proposed(clause, heading) : List.of();
    Optional<ReportDuty> duty =
        obliged ? Optional.empty() : ReportDuty.proposed(read(clause, heading));
    if (figures.isEmpty() && duty.isEmpty()) {
      return;
    }
    UUID own = own(document, workable, clause);
    if (!figures.isEmpty()) {
      store.bind(document, own, figures);
    }
    duty.ifPresent(it -> duties.put(document, own, it));
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

  private void record(String action, Clause clause, Detail detail) {
    trail.record(action, Subject.of("clause", clause.id(), clause.shortened()), detail);
  }

  static String describe(List<Binding> bindings) {
    return bindings.stream()
        .map(it -> it.indicator() + " ≥ " + it.target() + " %")
        .collect(Collectors.joining(", "));
  }

  private static String describe(@Nullable ReportDuty duty) {
    return duty == null ? "" : duty.toString();
  }
}
