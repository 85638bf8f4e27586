package se.tillit.improvement.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static se.tillit.schema.audittrail.Tables.ENTRY;
import static se.tillit.schema.improvement.Tables.GOAL;

import com.jayway.jsonpath.JsonPath;
import java.time.Clock;
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
import se.tillit.identity.Role;
import se.tillit.kernel.Sweden;
import se.tillit.testing.TillitTest;
import se.tillit.testing.Town;
import se.tillit.testing.Towns;

@TillitTest
class GoalControllerIT {

  @Autowired Towns towns;
  @Autowired MockMvc mvc;
  @Autowired DSLContext sql;
  @Autowired Clock clock;

  private Town town;

  @BeforeEach
  void found() {
    town = towns.found();
  }

  @Test
  @Tag("K-4.1.1")
  void leadsFromAStrategicGoalByAYearlyOneToTheActionsThatServeIt() throws Exception {
    UUID strategic = set("strategic", null, "\"indicator\": \"asset.confirmed\", \"target\": 90");
    UUID yearly =
        set("yearly", strategic, "\"unitWord\": \"dagar\", \"baseline\": 40, \"target\": 10");
    mvc.perform(
            form("/goals/" + yearly + "/readings", Role.COORDINATOR)
                .param("day", today().toString())
                .param("value", "25,0"))
        .andExpect(status().is3xxRedirection());
    mvc.perform(
            json(post(api("/actions")))
                .content(
                    "{\"title\": \"Korta kön\", \"due\": \"%s\", \"servedGoal\": \"%s\"}"
                        .formatted(today().plusDays(9), yearly)))
        .andExpect(status().isCreated())
        .andExpect(jsonPath("$.plan.goal").value(yearly.toString()));
    mvc.perform(get(api("/goals/" + yearly)).with(town.as(Role.MANAGER)))
        .andExpect(jsonPath("$.measure.now").value(25.0))
        .andExpect(jsonPath("$.actions.open").value(1));
    mvc.perform(get(page("/goals")).with(town.as(Role.ELECTED)))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("Från 40 till 10 dagar, nu 25")));
    mvc.perform(get(page("/goals/" + strategic)).with(town.as(Role.COORDINATOR)))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("/goals/" + yearly)));
    mvc.perform(get(page("/goals/" + yearly)).with(town.as(Role.COORDINATOR)))
        .andExpect(content().string(containsString("Del av vägen")));
    mvc.perform(get(api("/actions?goal=" + yearly)).with(town.as(Role.COORDINATOR)))
        .andExpect(jsonPath("$.items[0].title").value("Korta kön"));
  }

  @Test
  void concludesWithWhatWasLearntAndTheVersionThatWasRead() throws Exception {
    UUID id = set("yearly", null, "\"baseline\": 0, \"target\": 1");
    String words = "{\"state\": \"reached\", \"conclusion\": \"%s\"}";
    mvc.perform(
            json(post(api("/goals/" + id + "/conclusion")))
                .header("If-Match", "\"0\"")
                .content(words.formatted("")))
        .andExpect(status().isUnprocessableContent());
    mvc.perform(
            json(post(api("/goals/" + id + "/conclusion")))
                .header("If-Match", "\"7\"")
                .content(words.formatted("Klart")))
        .andExpect(status().isConflict());
    mvc.perform(
            json(post(api("/goals/" + id + "/conclusion")))
                .header("If-Match", "\"0\"")
                .content(words.formatted("Klart")))
        .andExpect(status().isOk())
        .andExpect(header().string("ETag", "\"1\""));
    assertThat(trail()).containsExactly("improvement.goal-set", "improvement.goal-concluded");
  }

  @Test
  void refusesTheWrongRoleAParentThatIsYearlyAndWhatCannotBeMeasured() throws Exception {
    UUID yearly = set("yearly", null, "\"baseline\": 0, \"target\": 1");
    mvc.perform(form("/goals", Role.MANAGER).param("title", "Nej"))
        .andExpect(status().isForbidden());
    mvc.perform(
            json(put(api("/goals/" + yearly)))
                .header("If-Match", "\"0\"")
                .content(body("yearly", yearly, "\"baseline\": 0, \"target\": 1")))
        .andExpect(status().isUnprocessableContent());
    mvc.perform(
            json(post(api("/goals")))
                .content(body("yearly", null, "\"indicator\": \"no.such\", \"target\": 9")))
        .andExpect(status().isUnprocessableContent());
    mvc.perform(form("/goals", Role.COORDINATOR).param("title", "Kvar").param("target", "mycket"))
        .andExpect(status().isUnprocessableContent())
        .andExpect(content().string(containsString("Kvar")));
  }

  @Test
  void hidesTheOtherTenant() throws Exception {
    UUID id = set("yearly", null, "\"baseline\": 0, \"target\": 1");
    Town other = towns.found();
    mvc.perform(get("/" + other.key() + "/goals/" + id).with(other.as(Role.COORDINATOR)))
        .andExpect(status().isNotFound());
    mvc.perform(get("/" + town.key() + "/goals/" + id).with(other.as(Role.COORDINATOR)))
        .andExpect(status().isNotFound());
    assertThat(town.within(() -> sql.fetchCount(GOAL))).isEqualTo(1);
  }

  private UUID set(String level, UUID parent, String aim) throws Exception {
    String answer =
        mvc.perform(json(post(api("/goals"))).content(body(level, parent, aim)))
            .andExpect(status().isCreated())
            .andReturn()
            .getResponse()
            .getContentAsString();
    return UUID.fromString(JsonPath.read(answer, "$.id"));
  }

  private String body(String level, UUID parent, String aim) {
    return "{\"title\": \"Mål\", \"level\": \"%s\", %s\"from\": \"%s\", \"to\": \"%s\", %s}"
        .formatted(
            level,
            parent == null ? "" : "\"parent\": \"" + parent + "\", ",
            today().minusDays(90),
            today().plusDays(200),
            aim);
  }

  private LocalDate today() {
    return Sweden.today(clock);
  }

  private MockHttpServletRequestBuilder form(String path, Role role) {
    return post(page(path)).with(town.as(role)).with(csrf());
  }

  private MockHttpServletRequestBuilder json(MockHttpServletRequestBuilder request) {
    return request
        .contentType(MediaType.APPLICATION_JSON)
        .with(town.as(Role.COORDINATOR))
        .with(csrf());
  }

  private String page(String path) {
    return "/" + town.key() + path;
  }

  private String api(String path) {
    return "/api/v1/" + town.key() + path;
  }

  private List<String> trail() {
    return town.within(() ->
        sql.select(ENTRY.ACTION)
            .from(ENTRY)
            .where(ENTRY.SUBJECT_KIND.eq("goal"))
            .orderBy(ENTRY.NUMBER)
            .fetch(ENTRY.ACTION));
  }
}
