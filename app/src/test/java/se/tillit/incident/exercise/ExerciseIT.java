package se.tillit.incident.exercise;

import static java.time.temporal.ChronoUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.max;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static se.tillit.schema.audittrail.Tables.ENTRY;
import static se.tillit.schema.improvement.Tables.PUBLISHED_FINDING;
import static se.tillit.schema.incident.Tables.EVENT;
import static se.tillit.schema.incident.Tables.EXERCISE;
import static se.tillit.schema.incident.Tables.EXERCISE_INJECT;
import static se.tillit.schema.incident.Tables.EXERCISE_RUN;
import static se.tillit.schema.incident.Tables.INCIDENT;
import static se.tillit.schema.incident.Tables.PUBLISHED_INCIDENT;
import static se.tillit.schema.notification.Tables.NOTICE;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import se.tillit.exchange.document.ReportSection;
import se.tillit.identity.Role;
import se.tillit.indicator.Indicator;
import se.tillit.kernel.Sweden;
import se.tillit.testing.TillitTest;
import se.tillit.testing.Town;
import se.tillit.testing.Towns;
import se.tillit.web.Words;

@TillitTest
@Tag("M-2.2d")
class ExerciseIT {

  private static final String TITLE = "Filerna kvittras bort";

  @Autowired Towns towns;
  @Autowired MockMvc mvc;
  @Autowired DSLContext sql;
  @Autowired Clock clock;
  @Autowired Injects injects;
  @Autowired List<Indicator> indicators;
  @Autowired List<ReportSection> sections;

  private Town town;

  @BeforeEach
  void found() {
    town = towns.found();
  }

  @Test
  void plansFromAReadyMadeScenarioAndRefusesWhatIsMissingFieldByField() throws Exception {
    mvc.perform(
            get(page("/incidents/exercises/new?scenario=ransomware"))
                .with(town.as(Role.COORDINATOR)))
        .andExpect(content().string(containsString("Skolornas filer går inte att öppna")))
        .andExpect(content().string(containsString("4200 | Systemen är tillbaka")));
    mvc.perform(planning().param("title", TITLE).param("injects", "noll | Samtal | Hej"))
        .andExpect(status().isUnprocessableContent())
        .andExpect(content().string(containsString(TITLE)))
        .andExpect(content().string(containsString("”noll” är inte ett antal minuter")));
    assertThat(town.within(() -> sql.fetchCount(EXERCISE))).isZero();
  }

  @Test
  void startsOnlyWithParticipantsAndTellsThemThatItIsAnExercise() throws Exception {
    UUID id = planned(1);
    move(id, 0, "running", "").andExpect(status().isUnprocessableContent());
    join(id, Role.MANAGER);
    move(id, 0, "running", "").andExpect(status().is3xxRedirection());
    assertThat(town.within(() -> sql.select(NOTICE.KEY).from(NOTICE).fetch(NOTICE.KEY)))
        .contains("incident.exercise.notice.began");
    mvc.perform(get(page("/inbox")).with(town.as(Role.MANAGER)))
        .andExpect(content().string(containsString("ÖVNING: " + TITLE)));
    assertThat(trail())
        .contains(
            "incident.exercise-planned", "incident.exercise-joined", "incident.exercise-moved");
  }

  @Test
  void marksEveryPageOfTheCase() throws Exception {
    UUID id = running(1);
    UUID incident = incidentOf(id);
    for (String path : List.of("/incidents/" + incident, "/incidents/exercises/" + id)) {
      mvc.perform(get(page(path)).with(town.as(Role.COORDINATOR)))
          .andExpect(status().isOk())
          .andExpect(content().string(containsString("ÖVNING")))
          .andExpect(content().string(containsString("inget av det här har hänt")))
          .andExpect(content().string(not(containsString("/reports/extra"))));
    }
    mvc.perform(get(page("/incidents/" + incident)).with(town.as(Role.DATA_PROTECTION_OFFICER)))
        .andExpect(status().isNotFound());
    join(id, Role.DATA_PROTECTION_OFFICER);
    mvc.perform(get(page("/incidents/" + incident)).with(town.as(Role.DATA_PROTECTION_OFFICER)))
        .andExpect(status().isOk());
  }

  @Test
  void countsAsRealNowhere() throws Exception {
    UUID id = running(1);
    UUID incident = incidentOf(id);
    for (String path : List.of("/incidents", "/todo", "/search?q=kvittras")) {
      mvc.perform(get(page(path)).with(town.as(Role.COORDINATOR)))
          .andExpect(status().isOk())
          .andExpect(content().string(not(containsString(incident.toString()))));
    }
    move(id, 1, "ended", "Vi ringde rätt personer.").andExpect(status().is3xxRedirection());
    assertThat(town.within(() -> sql.fetchCount(PUBLISHED_INCIDENT))).isZero();
    for (Indicator indicator : indicators) {
      if (indicator.key().startsWith("incident.") && !indicator.key().endsWith("exercise-held")) {
        assertThat(town.within(() -> indicator.records().fetch())).as(indicator.key()).isEmpty();
      }
    }
    mvc.perform(get("/api/v1/" + town.key() + "/incidents/figures").with(town.as(Role.COORDINATOR)))
        .andExpect(jsonPath("$.figures.total.now").value(0));
    LocalDate today = Sweden.today(clock);
    var about = new ReportSection.About(null, today.minusDays(30), today, today);
    assertThat(
            town.within(() ->
                sections.stream()
                    .flatMap(it -> it.tell(about, Words.SWEDISH).stream())
                    .map(ReportSection.Section::title)
                    .toList()))
        .doesNotContain("Incidenter");
  }

  @Test
  void releasesInjectsByTheLeaderAndByTheExercisesClockOnceEach() throws Exception {
    UUID id = running(60);
    assertThat(town.within(() -> injects.releaseDue())).isZero();
    assertThat(awaited()).isCloseTo(clock.instant().plusSeconds(120), within(20, SECONDS));
    town.within(() ->
        sql.update(EXERCISE_RUN)
            .set(EXERCISE_RUN.FROM_AT, clock.instant().minus(Duration.ofMinutes(3)))
            .execute());
    assertThat(town.within(() -> injects.releaseDue())).isEqualTo(1);
    UUID last =
        town.within(() ->
            sql.select(EXERCISE_INJECT.ID)
                .from(EXERCISE_INJECT)
                .where(EXERCISE_INJECT.RELEASED_AT.isNull())
                .fetchSingle()
                .value1());
    mvc.perform(form("/" + id + "/releases", Role.COORDINATOR).param("inject", last.toString()))
        .andExpect(status().is3xxRedirection());
    assertThat(
            town.within(() ->
                sql.select(EVENT.TEXT)
                    .from(EVENT)
                    .where(EVENT.KIND.eq("inject"))
                    .fetch(EVENT.TEXT)))
        .hasSize(3)
        .anyMatch(it -> it.startsWith("Pressen"));
  }

  @Test
  void hidesFromParticipantsWhatIsToCome() throws Exception {
    UUID id = running(1);
    mvc.perform(get(page("/incidents/exercises/" + id)).with(town.as(Role.MANAGER)))
        .andExpect(status().isOk())
        .andExpect(content().string(not(containsString("Pressen"))));
    mvc.perform(get(page("/incidents/exercises/" + id)).with(town.as(Role.COORDINATOR)))
        .andExpect(content().string(containsString("Pressen")));
    mvc.perform(get(page("/incidents/exercises/" + id)).with(town.as(Role.SYSTEM_OWNER)))
        .andExpect(status().isNotFound());
  }

  @Test
  void pausesGoesOnAndEndsWithWhatWasSeen() throws Exception {
    UUID id = running(1);
    move(id, 1, "paused", "").andExpect(status().is3xxRedirection());
    move(id, 1, "running", "").andExpect(status().isConflict());
    move(id, 2, "running", "").andExpect(status().is3xxRedirection());
    move(id, 3, "ended", " ").andExpect(status().isUnprocessableContent());
    move(id, 3, "ended", "Vi ringde rätt personer.").andExpect(status().is3xxRedirection());
    move(id, 4, "running", "").andExpect(status().isUnprocessableContent());
    mvc.perform(
            get("/api/v1/" + town.key() + "/incidents/exercises/" + id)
                .with(town.as(Role.COORDINATOR)))
        .andExpect(header().string("ETag", "\"4\""))
        .andExpect(jsonPath("$.exercise.course.state").value("ended"))
        .andExpect(jsonPath("$.exercise.course.runs.length()").value(2));
    mvc.perform(
            get("/api/v1/" + town.key() + "/incidents/exercises/" + id + "/evaluation")
                .with(town.as(Role.COORDINATOR)))
        .andExpect(jsonPath("$.measured[0].key").value("assessed"))
        .andExpect(jsonPath("$.measured[0].after").doesNotExist());
    assertThat(held()).isEqualTo(1);
  }

  @Test
  void makesAFindingOfAnObservation() throws Exception {
    UUID id = running(1);
    mvc.perform(form("/" + id + "/observations", Role.MANAGER).param("text", "Ingen hade numret."))
        .andExpect(status().is3xxRedirection());
    assertThat(town.within(() -> sql.fetchCount(PUBLISHED_FINDING))).isZero();
    mvc.perform(
            form("/" + id + "/observations", Role.COORDINATOR)
                .param("text", "Larmlistan var gammal.")
                .param("mend", "true"))
        .andExpect(status().is3xxRedirection());
    assertThat(
            town.within(() ->
                sql.select(PUBLISHED_FINDING.TITLE)
                    .from(PUBLISHED_FINDING)
                    .fetch(PUBLISHED_FINDING.TITLE)))
        .containsExactly("Larmlistan var gammal.");
  }

  @Test
  void refusesTheWrongRoleAndHidesTheOtherTenant() throws Exception {
    UUID id = running(1);
    move(id, 1, "paused", "", Role.MANAGER).andExpect(status().isForbidden());
    mvc.perform(get(page("/incidents/exercises")).with(town.as(Role.ELECTED)))
        .andExpect(status().isForbidden());
    Town other = towns.found();
    mvc.perform(
            get("/" + other.key() + "/incidents/exercises/" + id).with(other.as(Role.COORDINATOR)))
        .andExpect(status().isNotFound());
    mvc.perform(
            post("/api/v1/" + town.key() + "/incidents/exercises/" + id + "/state")
                .with(town.as(Role.COORDINATOR))
                .with(csrf())
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"state\":\"paused\"}"))
        .andExpect(status().is4xxClientError());
  }

  /// When the background comes back to the exercise.
  private Instant awaited() {
    return town.within(() ->
        sql.select(max(field("s.execution_time", EXERCISE.STARTED_AT.getDataType())))
            .from("job.scheduled_tasks s join job.job j on j.id::text = s.task_instance")
            .where("j.kind = 'incident.injects'")
            .fetchSingle()
            .value1());
  }

  private int held() {
    Indicator held =
        indicators.stream()
            .filter(it -> it.key().equals("incident.exercise-held"))
            .findFirst()
            .orElseThrow();
    return town.within(() -> (int) held.records().stream().filter(it -> it.value5()).count());
  }

  private UUID running(int factor) throws Exception {
    UUID id = planned(factor);
    join(id, Role.MANAGER);
    move(id, 0, "running", "").andExpect(status().is3xxRedirection());
    return id;
  }

  private UUID planned(int factor) throws Exception {
    mvc.perform(
            planning()
                .param("title", TITLE)
                .param("factor", String.valueOf(factor))
                .param(
                    "injects",
                    "0 | Samtal | Någon ringer.\n120 | Mer | Fler ringer.\n"
                        + "9000 | Pressen | En tidning ringer."))
        .andExpect(status().is3xxRedirection());
    return town.within(() -> sql.select(EXERCISE.ID).from(EXERCISE).fetchSingle().value1());
  }

  private MockHttpServletRequestBuilder planning() {
    return post(page("/incidents/exercises"))
        .with(town.as(Role.COORDINATOR))
        .with(csrf())
        .param("goal", "Att ringa rätt personer.")
        .param("body", town.schoolBoard().toString())
        .param("day", Sweden.today(clock).toString());
  }

  private void join(UUID id, Role role) throws Exception {
    mvc.perform(
            form("/" + id + "/participants", Role.COORDINATOR)
                .param("person", town.person(role).toString()))
        .andExpect(status().is3xxRedirection());
  }

  private org.springframework.test.web.servlet.ResultActions move(
      UUID id, int version, String state, String summary) throws Exception {
    return move(id, version, state, summary, Role.COORDINATOR);
  }

  private org.springframework.test.web.servlet.ResultActions move(
      UUID id, int version, String state, String summary, Role role) throws Exception {
    return mvc.perform(
        form("/" + id + "/state", role)
            .param("version", String.valueOf(version))
            .param("state", state)
            .param("summary", summary));
  }

  private MockHttpServletRequestBuilder form(String path, Role role) {
    return post(page("/incidents/exercises" + path)).with(town.as(role)).with(csrf());
  }

  private UUID incidentOf(UUID exercise) {
    return town.within(() ->
        sql.select(INCIDENT.ID)
            .from(INCIDENT)
            .where(INCIDENT.EXERCISE_ID.eq(exercise))
            .fetchSingle()
            .value1());
  }

  private List<String> trail() {
    return town.within(() -> sql.select(ENTRY.ACTION).from(ENTRY).fetch(ENTRY.ACTION));
  }

  private String page(String path) {
    return "/" + town.key() + path;
  }
}
