package se.tillit.followup;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.tillit.exchange.document.ReportSection;
import se.tillit.followup.ReportFacts.BodyFact;
import se.tillit.followup.ReportFacts.ClauseFact;
import se.tillit.followup.ReportFacts.FigureFact;
import se.tillit.followup.ReportFacts.MonthFact;
import se.tillit.followup.ReportFacts.PartFact;
import se.tillit.identity.Role;
import se.tillit.indicator.Figures;
import se.tillit.kernel.Period;
import se.tillit.kernel.Sweden;
import se.tillit.web.Words;
import se.tillit.web.chart.Share;

/// Gathers what reports tell their bodies: each its own figures, never another's. What stands
/// behind them is read once for all bodies.
@Component
class ReportGathering {

  private static final String OFFICER = Role.DATA_PROTECTION_OFFICER.key();

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

  /// What all reports of a day stand on.
  record Ground(
      String tenant,
      LocalDate day,
      Optional<ConformanceQuery.Text> text,
      Sums.ByBody<Shares> now,
      Sums.ByBody<Shares> before,
      Sums.ByBody<Map<YearMonth, Shares>> months,
      Organisation.Pictures pictures,
      List<BodyFact> bodies) {

    Shares nowOf(@Nullable UUID body) {
      return now.of(body, Shares.NONE);
    }
  }

  /// Reads what reports of today stand on, or of an earlier day by the figures that were kept then.
  @Transactional
  Ground ground(String tenant, @Nullable LocalDate past) {
    figures.refresh();
    LocalDate day = past == null ? Sweden.today(clock) : past;
    Reach reach = Reach.WHOLE.on(past);
    Optional<ConformanceQuery.Text> text =
        conformance.documents(reach).stream().findFirst().map(it -> conformance.text(it, reach));
    Set<String> asked = text.map(ConformanceQuery.Text::indicators).orElse(Set.of());
    return new Ground(
        tenant,
        day,
        text,
        sums.byBody(past),
        sums.byBody(day.minusYears(1)),
        sums.monthlyByBody(asked, YearMonth.from(day).minusMonths(11)),
        organisation.pictures(reach, Words.SWEDISH),
        comparison.rows(reach, day, Words.SWEDISH).stream().map(BodyFact::of).toList());
  }

  /// What a report tells on the ground of its day.
  @Transactional
  ReportFacts gather(Ground ground, Report report, String bodyKind) {
    boolean whole = WHOLE.contains(bodyKind);
    UUID body = whole ? null : report.body();
    boolean alone = report.about().isOfDataProtection();
    Map<YearMonth, Shares> months = ground.months().of(body, Map.of());
    Optional<Conformance> read =
        ground
            .text()
            .map(it -> it.told(ground.nowOf(body), months, YearMonth.from(ground.day())))
            .map(it -> alone ? it.ofRole(OFFICER) : it);
    return new ReportFacts(
        ground.tenant(),
        ground.day(),
        read.map(it -> it.document().title()).orElse(""),
        read.map(ReportGathering::clauses).orElse(List.of()),
        read.map(it -> figures(it, ground, body)).orElse(List.of()),
        alone ? List.of() : parts(ground, body, whole ? ground.tenant() : report.bodyName()),
        whole && !alone ? ground.bodies() : List.of(),
        sections(report, body, ground.day()));
  }

  private static List<PartFact> parts(Ground ground, @Nullable UUID body, String name) {
    return ground
        .pictures()
        .of(body, name)
        .map(icicle -> List.of(PartFact.of(icicle.whole())))
        .orElse(List.of());
  }

  private Map<String, List<ReportSection.Section>> sections(
      Report report, @Nullable UUID body, LocalDate day) {
    Period period = report.span();
    var about =
        new ReportSection.About(
            body, period.from(), Objects.requireNonNullElse(period.to(), day), day);
    Map<String, List<ReportSection.Section>> sections = new LinkedHashMap<>();
    for (Words words : List.of(Words.SWEDISH, Words.ENGLISH)) {
      sections.put(
          words.language(),
          contributed.stream()
              .filter(it -> it.isToldBy(report.about().writer()))
              .flatMap(it -> it.tell(about, words).stream())
              .toList());
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

  // A figure of all, also where clauses are told of it apart.
  private static List<FigureFact> figures(Conformance read, Ground ground, @Nullable UUID body) {
    Shares before = ground.before().of(body, Shares.NONE);
    Map<String, FigureFact> byIndicator = new TreeMap<>();
    read.demands()
        .flatMap(clause -> clause.figures().stream())
        .forEach(figure -> {
          String key = figure.indicator();
          Share now = ground.nowOf(body).of(key);
          Share then = before.of(key);
          Tally asked = figure.tally();
          byIndicator.putIfAbsent(
              key,
              new FigureFact(
                  key,
                  new Tally(now.met(), now.total(), asked.target(), asked.atRisk()),
                  then.met(),
                  then.total(),
                  months(key, ground, body)));
        });
    return List.copyOf(byIndicator.values());
  }

  private static List<MonthFact> months(String key, Ground ground, @Nullable UUID body) {
    YearMonth last = YearMonth.from(ground.day());
    Map<YearMonth, Shares> kept = ground.months().of(body, Map.of());
    return ConformanceQuery.months(key, null, ground.nowOf(body), kept, last).stream()
        .map(it -> new MonthFact(it.month().toString(), it.share().met(), it.share().total()))
        .toList();
  }
}
