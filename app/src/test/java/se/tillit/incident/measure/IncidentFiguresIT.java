package se.tillit.incident.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static se.tillit.schema.incident.Tables.CLOCK;
import static se.tillit.schema.incident.Tables.CLOCK_STEP;
import static se.tillit.schema.incident.Tables.DECISION;
import static se.tillit.schema.incident.Tables.DEFINITION;
import static se.tillit.schema.incident.Tables.EVENT;
import static se.tillit.schema.incident.Tables.INCIDENT;
import static se.tillit.schema.incident.Tables.SUBMISSION;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import se.tillit.exchange.document.ReportSection;
import se.tillit.identity.Role;
import se.tillit.indicator.Indicator;
import se.tillit.kernel.Ids;
import se.tillit.kernel.Sweden;
import se.tillit.testing.TillitTest;
import se.tillit.testing.Town;
import se.tillit.testing.Towns;
import se.tillit.web.Words;

@TillitTest
class IncidentFiguresIT {

  @Autowired Towns towns;
  @Autowired MockMvc mvc;
  @Autowired DSLContext sql;
  @Autowired Clock clock;
  @Autowired List<Indicator> indicators;
  @Autowired List<ReportSection> sections;

  private Town town;
  private int number;

  @BeforeEach
  void found() {
    town = towns.found();
    number = 0;
  }

  @Test
  @Tag("K-4.1.7a")
  void tellsHowManyByKindAndGathersTheFew() throws Exception {
    for (int i = 0; i < 7; i++) {
      incident("wrong-recipient", clock.instant());
    }
    incident("malware", clock.instant());
    mvc.perform(get(api("")).with(town.as(Role.COORDINATOR)))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.figures.total.now").value(8))
        .andExpect(jsonPath("$.figures.kinds.length()").value(1))
        .andExpect(jsonPath("$.figures.kinds[0].name").value("Övriga tillsammans"));
    mvc.perform(get(page("/incidents/figures")).with(town.as(Role.COORDINATOR)))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("8 rapporter")))
        .andExpect(content().string(containsString("chart-figure")));
  }

  @Test
  void saysNothingOfFewerThanFive() throws Exception {
    incident("malware", clock.instant());
    mvc.perform(get(page("/incidents/figures")).with(town.as(Role.COORDINATOR)))
        .andExpect(content().string(containsString("Färre än fem rapporter")))
        .andExpect(content().string(not(containsString("chart-figure"))));
    mvc.perform(get(api("")).with(town.as(Role.COORDINATOR)))
        .andExpect(jsonPath("$.figures.total.now").doesNotExist())
        .andExpect(jsonPath("$.figures.kinds").isEmpty())
        .andExpect(jsonPath("$.figures.months").isEmpty());
  }

  @Test
  @Tag("K-4.1.7a")
  void tellsNothingOfOneBodyThatTheWholeGathersWithOthers() throws Exception {
    for (int i = 0; i < 7; i++) {
      incident("malware", clock.instant());
    }
    UUID other = incident("malware", clock.instant());
    town.within(() ->
        sql.update(INCIDENT)
            .set(INCIDENT.BODY_ID, town.executiveBoard())
            .where(INCIDENT.ID.eq(other))
            .execute());
    mvc.perform(get(api("")).with(town.as(Role.COORDINATOR)))
        .andExpect(jsonPath("$.figures.total.now").value(8));
    mvc.perform(get(api("?body=" + town.schoolBoard())).with(town.as(Role.COORDINATOR)))
        .andExpect(jsonPath("$.figures.total.now").doesNotExist())
        .andExpect(jsonPath("$.figures.kinds").isEmpty());
  }

  @Test
  void reachesNoFurtherThanTheViewersBodies() throws Exception {
    for (int i = 0; i < 6; i++) {
      incident("malware", clock.instant());
    }
    mvc.perform(get(api("")).with(town.as(Role.ELECTED)))
        .andExpect(jsonPath("$.figures.total.now").value(6));
    mvc.perform(get(api("?body=" + town.executiveBoard())).with(town.as(Role.ELECTED)))
        .andExpect(status().isNotFound());
    mvc.perform(get(api("?body=" + town.executiveBoard())).with(town.as(Role.COORDINATOR)))
        .andExpect(jsonPath("$.figures.total.now").value(0));
    mvc.perform(get(api("")).with(town.as(Role.EMPLOYEE))).andExpect(status().isForbidden());
    mvc.perform(get(api("?year=1999")).with(town.as(Role.COORDINATOR)))
        .andExpect(status().isNotFound());
    Town other = towns.found();
    mvc.perform(get(api("")).with(other.as(Role.COORDINATOR))).andExpect(status().isNotFound());
    mvc.perform(
            get("/api/v1/" + other.key() + "/incidents/figures").with(other.as(Role.COORDINATOR)))
        .andExpect(jsonPath("$.figures.total.now").value(0));
  }

  @Test
  void leavesAsASpreadsheetWithTheSameRows() throws Exception {
    for (int i = 0; i < 6; i++) {
      incident("malware", clock.instant());
    }
    mvc.perform(get(page("/incidents/figures/export?format=csv")).with(town.as(Role.COORDINATOR)))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("Skolnämnden")))
        .andExpect(content().string(containsString("Incidenter per slag")));
  }

  @Test
  @Tag("K-4.1.7a")
  void countsAReportAsAssessedInTimeByItsTimeline() {
    Instant week = clock.instant().minus(Duration.ofDays(7));
    UUID soon = incident("malware", week);
    UUID late = incident("malware", week);
    incident("malware", week);
    incident("malware", clock.instant());
    assessed(soon, week.plus(Duration.ofHours(60)));
    assessed(late, week.plus(Duration.ofHours(80)));
    assertThat(figure("incident.triaged-in-time")).isEqualTo("1/3");
  }

  @Test
  @Tag("K-4.1.1")
  void countsAClosedCaseOnlyWithCauseAndLessons() {
    UUID whole = incident("malware", clock.instant());
    UUID half = incident("malware", clock.instant());
    close(whole, "attack", "Öva oftare.");
    close(half, "attack", "");
    incident("malware", clock.instant());
    assertThat(figure("incident.closed-with-lessons")).isEqualTo("1/2");
  }

  @Test
  @Tag("K-4.1.7b")
  @Tag("K-2b")
  void countsADeadlineThatWasAnsweredInTimeAndNoneOfAnExercise() {
    Instant now = clock.instant();
    UUID real = incident("malware", now);
    step(real, "gdpr-33", now.minus(Duration.ofHours(5)), now.minus(Duration.ofHours(6)));
    step(real, "csl", now.minus(Duration.ofHours(5)), now.minus(Duration.ofHours(4)));
    step(real, "csl-threat", now.minus(Duration.ofHours(5)), null);
    step(real, "police", now.plus(Duration.ofHours(5)), null);
    UUID played = incident("malware", now);
    town.within(() ->
        sql.update(INCIDENT)
            .set(INCIDENT.EXERCISE_ID, Ids.next())
            .where(INCIDENT.ID.eq(played))
            .execute());
    step(played, "gdpr-33", now.minus(Duration.ofHours(5)), null);
    assertThat(figure("incident.deadlines-kept")).isEqualTo("1/3");
  }

  @Test
  @Tag("M-4c")
  void tellsReportsOfIncidents() {
    for (int i = 0; i < 6; i++) {
      incident("malware", clock.instant());
    }
    LocalDate today = Sweden.today(clock);
    var about = new ReportSection.About(town.schoolBoard(), today.minusDays(30), today, today);
    assertThat(told(about)).contains("Incidenter");
    var elsewhere =
        new ReportSection.About(town.executiveBoard(), today.minusDays(30), today, today);
    assertThat(told(elsewhere)).doesNotContain("Incidenter");
  }

  @Test
  @Tag("K-4.1.7b")
  void givesTheBoardItsDelegatedDecisionsOfTheQuarterAndNotWhatTheySay() throws Exception {
    UUID incident = incident("malware", clock.instant());
    decision(incident, "Delegation 4.2");
    decision(incident, "");
    String query = "?body=" + town.schoolBoard();
    mvc.perform(get(page("/incidents/delegated-decisions" + query)).with(town.as(Role.REGISTRAR)))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("Delegation 4.2")))
        .andExpect(content().string(containsString("Ett beslut")))
        .andExpect(content().string(not(containsString("hemlig text"))));
    mvc.perform(
            get("/api/v1/" + town.key() + "/incidents/delegated-decisions" + query)
                .with(town.as(Role.REGISTRAR)))
        .andExpect(jsonPath("$.items.length()").value(1))
        .andExpect(jsonPath("$.items[0].delegationPoint").value("Delegation 4.2"));
    mvc.perform(
            get(page("/incidents/delegated-decisions.pdf" + query)).with(town.as(Role.REGISTRAR)))
        .andExpect(status().isOk())
        .andExpect(header().string("Content-Type", "application/pdf"));
    mvc.perform(
            get(page("/incidents/delegated-decisions" + query + "&quarter=2026-9"))
                .with(town.as(Role.REGISTRAR)))
        .andExpect(status().isNotFound());
    mvc.perform(
            get(page("/incidents/delegated-decisions?body=" + town.executiveBoard()))
                .with(town.as(Role.ELECTED)))
        .andExpect(status().isNotFound());
    mvc.perform(get(page("/incidents/delegated-decisions")).with(town.as(Role.EMPLOYEE)))
        .andExpect(status().isForbidden());
  }

  private List<String> told(ReportSection.About about) {
    return town.within(() ->
        sections.stream()
            .flatMap(it -> it.tell(about, Words.SWEDISH).stream())
            .map(ReportSection.Section::title)
            .toList());
  }

  private String figure(String key) {
    Indicator indicator =
        indicators.stream().filter(it -> it.key().equals(key)).findFirst().orElseThrow();
    return town.within(() -> {
      var rows = indicator.records().fetch();
      return rows.stream().filter(it -> it.value5()).count() + "/" + rows.size();
    });
  }

  private UUID incident(@Nullable String kind, Instant reported) {
    UUID id = Ids.next();
    String reference = "2026-%04d".formatted(++number);
    town.within(() ->
        sql.insertInto(INCIDENT)
            .set(INCIDENT.TENANT_ID, town.tenant().id().value())
            .set(INCIDENT.ID, id)
            .set(INCIDENT.REFERENCE, reference)
            .set(INCIDENT.KIND, kind)
            .set(INCIDENT.CERTAINTY, "KNOWN")
            .set(INCIDENT.REPORTED_AT, reported)
            .set(INCIDENT.UNIT_ID, town.school())
            .set(INCIDENT.BODY_ID, town.schoolBoard())
            .execute());
    return id;
  }

  private void assessed(UUID incident, Instant at) {
    town.within(() ->
        sql.insertInto(EVENT)
            .set(EVENT.TENANT_ID, town.tenant().id().value())
            .set(EVENT.ID, Ids.next())
            .set(EVENT.INCIDENT_ID, incident)
            .set(EVENT.AT, at)
            .set(EVENT.RECORDED_AT, at)
            .set(EVENT.KIND, "assessed")
            .set(EVENT.NAME, "Tillit")
            .set(EVENT.AUTOMATIC, true)
            .execute());
  }

  private void step(UUID incident, String regime, Instant due, @Nullable Instant submitted) {
    UUID tenant = town.tenant().id().value();
    UUID definition = Ids.next();
    UUID running = Ids.next();
    UUID step = Ids.next();
    Instant base = due.minus(Duration.ofHours(72));
    town.within(() -> {
      sql.insertInto(DEFINITION)
          .set(DEFINITION.TENANT_ID, tenant)
          .set(DEFINITION.ID, definition)
          .set(DEFINITION.KIND, "regime")
          .set(DEFINITION.CODE, regime)
          .set(DEFINITION.NUMBER, ++number)
          .set(DEFINITION.FROM_DAY, Sweden.today(clock))
          .set(DEFINITION.NAME, "Prov")
          .set(DEFINITION.TEXT, "Prov")
          .set(DEFINITION.OWN, false)
          .set(DEFINITION.WRITTEN_BY, "Prov")
          .set(DEFINITION.WRITTEN_AT, base)
          .execute();
      sql.insertInto(CLOCK)
          .set(CLOCK.TENANT_ID, tenant)
          .set(CLOCK.ID, running)
          .set(CLOCK.INCIDENT_ID, incident)
          .set(CLOCK.REGIME, regime)
          .set(CLOCK.DEFINITION_ID, definition)
          .set(CLOCK.BODY_ID, town.schoolBoard())
          .set(CLOCK.NAME, "Prov")
          .set(CLOCK.RESPONSIBLE, "Skolnämnden")
          .set(CLOCK.STARTED_AT, base)
          .set(CLOCK.DECLARED_BY, "Prov")
          .set(CLOCK.DECLARED_AT, base)
          .execute();
      sql.insertInto(CLOCK_STEP)
          .set(CLOCK_STEP.TENANT_ID, tenant)
          .set(CLOCK_STEP.ID, step)
          .set(CLOCK_STEP.CLOCK_ID, running)
          .set(CLOCK_STEP.CODE, "anmalan")
          .set(CLOCK_STEP.POSITION, 1)
          .set(CLOCK_STEP.NAME, "Anmälan")
          .set(CLOCK_STEP.RECIPIENT, "imy")
          .set(CLOCK_STEP.BASE_AT, base)
          .set(CLOCK_STEP.COUNTS_FROM, "start")
          .set(CLOCK_STEP.DUE_AT, due)
          .set(CLOCK_STEP.STATE, submitted == null ? "open" : "submitted")
          .execute();
      return submitted == null ? 0 : submit(tenant, step, submitted);
    });
  }

  private int submit(UUID tenant, UUID step, Instant at) {
    return sql.insertInto(SUBMISSION)
        .set(SUBMISSION.TENANT_ID, tenant)
        .set(SUBMISSION.ID, Ids.next())
        .set(SUBMISSION.STEP_ID, step)
        .set(SUBMISSION.STAGE, "anmalan")
        .set(SUBMISSION.SUBMITTED_AT, at)
        .set(SUBMISSION.RECIPIENT, "imy")
        .set(SUBMISSION.CHANNEL, "webb")
        .set(SUBMISSION.SUBMITTER, "Prov")
        .set(SUBMISSION.RECORDED_BY, "Prov")
        .set(SUBMISSION.RECORDED_AT, at)
        .execute();
  }

  private void close(UUID incident, String cause, String lessons) {
    town.within(() ->
        sql.update(INCIDENT)
            .set(INCIDENT.STATE, "CLOSED")
            .set(INCIDENT.CLOSED_AT, clock.instant())
            .set(INCIDENT.CAUSE, cause)
            .set(INCIDENT.LESSONS, lessons)
            .where(INCIDENT.ID.eq(incident))
            .execute());
  }

  private void decision(UUID incident, String point) {
    town.within(() ->
        sql.insertInto(DECISION)
            .set(DECISION.TENANT_ID, town.tenant().id().value())
            .set(DECISION.ID, Ids.next())
            .set(DECISION.INCIDENT_ID, incident)
            .set(DECISION.KIND, "not-notified")
            .set(DECISION.TEXT, "hemlig text")
            .set(DECISION.MOTIVE, "hemlig text")
            .set(DECISION.DECIDED_AT, clock.instant())
            .set(DECISION.DECIDER, "Åsa")
            .set(DECISION.DELEGATION_POINT, point)
            .set(DECISION.RECORDED_AT, clock.instant())
            .set(DECISION.RECORDED_BY, "Åsa")
            .execute());
  }

  private String api(String query) {
    return "/api/v1/" + town.key() + "/incidents/figures" + query;
  }

  private String page(String path) {
    return "/" + town.key() + path;
  }
}
