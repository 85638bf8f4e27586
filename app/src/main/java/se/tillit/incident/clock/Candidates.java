package se.tillit.incident.clock;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.tillit.incident.CaseCard;
import se.tillit.incident.regime.Regime;
import se.tillit.incident.regime.Regimes;
import se.tillit.kernel.Sweden;

/// The clocks that a case may need: by its facts, by what other regimes imply, and for each legal
/// entity and body that it concerns.
@Component
class Candidates {

  private final Regimes regimes;
  private final Responsibles responsibles;
  private final Assessments assessments;
  private final Clock clock;

  Candidates(Regimes regimes, Responsibles responsibles, Assessments assessments, Clock clock) {
    this.regimes = regimes;
    this.responsibles = responsibles;
    this.assessments = assessments;
    this.clock = clock;
  }

  /// A clock that might be started.
  ///
  /// @param likely whether the facts of the case speak for it
  /// @param due when its first step would be due, were it to start at awareness
  record Candidate(
      Regime regime,
      StatutoryClock.Responsible who,
      boolean likely,
      @Nullable Instant due,
      @Nullable Assessment assessment) {

    String key() {
      return regime.code() + ":" + who.id();
    }
  }

  @Transactional
  public List<Candidate> of(CaseCard card, List<StatutoryClock> running) {
    Map<String, Assessment> judged = assessments.latest(card.id().value());
    Set<String> started =
        running.stream()
            .map(it -> it.regime() + ":" + it.responsible().id())
            .collect(Collectors.toSet());
    var candidates = new ArrayList<Candidate>();
    for (Regimes.InForce rule : regimes.inForce(Sweden.today(clock))) {
      Regime regime = rule.regime();
      if (regime.responsible().hasCounterparty()) {
        continue;
      }
      for (StatutoryClock.Responsible who : concerned(card, regime)) {
        Assessment judgement = judged.get(regime.code() + " " + who.id());
        boolean likely = speaksFor(card, regime) || isUndenied(judgement);
        var candidate = new Candidate(regime, who, likely, due(card, regime), judgement);
        if ((likely || implied(running, regime)) && !started.contains(candidate.key())) {
          candidates.add(candidate);
        }
      }
    }
    return candidates;
  }

  private List<StatutoryClock.Responsible> concerned(CaseCard card, Regime regime) {
    return responsibles.among(
        regime.responsible(),
        with(card.place().affectedBodies(), card.place().body()),
        with(card.place().affectedLegalEntities(), card.place().legalEntity()));
  }

  /// The responsible one is affected too, whether or not anybody has said so.
  private static Set<UUID> with(Set<UUID> affected, @Nullable UUID responsible) {
    var all = new HashSet<>(affected);
    if (responsible != null) {
      all.add(responsible);
    }
    return all;
  }

  private static boolean speaksFor(CaseCard card, Regime regime) {
    return switch (regime.suggest()) {
      case "always" -> true;
      case "personal_data" -> !card.marks().personalData().equals("NO");
      case "crime" -> card.marks().crimeSuspected();
      case "crisis" -> card.marks().crisisManagement();
      default -> false;
    };
  }

  private static boolean isUndenied(@Nullable Assessment judgement) {
    return judgement != null && !judgement.judgement().outcome().isNo();
  }

  /// What a running regime may start, such as a supplier's notice.
  private boolean implied(List<StatutoryClock> running, Regime regime) {
    return running.stream()
        .filter(StatutoryClock::isLive)
        .flatMap(it -> regimes.version(it.definition()).regime().implies().stream())
        .anyMatch(it -> it.regime().equals(regime.code()));
  }

  private static @Nullable Instant due(CaseCard card, Regime regime) {
    Instant aware = card.moments().awareAt();
    if (aware == null) {
      return null;
    }
    return new Course(regime, null)
        .started(aware).stream()
            .map(it -> it.due() == null ? it.advised() : it.due())
            .filter(java.util.Objects::nonNull)
            .min(Instant::compareTo)
            .orElse(null);
  }
}
