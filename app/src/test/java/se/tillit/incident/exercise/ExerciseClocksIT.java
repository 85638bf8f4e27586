package se.tillit.incident.exercise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static se.tillit.schema.incident.Tables.EVENT;
import static se.tillit.schema.notification.Tables.NOTICE;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import se.tillit.identity.Role;
import se.tillit.incident.CaseTime;
import se.tillit.job.FrequentWork;
import se.tillit.testing.MovableClock;
import se.tillit.testing.TillitTest;
import se.tillit.testing.Town;
import se.tillit.testing.Towns;

/// The law's clocks in an exercise: they go by its clock, and remind those who take part.
@TillitTest
@Tag("M-2.2d")
class ExerciseClocksIT {

  @Autowired Towns towns;
  @Autowired MockMvc mvc;
  @Autowired DSLContext sql;
  @Autowired MovableClock clock;
  @Autowired CaseTime time;
  @Autowired Injects injects;
  @Autowired List<FrequentWork> works;

  private Town town;
  private ExerciseCalls calls;

  @BeforeEach
  void found() {
    town = towns.found();
    calls = new ExerciseCalls(mvc, town);
  }

  @AfterEach
  void reset() {
    clock.reset();
  }

  @Test
  void tellsTheSameTimeInAStatementAsTheExerciseDoes() throws Exception {
    UUID id = calls.running(60);
    clock.forward(Duration.ofMinutes(7));
    assertThat(said(id)).isCloseTo(shown(id), within(2, ChronoUnit.MINUTES));
    calls.move(id, 1, "paused").andExpect(status().isOk());
    Instant stands = said(id);
    clock.forward(Duration.ofHours(30));
    assertThat(said(id)).isEqualTo(stands).isEqualTo(shown(id));
    calls.move(id, 2, "running").andExpect(status().isOk());
    clock.forward(Duration.ofMinutes(3));
    assertThat(said(id))
        .isCloseTo(stands.plus(Duration.ofHours(3)), within(2, ChronoUnit.MINUTES))
        .isCloseTo(shown(id), within(2, ChronoUnit.MINUTES));
  }

  @Test
  void countsTheTimeThatIsLeftByTheExercisesClock() throws Exception {
    UUID id = calls.running(60);
    String started = started(id);
    clock.forward(Duration.ofMinutes(60));
    page("/clocks/" + started, Role.MANAGER)
        .andExpect(content().string(containsString("11 h 5")))
        .andExpect(content().string(containsString("Övning")))
        .andExpect(content().string(not(containsString("data-until"))));
    page("/incidents/" + calls.incidentOf(id) + "/clocks", Role.MANAGER)
        .andExpect(content().string(containsString("11 h 5")));
    calls.move(id, 1, "paused").andExpect(status().isOk());
    clock.forward(Duration.ofDays(2));
    page("/clocks/" + started, Role.MANAGER).andExpect(content().string(containsString("11 h 5")));
  }

  @Test
  void takesWhatWasSentByTheExercisesClockAndMeasuresByIt() throws Exception {
    UUID id = calls.running(60);
    String started = started(id);
    clock.forward(Duration.ofMinutes(10));
    Instant sent = said(id).minusSeconds(120).truncatedTo(ChronoUnit.SECONDS);
    submit(started, sent.plus(Duration.ofHours(1))).andExpect(status().isUnprocessableContent());
    submit(started, sent).andExpect(status().isOk());
    List<String> used = ExerciseCalls.read(evaluated(id), "$.deadlines[?(@.kept == true)].used");
    assertThat(used)
        .singleElement()
        .satisfies(it ->
            assertThat(Duration.parse(it)).isCloseTo(Duration.ofHours(10), Duration.ofMinutes(10)));
  }

  @Test
  void keepsOneLineOfTimeInTheCase() throws Exception {
    UUID id = calls.running(60);
    clock.forward(Duration.ofMinutes(10));
    assertThat(town.within(() -> injects.releaseDue(id))).isEqualTo(1);
    Instant inject =
        town.within(() ->
            sql.select(EVENT.AT)
                .from(EVENT)
                .where(EVENT.TEXT.startsWith("Mer"))
                .fetchSingle(EVENT.AT));
    assertThat(inject).isCloseTo(said(id), within(2, ChronoUnit.MINUTES));
  }

  @Test
  void remindsThoseWhoTakePartByTheExercisesClockAndNobodyElse() throws Exception {
    UUID id = calls.running(60);
    started(id);
    assertThat(told()).isZero();
    clock.forward(Duration.ofMinutes(60));
    remind();
    assertThat(told()).isEqualTo(1);
    assertThat(
            town.within(() ->
                sql.fetchCount(
                    NOTICE,
                    NOTICE
                        .KEY
                        .like("%exercise-clock%")
                        .and(NOTICE.PERSON_ID.ne(town.person(Role.MANAGER))))))
        .isZero();
    page("/inbox", Role.MANAGER).andExpect(content().string(containsString("ÖVNING, snart dags")));
  }

  @Test
  void isSilentWhileTheExerciseIsPaused() throws Exception {
    UUID id = calls.running(60);
    started(id);
    calls.move(id, 1, "paused").andExpect(status().isOk());
    clock.forward(Duration.ofDays(4));
    remind();
    assertThat(told()).isZero();
  }

  @Test
  void listsTheClocksOfExercisesByThemselves() throws Exception {
    String started = started(calls.running(60));
    page("/clocks", Role.COORDINATOR).andExpect(content().string(not(containsString(started))));
    page("/clocks?which=exercise", Role.COORDINATOR)
        .andExpect(content().string(containsString(started)))
        .andExpect(content().string(containsString("Inget av detta är på riktigt")));
    page("/clocks?which=exercise", Role.SYSTEM_OWNER)
        .andExpect(content().string(not(containsString(started))));
  }

  private ResultActions evaluated(UUID exercise) throws Exception {
    return calls.send(get(calls.api("/" + exercise + "/evaluation")), Role.COORDINATOR);
  }

  private Instant said(UUID exercise) {
    return town.within(() -> time.now(exercise));
  }

  private Instant shown(UUID exercise) throws Exception {
    return Instant.parse(ExerciseCalls.read(calls.show(exercise), "$.time"));
  }

  /// A clock of 72 hours that starts with the exercise.
  private String started(UUID exercise) throws Exception {
    UUID incident = calls.incidentOf(exercise);
    String body =
        "{\"regime\":\"gdpr-33\",\"responsible\":\"%s\",\"startedAt\":\"%s\"}"
            .formatted(town.schoolBoard(), Clock.systemUTC().instant().minusSeconds(1));
    return ExerciseCalls.read(
        calls
            .send(
                post("/api/v1/" + town.key() + "/incidents/" + incident + "/clocks").content(body),
                Role.COORDINATOR)
            .andExpect(status().isCreated())
            .andExpect(jsonPath("$.exercise").value(exercise.toString())),
        "$.id");
  }

  private ResultActions submit(String started, Instant at) throws Exception {
    String path = "/api/v1/" + town.key() + "/clocks/" + started;
    String step = ExerciseCalls.read(calls.send(get(path), Role.COORDINATOR), "$.steps[0].id");
    return calls.send(
        post(path + "/submissions")
            .header("If-Match", "\"0\"")
            .content("{\"step\":\"%s\",\"at\":\"%s\",\"submitter\":\"Åsa\"}".formatted(step, at)),
        Role.COORDINATOR);
  }

  private void remind() {
    FrequentWork escalation =
        works.stream()
            .filter(it -> it.name().equals("incident.escalation"))
            .findAny()
            .orElseThrow();
    town.within(() -> {
      try {
        escalation.run();
      } catch (Exception failed) {
        throw new IllegalStateException(failed);
      }
      return 0;
    });
  }

  private int told() {
    return town.within(() -> sql.fetchCount(NOTICE, NOTICE.KEY.like("%clock%")));
  }

  private ResultActions page(String path, Role role) throws Exception {
    return mvc.perform(get("/" + town.key() + path).with(town.as(role))).andExpect(status().isOk());
  }
}
