package se.tillit.organisation.demo;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.UUID;
import org.springframework.stereotype.Component;
import se.tillit.identity.DemoChapter;
import se.tillit.kernel.Period;
import se.tillit.kernel.Sweden;
import se.tillit.organisation.body.BodyRegister;
import se.tillit.organisation.body.TermsOfOffice;

/// The first chapter of a demo: who governs, where, with whom, and when they meet.
@Component
class DemoOrganisation implements DemoChapter {

  private static final int PAPERS_DAYS = 14;

  private final DemoChart chart;
  private final DemoStaff staff;
  private final BodyRegister bodies;
  private final Clock clock;

  DemoOrganisation(DemoChart chart, DemoStaff staff, BodyRegister bodies, Clock clock) {
    this.chart = chart;
    this.staff = staff;
    this.bodies = bodies;
    this.clock = clock;
  }

  @Override
  public int order() {
    return 10;
  }

  @Override
  public void write(String tenantKey) {
    LocalDate today = Sweden.today(clock);
    DemoChart.Drawn drawn = chart.draw(tenantKey);
    staff.engage(tenantKey, drawn, today);
    int election = TermsOfOffice.electionBefore(today);
    bodies.setTerms(election - 4);
    bodies.setTerms(election);
    int number = 0;
    for (var body : drawn.bodies().entrySet()) {
      if (!body.getKey().equals("Revisionen") && !body.getKey().equals("Valnämnden")) {
        planMeetings(body.getValue(), body.getKey(), number++ % 4, today);
      }
    }
  }

  /// One meeting a month but July, through next year, and those of last year.
  private void planMeetings(UUID body, String name, int week, LocalDate today) {
    LocalDate first = LocalDate.of(today.getYear() - 1, 1, 1);
    Period years = new Period(first, LocalDate.of(today.getYear() + 1, 12, 31));
    for (LocalDate month = first; years.holds(month); month = month.plusMonths(1)) {
      if (month.getMonthValue() != 7) {
        LocalDate day =
            month.with(TemporalAdjusters.firstInMonth(DayOfWeek.of(2 + week % 3))).plusWeeks(week);
        bodies.planMeeting(body, name, day, day.minusDays(PAPERS_DAYS));
      }
    }
  }
}
