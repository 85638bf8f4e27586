package se.tillit.improvement.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static se.tillit.schema.audittrail.Tables.ENTRY;
import static se.tillit.schema.improvement.Tables.ACTION;
import static se.tillit.schema.improvement.Tables.PUBLISHED_ACTION;
import static se.tillit.schema.notification.Tables.NOTICE;
import static se.tillit.schema.organisation.Tables.ASSIGNMENT;

import com.jayway.jsonpath.JsonPath;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import se.tillit.identity.Role;
import se.tillit.improvement.Actions;
import se.tillit.improvement.NewAction;
import se.tillit.improvement.Priority;
import se.tillit.indicator.Figures;
import se.tillit.job.NightlyWork;
import se.tillit.kernel.Sweden;
import se.tillit.testing.TillitTest;
import se.tillit.testing.Town;
import se.tillit.testing.Towns;

@TillitTest
class ActionControllerIT {

  @Autowired Towns towns;
  @Autowired MockMvc mvc;
  @Autowired Actions actions;
  @Autowired List<NightlyWork> nights;
  @Autowired Figures figures;
  @Autowired DSLContext sql;
  @Autowired Clock clock;

  private Town town;

  @BeforeEach
  void found() {
    town = towns.found();
  }

  @Test
  void opensAnActionFromAFindingAndTellsTheManager() throws Exception {
    UUID record = UUID.randomUUID();
    mvc.perform(
            form("/actions", Role.COORDINATOR)
                .param("title", "Bekräfta uppgifterna om Elevakter")
                .param("unit", town.school().toString())
                .param("due", today().plusDays(10).toString())
                .param("indicator", "asset.confirmed")
                .param("record", record.toString())
                .param("path", "/assets/" + record))
        .andExpect(status().is3xxRedirection());
    UUID id = onlyAction();
    mvc.perform(get(page("/actions/" + id)).with(town.as(Role.MANAGER)))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("Elevakter")))
        .andExpect(content().string(containsString("/assets/" + record)));
    assertThat(noticesOf(Role.MANAGER)).containsExactly("improvement.notice.assigned");
    assertThat(trail()).containsExactly("improvement.action-opened");
    mvc.perform(get(page("/actions")).with(town.as(Role.MANAGER)))
        .andExpect(content().string(containsString("Elevakter")));
    mvc.perform(get(page("/todo")).with(town.as(Role.MANAGER)))
        .andExpect(content().string(containsString("Elevakter")));
  }

  @Test
  void refusesAnActionWithoutDayAndKeepsWhatWasTyped() throws Exception {
    mvc.perform(
            form("/actions", Role.COORDINATOR)
                .param("title", "Utse ersättare")
                .param("due", "snart"))
        .andExpect(status().isUnprocessableContent())
        .andExpect(content().string(containsString("Utse ersättare")))
        .andExpect(content().string(containsString("år-månad-dag")));
  }

  @Test
  void refusesTheWrongRoleAndAnotherUnit() throws Exception {
    mvc.perform(
            form("/actions", Role.EMPLOYEE).param("title", "Nej").param("due", today().toString()))
        .andExpect(status().isForbidden());
    mvc.perform(
            form("/actions", Role.MANAGER)
                .param("title", "Nej")
                .param("unit", town.office().toString())
                .param("due", today().toString()))
        .andExpect(status().isForbidden());
  }

  @Test
  void hidesTheOtherTenantAndOtherUnits() throws Exception {
    UUID id = opened(town.office(), null, today());
    Town other = towns.found();
    mvc.perform(get("/" + other.key() + "/actions/" + id).with(other.as(Role.COORDINATOR)))
        .andExpect(status().isNotFound());
    mvc.perform(get("/" + town.key() + "/actions/" + id).with(other.as(Role.COORDINATOR)))
        .andExpect(status().isNotFound());
    mvc.perform(get(page("/actions/" + id)).with(town.as(Role.MANAGER)))
        .andExpect(status().isNotFound());
  }

  @Test
  void namesNoDependencyOutsideTheScope() throws Exception {
    UUID id = opened(town.school(), null, today().plusDays(5));
    UUID hidden = opened(town.office(), null, today());
    depend(id, hidden).andExpect(status().isNoContent());
    town.within(() ->
        sql.update(ACTION)
            .set(ACTION.TITLE, "Hemlig nyckel")
            .where(ACTION.ID.eq(hidden))
            .execute());
    mvc.perform(get(page("/actions/" + id)).with(town.as(Role.COORDINATOR)))
        .andExpect(content().string(containsString("Hemlig nyckel")));
    mvc.perform(get(page("/actions/" + id)).with(town.as(Role.MANAGER)))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("väntar på en annan")))
        .andExpect(content().string(not(containsString("Hemlig nyckel"))));
    mvc.perform(get(api("/actions/" + id + "/dependencies")).with(town.as(Role.MANAGER)))
        .andExpect(jsonPath("$.blockers.length()").value(0));
  }

  @Test
  void isFinishedInPlaceFromTheListByTheOneWhoAnswers() throws Exception {
    UUID id = opened(town.school(), town.person(Role.EMPLOYEE), today());
    mvc.perform(
            form("/actions/" + id + "/completion", Role.EMPLOYEE).param("returnTo", page("/todo")))
        .andExpect(header().string("Location", page("/todo")));
    assertThat(stateOf(id)).isEqualTo("done");
    mvc.perform(get(page("/todo")).with(town.as(Role.EMPLOYEE)))
        .andExpect(content().string(not(containsString("Åtgärda"))));
  }

  @Test
  void demandsAnEffectBeforeItIsConfirmed() throws Exception {
    UUID id = opened(town.school(), null, today());
    move(id, "done", 0, "").andExpect(status().isOk());
    move(id, "confirmed", 1, " ").andExpect(status().isUnprocessableContent());
    move(id, "confirmed", 1, "Alla register är bekräftade.").andExpect(status().isOk());
    move(id, "planned", 2, "").andExpect(status().isUnprocessableContent());
  }

  @Test
  @Tag("K-4e")
  void handsALeaversActionToTheUnitsManagerTheSameDay() {
    UUID id = opened(town.school(), town.person(Role.EMPLOYEE), today());
    assertThat(responsible(id)).isEqualTo(town.person(Role.EMPLOYEE));
    town.within(() ->
        sql.update(ASSIGNMENT)
            .set(ASSIGNMENT.TO_DAY, today().minusDays(1))
            .where(ASSIGNMENT.PERSON_ID.eq(town.person(Role.EMPLOYEE)))
            .execute());
    assertThat(responsible(id)).isEqualTo(town.person(Role.MANAGER));
  }

  @Test
  @Tag("K-4e")
  void putsAnActionThatNobodyAnswersForOnTheCoordinatorsList() throws Exception {
    opened(town.works(), null, today().plusDays(5));
    mvc.perform(get(page("/todo")).with(town.as(Role.COORDINATOR)))
        .andExpect(content().string(containsString("Välj ansvarig")));
  }

  @Test
  void tellsOnceThatAnActionIsLate() {
    opened(town.school(), null, today().minusDays(20));
    for (int night = 0; night < 2; night++) {
      town.within(() -> {
        overdue();
        return null;
      });
    }
    assertThat(noticesOf(Role.MANAGER))
        .containsExactlyInAnyOrder("improvement.notice.assigned", "improvement.notice.overdue");
    assertThat(noticesOf(Role.COORDINATOR)).containsExactly("improvement.notice.long-overdue");
  }

  @Test
  @Tag("K-4.1.7a")
  void climbsTheLadderThatTheTenantHasChosenAndEachRungOnce() throws Exception {
    mvc.perform(
            json(put(api("/improvement-habits")))
                .header("If-Match", "\"0\"")
                .content(
                    """
                    {"decideDays": 10, "recheckDays": 30, "linkDays": 7, "ladder": [
                      {"daysAfter": 2, "who": "owner"}, {"daysAfter": 3, "who": "manager"}]}
                    """))
        .andExpect(status().isOk())
        .andExpect(header().string("ETag", "\"1\""));
    opened(town.school(), town.person(Role.EMPLOYEE), today().minusDays(1));
    opened(town.school(), town.person(Role.EMPLOYEE), today().minusDays(3));
    for (int night = 0; night < 3; night++) {
      town.within(() -> {
        overdue();
        return null;
      });
    }
    assertThat(noticesOf(Role.EMPLOYEE))
        .containsExactlyInAnyOrder(
            "improvement.notice.assigned",
            "improvement.notice.assigned",
            "improvement.notice.overdue");
    assertThat(noticesOf(Role.MANAGER)).containsExactly("improvement.notice.long-overdue");
    assertThat(noticesOf(Role.COORDINATOR)).isEmpty();
  }

  @Test
  void refusesARingOfDependencies() throws Exception {
    UUID first = opened(town.school(), null, today());
    UUID second = opened(town.school(), null, today());
    UUID third = opened(town.school(), null, today());
    depend(second, first).andExpect(status().isNoContent());
    depend(third, second).andExpect(status().isNoContent());
    depend(first, third).andExpect(status().isUnprocessableContent());
    depend(first, first).andExpect(status().isUnprocessableContent());
    mvc.perform(get(api("/actions/" + second + "/dependencies")).with(town.as(Role.COORDINATOR)))
        .andExpect(jsonPath("$.blockers[0].id").value(first.toString()))
        .andExpect(jsonPath("$.waiting[0].id").value(third.toString()));
    mvc.perform(get(page("/actions/" + second)).with(town.as(Role.MANAGER)))
        .andExpect(content().string(containsString("väntar på en annan")));
    mvc.perform(get(page("/actions/timeline")).with(town.as(Role.MANAGER)))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("3 åtgärder i tid")));
  }

  @Test
  @Tag("K-4.1.7a")
  void movesALastDayForAReasonAndCountsIt() throws Exception {
    UUID id = opened(town.school(), town.person(Role.EMPLOYEE), today());
    String later = today().plusDays(20).toString();
    mvc.perform(
            form("/actions/" + id + "/due", Role.EMPLOYEE)
                .param("version", "0")
                .param("due", later))
        .andExpect(status().isUnprocessableContent())
        .andExpect(content().string(containsString("varför sista dagen flyttas")));
    mvc.perform(
            form("/actions/" + id + "/due", Role.EMPLOYEE)
                .param("version", "0")
                .param("due", later)
                .param("reason", "Leverantören dröjer"))
        .andExpect(status().is3xxRedirection());
    mvc.perform(get(api("/actions/" + id)).with(town.as(Role.EMPLOYEE)))
        .andExpect(jsonPath("$.course.due").value(later))
        .andExpect(jsonPath("$.course.dueChanges").value(1));
    mvc.perform(get(page("/actions/" + id)).with(town.as(Role.EMPLOYEE)))
        .andExpect(content().string(containsString("Leverantören dröjer")));
    String edited = "{\"title\": \"Åtgärda\", \"due\": \"%s\"}".formatted(today().plusDays(40));
    mvc.perform(json(put(api("/actions/" + id))).header("If-Match", "\"1\"").content(edited))
        .andExpect(status().isUnprocessableContent());
  }

  @Test
  @Tag("K-4.1.7a")
  void opensAgainWhatHadNoEffect() throws Exception {
    UUID id = opened(town.school(), null, today());
    move(id, "done", 0, "").andExpect(jsonPath("$.course.recheck").isNotEmpty());
    move(id, "underway", 1, "").andExpect(status().isUnprocessableContent());
    move(id, "underway", 2 - 1, "Dörren står fortfarande öppen")
        .andExpect(jsonPath("$.course.state").value("underway"))
        .andExpect(jsonPath("$.course.reopenings").value(1))
        .andExpect(jsonPath("$.course.recheck").isEmpty());
    assertThat(trail()).contains("improvement.action-reopened");
  }

  @Test
  void makesAnActionOnceHoweverOftenItIsAsked() throws Exception {
    String body =
        "{\"title\": \"En gång\", \"unit\": \"%s\", \"due\": \"%s\"}"
            .formatted(town.school(), today());
    for (int i = 0; i < 3; i++) {
      mvc.perform(json(post(api("/actions"))).header("Idempotency-Key", "a-1").content(body))
          .andExpect(status().isCreated());
    }
    assertThat(town.within(() -> sql.fetchCount(PUBLISHED_ACTION))).isEqualTo(1);
    mvc.perform(
            json(post(api("/findings")))
                .header("Idempotency-Key", "a-1")
                .content("{\"kind\": \"deviation\", \"title\": \"Annat\"}"))
        .andExpect(status().isUnprocessableContent());
  }

  @Test
  void listsOnesOwnAndABodysActions() throws Exception {
    UUID hers = opened(town.school(), town.person(Role.EMPLOYEE), today());
    UUID managers = opened(town.school(), null, today());
    UUID elsewhere = opened(town.office(), null, today());
    assertThat(listed("?mine=true", Role.EMPLOYEE)).containsExactly(hers.toString());
    assertThat(listed("?mine=true", Role.MANAGER)).containsExactly(managers.toString());
    assertThat(listed("?body=" + town.schoolBoard(), Role.COORDINATOR))
        .containsExactlyInAnyOrder(hers.toString(), managers.toString());
    assertThat(listed("?body=" + town.executiveBoard(), Role.COORDINATOR))
        .containsExactly(elsewhere.toString());
  }

  @Test
  void countsLateActionsAsNotMet() {
    opened(town.school(), null, today().minusDays(1));
    opened(town.school(), null, today());
    List<Boolean> met =
        town.within(() ->
            sql.fetch(figures.byKey("improvement.actions-in-time").orElseThrow().records())
                .map(row -> row.value5()));
    assertThat(met).containsExactlyInAnyOrder(true, false);
  }

  @Test
  void answersTheApiWithVersionsAndRefusesAStaleOne() throws Exception {
    String location =
        mvc.perform(
                json(post(api("/actions")))
                    .content(
                        """
                        {"title": "Klassa om", "unit": "%s", "due": "%s", "priority": "high"}
                        """
                            .formatted(town.school(), today().plusMonths(1))))
            .andExpect(status().isCreated())
            .andExpect(header().string("ETag", "\"0\""))
            .andExpect(jsonPath("$.course.priority").value("high"))
            .andReturn()
            .getResponse()
            .getHeader("Location");
    String body =
        "{\"title\": \"Klassa om allt\", \"due\": \"%s\", \"dueReason\": \"Väntar på arkivet\"}"
            .formatted(today().plusMonths(2));
    mvc.perform(json(put(location)).header("If-Match", "\"0\"").content(body))
        .andExpect(status().isOk())
        .andExpect(header().string("ETag", "\"1\""));
    mvc.perform(json(put(location)).header("If-Match", "\"0\"").content(body))
        .andExpect(status().isConflict());
    mvc.perform(get(api("/actions?limit=1")).with(town.as(Role.COORDINATOR)))
        .andExpect(jsonPath("$.items[0].title").value("Klassa om allt"))
        .andExpect(jsonPath("$.next").isEmpty());
  }

  @Test
  void pagesThroughAllActionsOnceInEveryOrder() throws Exception {
    for (int i = 0; i < 45; i++) {
      opened(town.school(), null, today().plusDays(i / 3));
    }
    for (String order : List.of("due", "-due", "title")) {
      int seen = 0;
      String after = "";
      do {
        String answer =
            mvc.perform(
                    get(api("/actions?limit=20&sort=" + order + after))
                        .with(town.as(Role.COORDINATOR)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        List<String> ids = JsonPath.read(answer, "$.items[*].id");
        seen += ids.size();
        String next = JsonPath.read(answer, "$.next");
        after = next == null ? null : "&after=" + next;
      } while (after != null);
      assertThat(seen).isEqualTo(45);
    }
  }

  private List<String> listed(String query, Role role) throws Exception {
    String answer =
        mvc.perform(get(api("/actions" + query)).with(town.as(role)))
            .andReturn()
            .getResponse()
            .getContentAsString();
    return JsonPath.read(answer, "$.items[*].id");
  }

  private ResultActions depend(UUID action, UUID blocker) throws Exception {
    return mvc.perform(json(put(api("/actions/" + action + "/dependencies/" + blocker))));
  }

  private void overdue() {
    for (NightlyWork night : nights) {
      if (night.name().equals("improvement.overdue")) {
        try {
          night.run();
        } catch (Exception failure) {
          throw new IllegalStateException(failure);
        }
      }
    }
  }

  private ResultActions move(UUID id, String state, int version, String text) throws Exception {
    return mvc.perform(
        json(post(api("/actions/" + id + "/state")))
            .header("If-Match", "\"" + version + "\"")
            .content("{\"state\": \"%s\", \"text\": \"%s\"}".formatted(state, text)));
  }

  private UUID opened(UUID unit, @Nullable UUID owner, LocalDate due) {
    return town.within(() ->
        actions.open(
            new NewAction(
                "Åtgärda bristen",
                "",
                null,
                NewAction.Place.unit(unit),
                new NewAction.Hands(owner, null),
                due,
                Priority.NORMAL)));
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

  private LocalDate today() {
    return Sweden.today(clock);
  }

  private UUID onlyAction() {
    return town.within(
        () -> sql.select(PUBLISHED_ACTION.ACTION_ID).from(PUBLISHED_ACTION).fetchSingle().value1());
  }

  private String stateOf(UUID id) {
    return town.within(() ->
        sql.select(PUBLISHED_ACTION.STATE)
            .from(PUBLISHED_ACTION)
            .where(PUBLISHED_ACTION.ACTION_ID.eq(id))
            .fetchSingle()
            .value1());
  }

  private UUID responsible(UUID id) {
    return town.within(() ->
        sql.select(PUBLISHED_ACTION.PERSON_ID)
            .from(PUBLISHED_ACTION)
            .where(PUBLISHED_ACTION.ACTION_ID.eq(id))
            .fetchSingle()
            .value1());
  }

  private List<String> noticesOf(Role role) {
    return town.within(() ->
        sql.select(NOTICE.KEY)
            .from(NOTICE)
            .where(NOTICE.PERSON_ID.eq(town.person(role)))
            .orderBy(NOTICE.AT)
            .fetch(NOTICE.KEY));
  }

  private List<String> trail() {
    return town.within(() ->
        sql.select(ENTRY.ACTION)
            .from(ENTRY)
            .where(ENTRY.SUBJECT_KIND.eq("action"))
            .fetch(ENTRY.ACTION));
  }
}
