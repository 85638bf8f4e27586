package se.tillit.incident.exercise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static se.tillit.schema.incident.Tables.PUBLISHED_INCIDENT;
import static se.tillit.schema.notification.Tables.NOTICE;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.SoftAssertions;
import org.jooq.DSLContext;
import org.jooq.Select;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import se.tillit.deadline.DeadlineSource;
import se.tillit.deadline.TodoSource;
import se.tillit.exchange.document.ReportSection;
import se.tillit.identity.Role;
import se.tillit.improvement.ReviewInput;
import se.tillit.indicator.Indicator;
import se.tillit.job.FrequentWork;
import se.tillit.kernel.Sweden;
import se.tillit.search.SearchSource;
import se.tillit.testing.MovableClock;
import se.tillit.testing.TillitTest;
import se.tillit.testing.Town;
import se.tillit.testing.Towns;
import se.tillit.web.Words;

/// An exercise played through (assessed, handled, one deadline missed and one decided away) leaves
/// everything that tells of reality as it was.
@TillitTest
@Tag("M-2.2d")
class ExerciseCountsNowhereIT {

  @Autowired Towns towns;
  @Autowired MockMvc mvc;
  @Autowired DSLContext sql;
  @Autowired MovableClock clock;
  @Autowired List<DeadlineSource> deadlines;
  @Autowired List<TodoSource> todos;
  @Autowired List<SearchSource> searches;
  @Autowired List<Indicator> indicators;
  @Autowired List<ReviewInput> reviews;
  @Autowired List<ReportSection> sections;
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
  void leavesEverySourceAsItWas() throws Exception {
    Map<String, Object> before = told();
    UUID incident = played();
    Map<String, Object> after = told();
    var softly = new SoftAssertions();
    before.forEach((what, said) -> softly.assertThat(after.get(what)).as(what).isEqualTo(said));
    softly.assertAll();
    assertThat(town.within(() -> sql.fetchCount(PUBLISHED_INCIDENT))).isZero();
    for (String path :
        List.of(
            "/incidents?which=all",
            "/clocks",
            "/clocks?which=late",
            "/clocks?which=ended",
            "/todo",
            "/deadlines",
            "/deadlines/list",
            "/incidents/figures",
            "/search?q=kvittras")) {
      mvc.perform(get("/" + town.key() + path).with(town.as(Role.COORDINATOR)))
          .andExpect(status().isOk())
          .andExpect(content().string(not(containsString(incident.toString()))))
          .andExpect(content().string(not(containsString("ÖVNING"))));
    }
  }

  @Test
  void isToldToNobodyWhoTakesNoPart() throws Exception {
    played();
    works.stream().filter(it -> it.name().startsWith("incident.")).forEach(this::run);
    assertThat(
            town.within(() ->
                sql.select(NOTICE.KEY)
                    .from(NOTICE)
                    .where(NOTICE.PERSON_ID.ne(town.person(Role.MANAGER)))
                    .fetch(NOTICE.KEY)))
        .isEmpty();
    for (Role role : List.of(Role.DATA_PROTECTION_OFFICER, Role.SYSTEM_OWNER)) {
      mvc.perform(get("/" + town.key() + "/search?q=kvittras").with(town.as(role)))
          .andExpect(content().string(not(containsString("kvittras bort"))));
    }
  }

  private void run(FrequentWork work) {
    town.within(() -> {
      try {
        work.run();
        return 0;
      } catch (Exception failed) {
        throw new IllegalStateException(failed);
      }
    });
  }

  /// What every source tells, of this and every other module.
  private Map<String, Object> told() throws Exception {
    var told = new LinkedHashMap<String, Object>();
    deadlines.forEach(it -> told.put("deadlines " + it.kind(), rows(it.deadlines())));
    for (Role role : List.of(Role.MANAGER, Role.COORDINATOR, Role.HEAD_OF_SECURITY)) {
      UUID person = town.person(role);
      todos.forEach(it -> told.put("to do " + role + it.kind(), rows(it.todosOf(person))));
    }
    searches.forEach(it -> told.put("search " + it.kind(), rows(it.records())));
    indicators.stream()
        .filter(it -> !it.key().equals("incident.exercise-held"))
        .forEach(it -> told.put("indicator " + it.key(), rows(it.records())));
    LocalDate today = Sweden.today(clock);
    LocalDate from = today.minusDays(60);
    reviews.forEach(
        it -> told.put("review " + it.getClass(), town.within(() -> it.lines(from, today))));
    for (UUID body : List.of(town.schoolBoard(), town.executiveBoard())) {
      var about = new ReportSection.About(body, from, today, today);
      sections.forEach(it ->
          told.put(
              "report " + it.getClass() + body,
              town.within(() -> it.tell(about, Words.SWEDISH)).isPresent()));
      told.put("extract " + body, extract(body));
    }
    return told;
  }

  private List<String> rows(Select<?> select) {
    return town.within(() -> sql.fetch(select).map(it -> it.intoList().toString())).stream()
        .sorted()
        .toList();
  }

  private String extract(UUID body) throws Exception {
    return calls
        .send(
            get("/api/v1/" + town.key() + "/incidents/delegated-decisions?body=" + body),
            Role.COORDINATOR)
        .andExpect(status().isOk())
        .andReturn()
        .getResponse()
        .getContentAsString();
  }

  private UUID played() throws Exception {
    UUID id = calls.running(60);
    UUID incident = calls.incidentOf(id);
    String path = "/api/v1/" + town.key() + "/incidents/" + incident;
    calls
        .send(
            put(path)
                .header("If-Match", "\"0\"")
                .content(
                    "{\"fields\":{\"kind\":\"phishing\",\"personal\":\"YES\",\"handler\":\"%s\"}}"
                        .formatted(town.person(Role.MANAGER))),
            Role.COORDINATOR)
        .andExpect(status().isOk());
    started(path, "gdpr-33", town.schoolBoard());
    String other = started(path, "csl", town.municipality());
    clock.forward(Duration.ofMinutes(100));
    calls
        .send(
            put("/api/v1/" + town.key() + "/clocks/" + other + "/waiver")
                .header("If-Match", "\"0\"")
                .content(
                    """
                    {"because":"Ringa","decider":"Skolchefen","delegate":true,"delegationPoint":"4.1"}
                    """),
            Role.COORDINATOR)
        .andExpect(status().isOk());
    calls.move(id, 1, "ended").andExpect(status().isOk());
    return incident;
  }

  private String started(String path, String regime, UUID responsible) throws Exception {
    ResultActions made =
        calls.send(
            post(path + "/clocks")
                .content(
                    "{\"regime\":\"%s\",\"responsible\":\"%s\",\"startedAt\":\"%s\"}"
                        .formatted(
                            regime, responsible, Clock.systemUTC().instant().minusSeconds(1))),
            Role.COORDINATOR);
    return ExerciseCalls.read(made.andExpect(status().isCreated()), "$.id");
  }
}
