package se.tillit.followup;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.tillit.kernel.Sweden;
import se.tillit.web.Words;
import se.tillit.web.chart.ComparisonBars;
import se.tillit.web.chart.Share;

/// Body beside body, and each beside itself a year before: all that the bound figures count,
/// weighed alike.
@Component
class BodyComparison {

  private final Organisation organisation;
  private final Clock clock;

  BodyComparison(Organisation organisation, Clock clock) {
    this.organisation = organisation;
    this.clock = clock;
  }

  /// Empty where there is but one body to look at.
  @Transactional(readOnly = true)
  Optional<ComparisonBars> of(Reach reach, Words words) {
    LocalDate day = Objects.requireNonNullElse(reach.day(), Sweden.today(clock));
    List<ComparisonBars.Row> rows = rows(reach, day, words);
    String now = words.date(day);
    String before = words.date(day.minusYears(1));
    return rows.size() < 2
        ? Optional.empty()
        : Optional.of(
            new ComparisonBars(words.t("followup.bodies", now, before), now, before, rows));
  }

  /// A row for each body where something is counted, by name.
  @Transactional(readOnly = true)
  List<ComparisonBars.Row> rows(Reach reach, LocalDate day, Words words) {
    if (reach.body() != null || reach.unit() != null) {
      return List.of();
    }
    Map<UUID, Share> now = organisation.shares(reach);
    Map<UUID, Share> before = organisation.shares(reach.on(day.minusYears(1)));
    return organisation.bodies(reach.scope(), words).stream()
        .filter(body -> now.getOrDefault(body.id(), Share.NOT_MEASURED).measured())
        .map(body ->
            new ComparisonBars.Row(
                body.name(),
                now.getOrDefault(body.id(), Share.NOT_MEASURED),
                before.getOrDefault(body.id(), Share.NOT_MEASURED)))
        .toList();
  }
}
