package se.tillit.incident.regime;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// What one law, contract or policy demands after an event (law.md §10), in one version.
///
/// @param row the row of the table of parallel clocks
/// @param suggest the fact of a case that makes us suggest it: `always`, `never`, `personal_data`…
/// @param standalone whether its clock may run without an incident
public record Regime(
    String code,
    int row,
    LocalDate from,
    Titles titles,
    Start start,
    Responsible responsible,
    String recipient,
    String suggest,
    boolean standalone,
    Legal legal,
    Said question,
    List<Criterion> criteria,
    List<Sector> sectors,
    List<Step> steps,
    List<Rung> ladder,
    List<Relation> excludes,
    List<Relation> implies) {

  public Regime {
    criteria = List.copyOf(criteria);
    sectors = List.copyOf(sectors);
    steps = List.copyOf(steps);
    ladder = List.copyOf(ladder);
    excludes = List.copyOf(excludes);
    implies = List.copyOf(implies);
  }

  /// Its whole name, and the short one where room is scarce.
  public record Titles(Said name, Said shortName) {}

  /// What starts the clock.
  public record Start(Event event, Said said) {}

  /// The kinds of beginning: of these, awareness is what most statutes count from.
  public enum Event {
    AWARE,
    SUSPECTED,
    DETECTED,
    RECEIVED,
    CHANGED,
    DECIDED,
    OCCURRED,
    ACTIVATED,
    CLAUSE
  }

  /// Who answers: a legal entity (CSL), a controller (GDPR), a processor for each of its
  /// controllers, the head of security protection, or whoever signed.
  public enum Responsible {
    LEGAL_ENTITY,
    BODY,
    PROCESSOR,
    SECURITY_OFFICER,
    CONTRACT;

    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }

    /// Whether somebody outside must be named: a controller, a customer, an insurer.
    public boolean hasCounterparty() {
      return this == PROCESSOR || this == CONTRACT;
    }

    public boolean isBody() {
      return this == BODY || this == PROCESSOR;
    }
  }

  public Optional<Step> step(String stepCode) {
    return steps.stream().filter(it -> it.code().equals(stepCode)).findFirst();
  }

  /// The steps that open when another is submitted.
  public List<Step> opening(Base.From from, String submitted) {
    return steps.stream()
        .filter(it -> it.base().from() == from && it.base().step().equals(submitted))
        .toList();
  }

  public List<Step> opening(Base.From from) {
    return opening(from, "");
  }

  /// The questions to ask: those of the chosen sectors first, since their thresholds are lower.
  public List<Criterion> asked(Set<String> chosenSectors) {
    var asked = new ArrayList<Criterion>();
    sectors.stream()
        .filter(it -> chosenSectors.contains(it.code()))
        .forEach(it -> asked.addAll(it.criteria()));
    asked.addAll(criteria);
    return asked;
  }

  /// Who receives a step.
  public String recipientOf(String stepCode) {
    return step(stepCode).map(Step::recipient).filter(it -> !it.isEmpty()).orElse(recipient);
  }

  /// Whether any clock of it is given its time by a contract or a policy.
  public boolean isAgreed() {
    return steps.stream().anyMatch(it -> it.due().isAgreed());
  }

  public String eventKey() {
    return start.event().name().toLowerCase(Locale.ROOT);
  }
}
