package se.tillit.deadline;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static se.tillit.schema.organisation.Tables.ASSIGNMENT;

import com.jayway.jsonpath.JsonPath;
import java.time.Instant;
import java.time.LocalDate;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import se.tillit.identity.Role;
import se.tillit.improvement.Actions;
import se.tillit.improvement.NewAction;
import se.tillit.improvement.Priority;
import se.tillit.testing.MovableClock;
import se.tillit.testing.TillitTest;
import se.tillit.testing.Town;
import se.tillit.testing.Towns;

/// The application's clock set across both changes of the hour and across a term of office: a day
/// ends when it ends in Sweden.
@TillitTest
class DueDayIT {

  @Autowired Towns towns;
  @Autowired MockMvc mvc;
  @Autowired Actions actions;
  @Autowired DSLContext sql;
  @Autowired MovableClock clock;

  private Town town;

  @BeforeEach
  void found() {
    town = towns.found();
  }

  @AfterEach
  void backToNow() {
    clock.reset();
  }

  @Test
  void aDeadlinePassesAtMidnightOfTheDayThatIsAnHourShort() throws Exception {
    passes(LocalDate.of(2027, 3, 28), "2027-03-28T21:59:30Z", "2027-03-28T22:00:05Z");
  }

  @Test
  void aDeadlinePassesAtMidnightOfTheDayThatIsAnHourLong() throws Exception {
    passes(LocalDate.of(2026, 10, 25), "2026-10-25T22:59:30Z", "2026-10-25T23:00:05Z");
  }

  @Test
  @Tag("M-1b")
  void theRevisionOfAPolicyFallsDueInTheNewTerm() throws Exception {
    clock.set(Instant.parse("2026-10-14T12:00:00Z"));
    adopt("2026-03-10");
    String kind = "kind=governingdocument.revision";
    mvc.perform(get("/api/v1/" + town.key() + "/deadlines?" + kind).with(town.as(Role.COORDINATOR)))
        .andExpect(jsonPath("$.items[0].due").value("2027-04-15"));
    String list = "/" + town.key() + "/deadlines/list?" + kind;
    clock.set(Instant.parse("2027-04-15T21:59:30Z"));
    mvc.perform(get(list).with(town.as(Role.COORDINATOR)))
        .andExpect(content().string(containsString("snart, i dag")));
    clock.set(Instant.parse("2027-04-15T22:00:05Z"));
    mvc.perform(get(list).with(town.as(Role.COORDINATOR)))
        .andExpect(content().string(containsString("försenad en dag")));
  }

  @Test
  void anElectedPersonSeesHerBoardUntilTheTermEnds() throws Exception {
    LocalDate last = LocalDate.of(2026, 10, 14);
    town.within(() ->
        sql.update(ASSIGNMENT)
            .set(ASSIGNMENT.TO_DAY, last)
            .where(ASSIGNMENT.PERSON_ID.eq(town.person(Role.ELECTED)))
            .execute());
    String page = "/" + town.key() + "/conformance";
    clock.set(Instant.parse("2026-10-14T21:59:30Z"));
    mvc.perform(get(page).with(town.as(Role.ELECTED))).andExpect(status().isOk());
    clock.set(Instant.parse("2026-10-14T22:00:05Z"));
    mvc.perform(get(page).with(town.as(Role.ELECTED))).andExpect(status().isForbidden());
  }

  private void passes(LocalDate due, String before, String after) throws Exception {
    clock.set(Instant.parse(before).minusSeconds(864_000));
    town.within(() ->
        actions.open(
            new NewAction(
                "Bekräfta elevakterna",
                "",
                null,
                NewAction.Place.unit(town.school()),
                NewAction.Hands.MANAGER,
                due,
                Priority.NORMAL)));
    clock.set(Instant.parse(before));
    todo()
        .andExpect(content().string(containsString("snart, i dag")))
        .andExpect(content().string(not(containsString("försenad"))));
    clock.set(Instant.parse(after));
    todo().andExpect(content().string(containsString("försenad en dag")));
  }

  private ResultActions todo() throws Exception {
    return mvc.perform(get("/" + town.key() + "/todo").with(town.as(Role.MANAGER)))
        .andExpect(status().isOk());
  }

  private void adopt(String day) throws Exception {
    String documents = "/api/v1/" + town.key() + "/documents";
    String policy = "{\"title\":\"Policy\",\"level\":\"policy\",\"text\":\"Chefer ska klassa.\"}";
    String id =
        JsonPath.read(
            sent(documents, policy)
                .andExpect(status().isCreated())
                .andReturn()
                .getResponse()
                .getContentAsString(),
            "$.id");
    String decision =
        "{\"from\":\"%s\",\"steps\":[{\"body\":\"%s\",\"day\":\"%s\",\"paragraph\":\"§ 7\",\"reference\":\"KS 1\"}]}"
            .formatted(day, town.council(), day);
    sent(documents + "/" + id + "/adoption", decision).andExpect(status().isNoContent());
  }

  private ResultActions sent(String path, String json) throws Exception {
    return mvc.perform(
        post(path)
            .contentType(MediaType.APPLICATION_JSON)
            .content(json)
            .with(town.as(Role.COORDINATOR))
            .with(csrf()));
  }
}
