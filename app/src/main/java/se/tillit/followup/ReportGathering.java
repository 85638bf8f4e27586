package se.tillit.followup;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.tillit.exchange.document.ReportSection;
import se.tillit.followup.ReportFacts.BodyFact;
import se.tillit.followup.ReportFacts.ClauseFact;
import se.tillit.followup.ReportFacts.FigureFact;
import se.tillit.followup.ReportFacts.MonthFact;
import se.tillit.followup.ReportFacts.PartFact;
import se.tillit.indicator.Figures;
import se.tillit.kernel.Period;
import se.tillit.kernel.Sweden;
import se.tillit.web.Words;
import se.tillit.web.chart.Share;

/// Gathers what a report tells a body: its own figures, never another's.
@Component
class ReportGathering {

  private final ConformanceQuery conformance;
  private final Organisation organisation;
  private final BodyComparison comparison;
  private final Sums sums;
  private final Figures figures;
  private final List<ReportSection> contributed;
  private final Clock clock;

  ReportGathering(
      ConformanceQuery conformance,
      Organisation organisation,
      BodyComparison comparison,
      Sums sums,
      Figures figures,
      List<ReportSection> contributed,
      Clock clock) {
    this.conformance = conformance;
    this.organisation = organisation;
    this.comparison = comparison;
    this.sums = sums;
    this.figures = figures;
    this.contributed =
        contributed.stream().sorted(Comparator.comparingInt(ReportSection::order)).toList();
    this.clock = clock;
  }

  /// What the report tells today, or told on an earlier day by the figures that were kept then.
  @Transactional
  ReportFacts gather(String tenant, Report report, String bodyKind, @Nullable LocalDate past) {
    figures.refresh();
    LocalDate day = past == null ? Sweden.today(clock) : past;
    boolean whole = WHOLE.contains(bodyKind);
    Reach reach = (whole ? Reach.WHOLE : Reach.ofBody(report.body())).on(past);
    Optional<Conformance> read =
        conformance.documents().stream().findFirst().map(it -> conformance.of(it, reach));
    Map<String, Share> before = sums.of(reach.on(day.minusYears(1)));
    List<PartFact> parts =
        organisation
            .picture(reach, whole ? tenant : report.bodyName(), Words.SWEDISH)
            .map(icicle -> List.of(PartFact.of(icicle.whole())))
            .orElse(List.of());
    return new ReportFacts(
        tenant,
        day,
        read.map(it -> it.document().title()).orElse(""),
        read.map(ReportGathering::clauses).orElse(List.of()),
        read.map(it -> figures(it, before)).orElse(List.of()),
        parts,
        comparison.rows(reach, day, Words.SWEDISH).stream().map(BodyFact::of).toList(),
        sections(report, whole, day));
  }

  private Map<String, List<ReportSection.Section>> sections(
      Report report, boolean whole, LocalDate day) {
    Period period = report.span();
    var about =
        new ReportSection.About(
            whole ? null : report.body(),
            period.from(),
            Objects.requireNonNullElse(period.to(), day),
            day);
    Map<String, List<ReportSection.Section>> sections = new LinkedHashMap<>();
    for (Words words : List.of(Words.SWEDISH, Words.ENGLISH)) {
      sections.put(
          words.language(),
          contributed.stream().flatMap(it -> it.tell(about, words).stream()).toList());
    }
    return sections;
  }

  // Those who answer for the whole are told of the whole.
  private static final List<String> WHOLE =
      List.of("executive_board", "management_group", "directorate", "council");

  private static List<ClauseFact> clauses(Conformance read) {
    List<ClauseFact> clauses = new ArrayList<>();
    for (Conformance.Section section : read.sections()) {
      for (Conformance.Clause clause : section.clauses()) {
        if (clause.demand()) {
          String lead = clause.leadIn().isBlank() ? "" : clause.leadIn() + " ";
          clauses.add(new ClauseFact(section.number(), lead + clause.text(), clause.state()));
        }
      }
    }
    return clauses;
  }

  private static List<FigureFact> figures(Conformance read, Map<String, Share> before) {
    Map<String, FigureFact> byIndicator = new TreeMap<>();
    read.demands()
        .flatMap(clause -> clause.figures().stream())
        .forEach(figure -> {
          Share then = before.getOrDefault(figure.indicator(), Share.NOT_MEASURED);
          byIndicator.putIfAbsent(
              figure.indicator(),
              new FigureFact(
                  figure.indicator(),
                  figure.tally(),
                  then.met(),
                  then.total(),
                  figure.months().stream()
                      .map(it ->
                          new MonthFact(
                              it.month().toString(), it.share().met(), it.share().total()))
                      .toList()));
        });
    return List.copyOf(byIndicator.values());
  }
}
