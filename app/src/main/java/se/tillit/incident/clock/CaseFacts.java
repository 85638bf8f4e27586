package se.tillit.incident.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.tillit.incident.CaseCard;
import se.tillit.incident.regime.Criterion;
import se.tillit.web.Words;

/// What the case already says about a criterion, beside its question. It helps the one who judges
/// and never answers in her place: a case rarely knows which system is sector-critical.
record CaseFacts(CaseCard card, Instant now) {

  /// The facts that bear on the thresholds of the criterion; none where the case says nothing.
  List<String> beside(Words words, Criterion criterion) {
    var facts = new ArrayList<String>();
    Map<String, Integer> limits = criterion.limits();
    Integer people = card.marks().personsAffected();
    Integer limit = limits.getOrDefault("persons", limits.get("users"));
    if (limit != null && people != null) {
      facts.add(words.t("incident.fact.persons", words.number(people), words.number(limit)));
    }
    Instant from = began();
    if (limits.containsKey("hours") && from != null) {
      facts.add(hours(words, from));
    }
    return facts;
  }

  private @Nullable Instant began() {
    Instant occurred = card.moments().occurredAt();
    return occurred == null ? card.moments().noticedAt() : occurred;
  }

  private String hours(Words words, Instant from) {
    CaseCard.Moments moments = card.moments();
    Instant end = moments.containedAt() == null ? moments.handledAt() : moments.containedAt();
    Instant to = end == null ? now : end;
    String length = ClockWords.length(words, Duration.between(from, to).abs());
    return end == null
        ? words.t("incident.fact.lasting", length, words.time(from))
        : words.t("incident.fact.lasted", length, words.time(from), words.time(end));
  }
}
