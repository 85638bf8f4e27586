package se.tillit.web.chart;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import se.tillit.web.State;
import se.tillit.web.chart.ConformanceIcicle.Part;

/// Charts of an invented municipality, to test and to look at.
final class Charts {

  static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

  private Charts() {}

  static TrendLine aTrend(long... percents) {
    List<TrendLine.Month> months = new ArrayList<>();
    YearMonth first = YearMonth.of(2026, 11).minusMonths(percents.length - 1L);
    for (int at = 0; at < percents.length; at++) {
      Share share = percents[at] < 0 ? Share.NOT_MEASURED : new Share(percents[at], 100);
      months.add(new TrendLine.Month(first.plusMonths(at), share));
    }
    return new TrendLine("Enheter med aktuellt register", months, 90);
  }

  static CountBars someCounts() {
    return new CountBars(
        "Incidenter per slag",
        "Slag",
        "2026",
        "2025",
        List.of(
            new CountBars.Row("Fel mottagare", 41, 12),
            new CountBars.Row("Förlorad eller stulen utrustning med kommunens information", 7, 0),
            new CountBars.Row("Övriga tillsammans", 0, 9)));
  }

  static ComparisonBars aComparison() {
    return new ComparisonBars(
        "Enheter med aktuellt register",
        "2026",
        "2025",
        List.of(
            row("Kommunstyrelsen", 92, 84),
            row("Socialnämnden", 86, 71),
            row("Barn- och utbildningsnämnden", 64, 78),
            row("Miljö- och byggnadsnämnden för samverkan i norra länsdelen", 55, 55),
            row("Kultur- och fritidsnämnden", 100, 100),
            row("Bostadsbolaget AB", 33, -1),
            row("Överförmyndarnämnden", -1, 20),
            row("Valnämnden", 0, 0)));
  }

  private static ComparisonBars.Row row(String name, long now, long before) {
    return new ComparisonBars.Row(name, share(now), share(before));
  }

  static Share share(long percent) {
    return percent < 0 ? Share.NOT_MEASURED : new Share(percent, 100);
  }

  static ConformanceIcicle anIcicle() {
    return new ConformanceIcicle(
        "Hur policyn hålls i organisationen",
        new Part(
            "Kommunen",
            State.AT_RISK,
            share(72),
            List.of(
                body(
                    "Kommunstyrelsen",
                    State.KEPT,
                    92,
                    "Kansliet",
                    "IT-enheten",
                    "Ekonomi",
                    "Personal"),
                body(
                    "Socialnämnden",
                    State.AT_RISK,
                    78,
                    "Hemtjänsten",
                    "Individ- och familjeomsorg",
                    "Särskilt boende",
                    "Stöd och service"),
                body(
                    "Barn- och utbildningsnämnden",
                    State.NOT_KEPT,
                    48,
                    "Förskolan",
                    "Grundskolan",
                    "Gymnasiet",
                    "Elevhälsan",
                    "Vuxenutbildningen"),
                body("Kultur- och fritidsnämnden", State.KEPT, 100, "Biblioteket", "Musikskolan"),
                Part.unit("Valnämnden", State.NOT_MEASURED, Share.NOT_MEASURED))));
  }

  static ConformanceIcicle aLargeIcicle() {
    List<Part> bodies = new ArrayList<>();
    for (int body = 1; body <= 9; body++) {
      List<Part> units = new ArrayList<>();
      for (int unit = 1; unit <= 20; unit++) {
        State state = unit == 3 ? State.NOT_KEPT : unit % 7 == 0 ? State.AT_RISK : State.KEPT;
        units.add(
            Part.unit(
                "Enhet " + body + ":" + unit + " med ett ganska långt namn",
                state,
                share(40 + unit * 3)));
      }
      bodies.add(new Part("Nämnd nummer " + body, State.AT_RISK, share(80), units));
    }
    return new ConformanceIcicle(
        "Hur policyn hålls i organisationen",
        new Part("Storkommunen", State.AT_RISK, share(80), bodies));
  }

  private static Part body(String name, State state, long percent, String... units) {
    State[] states = {State.KEPT, State.AT_RISK, State.NOT_KEPT, State.KEPT, State.NOT_MEASURED};
    List<Part> parts = new ArrayList<>();
    for (int at = 0; at < units.length; at++) {
      State own = state == State.KEPT ? State.KEPT : states[at];
      parts.add(
          Part.unit(
              units[at],
              own,
              share(
                  own == State.NOT_MEASURED
                      ? -1
                      : own == State.KEPT ? 95 : own == State.AT_RISK ? 70 : 31)));
    }
    return new Part(name, state, share(percent), parts);
  }

  static AnnualWheel aWheel(int more) {
    List<AnnualWheel.Item> items =
        new ArrayList<>(
            List.of(
                item(1, 28, "Uppföljning till ledningsgruppen", true),
                item(2, 10, "Årlig uppföljning till kommunstyrelsen", true),
                item(2, 12, "Årlig uppföljning till socialnämnden", true),
                item(2, 17, "Årlig uppföljning till barn- och utbildningsnämnden", true),
                item(2, 19, "Dataskyddsombudets rapport", true),
                item(5, 5, "Ledningens genomgång", true),
                item(9, 15, "Omklassning av verksamhetssystem", false),
                item(11, 30, "Policyn ses över inför ny mandatperiod", false),
                item(12, 10, "Bekräftelse av tillgångar", false),
                item(12, 31, "Behörighetsgranskning", false)));
    for (int at = 0; at < more; at++) {
      items.add(item(1 + at % 12, 1 + at % 28, "Ytterligare uppgift nummer " + at, at % 3 == 0));
    }
    return new AnnualWheel("Årshjul för informationssäkerheten", Year.of(2026), TODAY, items);
  }

  private static AnnualWheel.Item item(int month, int day, String label, boolean done) {
    return new AnnualWheel.Item(LocalDate.of(2026, month, day), label, done);
  }

  static final Instant NOW = Instant.parse("2026-11-21T21:00:00Z");

  static ClockLanes lanes() {
    return new ClockLanes(
        "Klockorna bredvid varandra",
        NOW,
        List.of(
            lane("GDPR art. 33", "Kommunstyrelsen", -75, mark("Anmälan till IMY", -3, false)),
            lane(
                "Cybersäkerhetslagen",
                "Lindåsa kommun",
                -20,
                mark("Upplysning", -2, true),
                mark("Incidentanmälan", 52, false)),
            lane(
                "Anmälan av verksamhet",
                "Bolaget för fjärrvärme AB",
                -200,
                mark("Ny", 500, false))));
  }

  private static ClockLanes.Lane lane(
      String name, String whose, int since, ClockLanes.Mark... marks) {
    return new ClockLanes.Lane(name, whose, at(since), List.of(marks));
  }

  private static ClockLanes.Mark mark(String name, int hours, boolean done) {
    State state = done || hours > 12 ? State.KEPT : hours < 0 ? State.NOT_KEPT : State.AT_RISK;
    return new ClockLanes.Mark(name, at(hours), state, done, name + ": " + hours + " h");
  }

  private static Instant at(int hours) {
    return NOW.plus(Duration.ofHours(hours));
  }

  static PlanChart aPlan() {
    LocalDate today = LocalDate.of(2026, 11, 21);
    return new PlanChart(
        "Åtgärderna i tid",
        today,
        List.of(
            bar("Klassa om e-arkivet", today.minusDays(60), today.minusDays(3), false),
            bar("Bekräfta registret", today.minusDays(400), today.plusDays(12), false),
            bar(
                "Bered en reviderad policy för ny mandatperiod och sänd den på remiss till alla",
                today.plusDays(20),
                today.plusYears(4),
                false),
            bar("Lås rummet", today.minusDays(80), today.minusDays(40), true)),
        List.of(new PlanChart.Arrow(0, 2), new PlanChart.Arrow(1, 2)));
  }

  private static PlanChart.Bar bar(String label, LocalDate from, LocalDate to, boolean ended) {
    return new PlanChart.Bar(label, "Åsa Öberg", from, to, ended ? "Klar" : "Pågår", ended);
  }
}
