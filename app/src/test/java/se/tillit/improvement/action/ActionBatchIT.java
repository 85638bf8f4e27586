package se.tillit.improvement.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static se.tillit.schema.audittrail.Tables.ENTRY;
import static se.tillit.schema.improvement.Tables.ACTION;
import static se.tillit.schema.notification.Tables.NOTICE;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
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
import se.tillit.kernel.Sweden;
import se.tillit.testing.CountedStatements;
import se.tillit.testing.TillitTest;
import se.tillit.testing.Town;
import se.tillit.testing.Towns;

/// Several actions marked in the list and changed at once, on the page and by the API.
@TillitTest
@Tag("K-4.1.7a")
class ActionBatchIT {

  @Autowired Towns towns;
  @Autowired MockMvc mvc;
  @Autowired Actions actions;
  @Autowired DSLContext sql;
  @Autowired Clock clock;

  private Town town;
  private UUID first;
  private UUID second;

  @BeforeEach
  void open() {
    town = towns.found();
    first = opened(town.school(), "Lås arkivet");
    second = opened(town.schools(), "Märk pärmarna");
  }

  @Test
  void givesSeveralTheSameOwnerByName() throws Exception {
    asked(Role.COORDINATOR, first, second)
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("Gäller 2 åtgärder")))
        .andExpect(content().string(containsString("Märk pärmarna")));
    mvc.perform(
            form("/actions/owners", Role.COORDINATOR, first, second)
                .param("owner", "åsa EMPLOYEE")
                .param("returnTo", page("/actions?which=open")))
        .andExpect(status().is3xxRedirection())
        .andExpect(header().string("Location", page("/actions?which=open")));
    assertThat(each(ACTION.OWNER_ID)).containsOnly(town.person(Role.EMPLOYEE));
    assertThat(noticesOf(Role.EMPLOYEE)).containsExactly("improvement.notice.assigned-many");
    assertThat(trail("improvement.action-edited")).containsExactlyInAnyOrder(first, second);
  }

  @Test
  void saysWhenANameFitsNobodyOrSeveral() throws Exception {
    mvc.perform(form("/actions/owners", Role.COORDINATOR, first).param("owner", "Åsa"))
        .andExpect(status().isUnprocessableContent())
        .andExpect(content().string(containsString("Flera kan vara den du menar")))
        .andExpect(content().string(containsString("value=\"Åsa\"")));
    mvc.perform(form("/actions/owners", Role.COORDINATOR, first).param("owner", "Ingemar"))
        .andExpect(status().isUnprocessableContent())
        .andExpect(content().string(containsString("Ingen som du kan välja heter ”Ingemar”")));
    assertThat(each(ACTION.OWNER_ID)).containsOnlyNulls();
  }

  @Test
  void movesTheLastDayOfSeveralForAReason() throws Exception {
    String later = today().plusDays(30).toString();
    mvc.perform(form("/actions/due-days", Role.MANAGER, first, second).param("due", later))
        .andExpect(status().isUnprocessableContent())
        .andExpect(content().string(containsString("varför sista dagen flyttas")));
    mvc.perform(
            form("/actions/due-days", Role.MANAGER, first, second)
                .param("due", later)
                .param("reason", "Flytten är uppskjuten"))
        .andExpect(status().is3xxRedirection());
    assertThat(each(ACTION.DUE_DAY)).containsOnly(LocalDate.parse(later));
    assertThat(each(ACTION.DUE_CHANGES)).containsOnly(1);
    mvc.perform(get(page("/actions/" + second)).with(town.as(Role.MANAGER)))
        .andExpect(content().string(containsString("Flytten är uppskjuten")));
    assertThat(trail("improvement.action-postponed")).containsExactlyInAnyOrder(first, second);
  }

  @Test
  void movesSeveralOnAndLeavesTheirEffectToBeJudgedOneByOne() throws Exception {
    states(Role.COORDINATOR, "done", first, second)
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.changed").value(2));
    assertThat(each(ACTION.STATE)).containsOnly("done");
    assertThat(each(ACTION.DONE_DAY)).containsOnly(today());
    assertThat(each(ACTION.RECHECK_DAY)).doesNotContainNull();
    assertThat(trail("improvement.action-moved")).containsExactlyInAnyOrder(first, second);
    states(Role.COORDINATOR, "confirmed", first)
        .andExpect(status().isUnprocessableContent())
        .andExpect(jsonPath("$.code").value("improvement.batch.one-by-one"));
    states(Role.COORDINATOR, "planned", first)
        .andExpect(jsonPath("$.code").value("improvement.batch.closed"));
  }

  @Test
  void changesAllOrNone() throws Exception {
    UUID closed = opened(town.school(), "Klar redan");
    states(Role.COORDINATOR, "done", closed).andExpect(status().isOk());
    mvc.perform(form("/actions/states", Role.COORDINATOR, first, closed).param("state", "underway"))
        .andExpect(status().isUnprocessableContent())
        .andExpect(content().string(containsString("redan genomförd")));
    states(Role.COORDINATOR, "dropped", first, second)
        .andExpect(jsonPath("$.code").value("improvement.action.reason-missing"));
    assertThat(town.within(() -> sql.fetchSingle(ACTION, ACTION.ID.eq(first)).getState()))
        .isEqualTo("planned");
  }

  @Test
  void reachesNoFurtherThanTheViewer() throws Exception {
    UUID elsewhere = opened(town.office(), "Kontorets");
    states(Role.MANAGER, "underway", first, elsewhere).andExpect(status().isNotFound());
    states(Role.EMPLOYEE, "underway", second).andExpect(status().isNotFound());
    states(Role.AUDITOR, "underway", first).andExpect(status().isForbidden());
    Town other = towns.found();
    mvc.perform(
            post("/api/v1/" + other.key() + "/actions/states")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"actions\": [\"%s\"], \"state\": \"underway\"}".formatted(first))
                .with(other.as(Role.COORDINATOR))
                .with(csrf()))
        .andExpect(status().isNotFound());
    assertThat(each(ACTION.STATE)).containsOnly("planned");
  }

  @Test
  void asksForAMarkFirst() throws Exception {
    mvc.perform(form("/actions/selection", Role.COORDINATOR).param("returnTo", page("/actions")))
        .andExpect(status().is3xxRedirection())
        .andExpect(header().string("Location", page("/actions")));
    mvc.perform(get(page("/actions")).with(town.as(Role.AUDITOR)))
        .andExpect(content().string(containsString("Lås arkivet")))
        .andExpect(content().string(not(containsString("Ändra de markerade"))));
  }

  @Test
  void costsTheSameForManyAsForFew() throws Exception {
    List<String> few = CountedStatements.during(() -> states(Role.COORDINATOR, "underway", first));
    UUID[] many = new UUID[20];
    for (int i = 0; i < many.length; i++) {
      many[i] = opened(town.school(), "Akt " + i);
    }
    List<String> more = CountedStatements.during(() -> states(Role.COORDINATOR, "underway", many));
    assertThat(more).hasSameSizeAs(few);
  }

  @Test
  void showsTheColumnsThatAPersonHasChosen() throws Exception {
    mvc.perform(
            post("/account/columns")
                .param("table", "actions")
                .param("column", "body")
                .param("returnTo", page("/actions"))
                .with(town.as(Role.COORDINATOR))
                .with(csrf()))
        .andExpect(status().is3xxRedirection());
    mvc.perform(get(page("/actions")).with(town.as(Role.COORDINATOR)))
        .andExpect(content().string(containsString("data-label=\"Nämnd\">Skolnämnden")))
        .andExpect(content().string(not(containsString("data-label=\"Sista dag\""))));
    mvc.perform(get(page("/actions")).with(town.as(Role.MANAGER)))
        .andExpect(content().string(containsString("data-label=\"Sista dag\"")));
  }

  private ResultActions asked(Role role, UUID... ids) throws Exception {
    return mvc.perform(form("/actions/selection", role, ids));
  }

  private ResultActions states(Role role, String state, UUID... ids) throws Exception {
    String chosen =
        String.join(", ", java.util.Arrays.stream(ids).map(it -> "\"" + it + "\"").toList());
    return mvc.perform(
        post("/api/v1/" + town.key() + "/actions/states")
            .contentType(MediaType.APPLICATION_JSON)
            .content("{\"actions\": [%s], \"state\": \"%s\"}".formatted(chosen, state))
            .with(town.as(role))
            .with(csrf()));
  }

  private MockHttpServletRequestBuilder form(String path, Role role, UUID... ids) {
    MockHttpServletRequestBuilder request = post(page(path)).with(town.as(role)).with(csrf());
    for (UUID id : ids) {
      request.param("id", id.toString());
    }
    return request;
  }

  private UUID opened(UUID unit, String title) {
    return town.within(() ->
        actions.open(
            new NewAction(
                title,
                "",
                null,
                NewAction.Place.unit(unit),
                NewAction.Hands.MANAGER,
                today(),
                Priority.NORMAL)));
  }

  private <T> List<T> each(Field<T> field) {
    return town.within(() -> sql.select(field).from(ACTION).fetch(field));
  }

  private List<String> noticesOf(Role role) {
    return town.within(() ->
        sql.select(NOTICE.KEY)
            .from(NOTICE)
            .where(NOTICE.PERSON_ID.eq(town.person(role)))
            .fetch(NOTICE.KEY));
  }

  private List<UUID> trail(String action) {
    return town.within(() ->
        sql.select(ENTRY.SUBJECT_ID)
            .from(ENTRY)
            .where(ENTRY.ACTION.eq(action))
            .fetch(ENTRY.SUBJECT_ID));
  }

  private String page(String path) {
    return "/" + town.key() + path;
  }

  private LocalDate today() {
    return Sweden.today(clock);
  }
}
