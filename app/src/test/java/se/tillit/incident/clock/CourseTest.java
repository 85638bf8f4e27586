package se.tillit.incident.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.tillit.incident.regime.ReadRegimes;
import se.tillit.incident.regime.Regime;
import se.tillit.incident.regime.Span;

/// Every regime's course, with the section that says so in the row.
class CourseTest {

  private static final Instant START = Instant.parse("2026-11-21T08:00:00Z");

  @ParameterizedTest(name = "{0} {1}: {2}")
  @Tag("K-2b")
  @Tag("K-4.1.1")
  @CsvSource({
    // regime, step, legal source, agreed, due (empty: no limit in law), advised
    "csl, upplysning, CSL 2 kap. 5 §, '', 2026-11-22T08:00:00Z, ''",
    "csl, incidentanmalan, CSL 2 kap. 6 §, '', 2026-11-24T08:00:00Z, ''",
    "csl-trust, upplysning, CSL 2 kap. 5 §, '', 2026-11-22T08:00:00Z, ''",
    "csl-trust, incidentanmalan, CSL 2 kap. 6 §, '', 2026-11-22T08:00:00Z, ''",
    "csl-recipients, information, CSL 2 kap. 9 §, '', '', 2026-11-22T08:00:00Z",
    "csl-threat, information, CSL 2 kap. 10 §, '', '', 2026-11-22T08:00:00Z",
    "csl-registration, andringsanmalan, CSL 2 kap. 2 §, '', 2026-12-05T08:00:00Z, ''",
    "gdpr-33, anmalan, GDPR art. 33.1, '', 2026-11-24T08:00:00Z, ''",
    "gdpr-34, information, GDPR art. 34.1, '', '', 2026-11-22T08:00:00Z",
    "gdpr-33-2, underrattelse, GDPR art. 33.2, '', '', 2026-11-21T20:00:00Z",
    "gdpr-33-2, underrattelse, GDPR art. 33.2, 24 hours, 2026-11-22T08:00:00Z, ''",
    "security-protection, anmalan, SSF 2 kap. 4 §, '', '', 2026-11-21T09:00:00Z",
    "lex-maria, utredning, PSL 3 kap. 5 §, '', 2027-01-21T08:00:00Z, ''",
    "lex-maria, anmalan, PSL 3 kap. 5 §, '', '', 2026-11-23T08:00:00Z",
    "lex-sarah, rapport, SoL (2025:400) 27 kap., '', '', 2026-11-21T12:00:00Z",
    "eidas-nonqualified, anmalan, art. 19a.1 b, '', 2026-11-22T08:00:00Z, ''",
    "eidas-qualified, anmalan, art. 24, '', 2026-11-22T08:00:00Z, ''",
    "ecom-privacy, anmalan, 611/2013 art. 2.2, '', 2026-11-22T08:00:00Z, ''",
    "leh, lagesrapport, LEH 2 kap. 9 §, '', '', 2026-11-22T08:00:00Z",
    "contract-customer, underrattelse, Avtalet, 48 hours, 2026-11-23T08:00:00Z, ''",
    "contract-supplier, bedomning, CSL 2 kap. 5 §, '', '', 2026-11-21T09:00:00Z",
    "insurance, skadeanmalan, Försäkringsvillkoren, 14 days, 2026-12-05T08:00:00Z, ''",
    "police, polisanmalan, CSF 33 § 4, '', '', 2026-11-22T08:00:00Z",
    "public-record, besked, TF 2 kap. 15–16 §§, '', '', 2026-11-22T08:00:00Z",
    "data-subject, svar, GDPR art. 12.3, '', 2026-12-21T08:00:00Z, ''",
  })
  void opensEachStepWithItsLastMomentOrOurAdvice(
      String regime, String step, String source, String agreed, String due, String advised) {
    Course.Opening opening =
        new Course(ReadRegimes.shipped(regime), Span.read(agreed).orElse(null))
            .started(START).stream()
                .filter(it -> it.step().code().equals(step))
                .findFirst()
                .orElseThrow();
    assertThat(String.valueOf(opening.due())).as(source).isEqualTo(due.isEmpty() ? "null" : due);
    assertThat(String.valueOf(opening.advised()))
        .as(source)
        .isEqualTo(advised.isEmpty() ? "null" : advised);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @Tag("K-2b")
  @CsvSource({
    // early submission moves the final report forward, late moves it back
    "CSL 2 kap. 8 § (tidig), 2026-11-21T10:00:00Z, 2026-12-21T10:00:00Z",
    "CSL 2 kap. 8 § (sen), 2026-11-26T08:00:00Z, 2026-12-26T08:00:00Z",
    "CSL 2 kap. 8 § (månadsslut), 2027-01-31T10:00:00Z, 2027-02-28T10:00:00Z",
    "CSL 2 kap. 8 § (skottår), 2028-01-31T10:00:00Z, 2028-02-29T10:00:00Z",
    "CSL 2 kap. 8 § (sommartid), 2026-03-10T10:00:00Z, 2026-04-10T09:00:00Z",
  })
  void countsTheFinalReportFromTheSubmissionOfTheNotification(
      String source, Instant submitted, Instant due) {
    Regime csl = ReadRegimes.shipped("csl");
    var notification = csl.step("incidentanmalan").orElseThrow();
    var opened = new Course(csl, null).submitted(notification, "incidentanmalan", submitted, null);
    assertThat(opened).extracting(it -> it.step().code()).containsExactly("slutrapport");
    assertThat(opened.getFirst().due()).as(source).isEqualTo(due);
  }

  @Test
  @Tag("K-2b")
  void waitsAfterAStatusReportUntilTheEventHasBeenHandled() {
    Regime csl = ReadRegimes.shipped("csl");
    var course = new Course(csl, null);
    var step = csl.step("slutrapport").orElseThrow();
    assertThat(step.instead()).isEqualTo("lagesrapport");
    var waiting = course.submitted(step, "lagesrapport", START, null).getFirst();
    assertThat(waiting.step().code()).isEqualTo("slutrapport-efter-lagesrapport");
    assertThat(waiting.due()).isNull();
    var timed = course.handled(waiting.step(), Instant.parse("2027-01-31T12:00:00Z"));
    assertThat(timed.due()).isEqualTo("2027-02-28T12:00:00Z");
    assertThat(course.submitted(step, "slutrapport", START, null)).isEmpty();
  }

  @Test
  void remindsBeforeTheLastMomentAndNeverBeforeTheStart() {
    Regime csl = ReadRegimes.shipped("csl");
    var course = new Course(csl, null);
    List<Course.Reminder> reminders = course.reminders(course.started(START).getFirst());
    assertThat(reminders)
        .extracting(it -> it.at().toString())
        .containsExactly(
            "2026-11-21T20:00:00Z",
            "2026-11-22T04:00:00Z",
            "2026-11-22T07:00:00Z",
            "2026-11-22T08:00:00Z");
    assertThat(reminders)
        .extracting(Course.Reminder::late)
        .containsExactly(false, false, false, true);
    var asked =
        course.requested(csl.step("delrapport").orElseThrow(), START, START.plusSeconds(7200));
    assertThat(course.reminders(asked)).hasSize(2);
  }

  @Test
  void remindsByTheHourWhereTheLawSaysPromptly() {
    var course = new Course(ReadRegimes.shipped("security-protection"), null);
    assertThat(course.reminders(course.started(START).getFirst()))
        .extracting(it -> it.at().toString())
        .containsExactly("2026-11-21T08:00:00Z", "2026-11-21T09:00:00Z", "2026-11-21T12:00:00Z");
  }
}
