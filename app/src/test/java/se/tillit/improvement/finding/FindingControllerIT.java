package se.tillit.improvement.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static se.tillit.schema.audittrail.Tables.ENTRY;
import static se.tillit.schema.improvement.Tables.FINDING;
import static se.tillit.schema.improvement.Tables.PUBLISHED_ACTION;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import se.tillit.identity.Role;
import se.tillit.improvement.FindingKind;
import se.tillit.improvement.Findings;
import se.tillit.improvement.NewAction;
import se.tillit.improvement.NewFinding;
import se.tillit.indicator.Figures;
import se.tillit.kernel.Sweden;
import se.tillit.testing.TillitTest;
import se.tillit.testing.Town;
import se.tillit.testing.Towns;

@TillitTest
class FindingControllerIT {

  @Autowired Towns towns;
  @Autowired MockMvc mvc;
  @Autowired Findings findings;
  @Autowired Figures figures;
  @Autowired DSLContext sql;
  @Autowired Clock clock;

  private Town town;

  @BeforeEach
  void found() {
    town = towns.found();
  }

  @Test
  @Tag("K-4.1.7a")
  void goesFromWhatAnEmployeeSeesToADecisionAnActionAndItsEnd() throws Exception {
    mvc.perform(
            form("/findings", Role.EMPLOYEE)
                .param("kind", "deviation")
                .param("title", "Dörren till arkivet står olåst")
                .param("unit", town.school().toString())
                .param("requirement", "Policy 4.1.5"))
        .andExpect(status().is3xxRedirection());
    UUID id = onlyFinding();
    mvc.perform(get(page("/findings/" + id)).with(town.as(Role.EMPLOYEE)))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("Policy 4.1.5")));
    mvc.perform(get(page("/todo")).with(town.as(Role.MANAGER)))
        .andExpect(content().string(containsString("Dörren till arkivet")));
    mvc.perform(
            form("/findings/" + id + "/decision", Role.MANAGER)
                .param("version", "0")
                .param("decision", "act"))
        .andExpect(status().isUnprocessableContent())
        .andExpect(content().string(containsString("Skriv vad som ska göras")));
    mvc.perform(
            form("/findings/" + id + "/decision", Role.MANAGER)
                .param("version", "0")
                .param("decision", "act")
                .param("actionTitle", "Byt lås")
                .param("actionDue", Sweden.today(clock).plusDays(5).toString()))
        .andExpect(status().is3xxRedirection());
    close(id, 1, "Låset är bytt").andExpect(status().isUnprocessableContent());
    mvc.perform(get(api("/actions?record=" + id + "&source=finding")).with(town.as(Role.MANAGER)))
        .andExpect(jsonPath("$.items[0].title").value("Byt lås"));
    UUID action = town.within(() -> sql.fetchSingle(PUBLISHED_ACTION).getActionId());
    mvc.perform(form("/actions/" + action + "/completion", Role.MANAGER))
        .andExpect(status().is3xxRedirection());
    close(id, 1, " ").andExpect(status().isUnprocessableContent());
    close(id, 1, "Låset är bytt och provat")
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.course.closed").isNotEmpty());
    assertThat(trail())
        .containsExactly(
            "improvement.finding-raised",
            "improvement.finding-decided",
            "improvement.finding-closed");
  }

  @Test
  @Tag("K-4.1.7a")
  void acceptsOnlyWithAMotive() throws Exception {
    UUID id = raised(town.school());
    decide(id, 0, "accept", "").andExpect(status().isUnprocessableContent());
    decide(id, 0, "accept", "Rummet rivs i vår")
        .andExpect(status().isOk())
        .andExpect(header().string("ETag", "\"1\""));
    decide(id, 0, "none", "Igen").andExpect(status().isConflict());
  }

  @Test
  void refusesTheWrongRoleAndAnotherUnit() throws Exception {
    UUID id = raised(town.office());
    mvc.perform(form("/findings", Role.ELECTED).param("title", "Nej"))
        .andExpect(status().isForbidden());
    mvc.perform(
            form("/findings/" + raised(town.school()) + "/decision", Role.EMPLOYEE)
                .param("decision", "none")
                .param("motive", "Nej"))
        .andExpect(status().isForbidden());
    mvc.perform(form("/findings/" + id + "/decision", Role.MANAGER).param("decision", "none"))
        .andExpect(status().isNotFound());
  }

  @Test
  void hidesTheOtherTenantAndOtherUnits() throws Exception {
    UUID id = raised(town.office());
    Town other = towns.found();
    mvc.perform(get("/" + other.key() + "/findings/" + id).with(other.as(Role.COORDINATOR)))
        .andExpect(status().isNotFound());
    mvc.perform(get(page("/findings/" + id)).with(town.as(Role.MANAGER)))
        .andExpect(status().isNotFound());
    mvc.perform(get(api("/findings")).with(town.as(Role.MANAGER)))
        .andExpect(jsonPath("$.items").isEmpty());
  }

  @Test
  void refusesWhatHasNoTitleOrAnUnknownUnitAndKeepsWhatWasTyped() throws Exception {
    mvc.perform(form("/findings", Role.EMPLOYEE).param("description", "Beskriven"))
        .andExpect(status().isUnprocessableContent())
        .andExpect(content().string(containsString("Beskriven")));
    mvc.perform(
            form("/findings", Role.EMPLOYEE)
                .param("title", "Sedd")
                .param("unit", UUID.randomUUID().toString()))
        .andExpect(status().isUnprocessableContent());
  }

  @Test
  void fillsInWhereItAroseFromTheAddressOfAnotherPage() throws Exception {
    var source = new NewAction.Source("incident", UUID.randomUUID(), "Å & ö", "/incidents/7?a=b");
    mvc.perform(
            get(java.net.URI.create(page("/findings/new?" + source.query())))
                .with(town.as(Role.EMPLOYEE)))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("value=\"Å &amp; ö\"")))
        .andExpect(content().string(containsString("value=\"/incidents/7?a=b\"")));
  }

  @Test
  @Tag("K-4.1.7a")
  void countsWhatWaitsTooLongAsNotMet() {
    UUID late = raised(town.school());
    raised(town.school());
    town.within(() ->
        sql.update(FINDING)
            .set(FINDING.DECIDE_BY, Sweden.today(clock).minusDays(1))
            .where(FINDING.ID.eq(late))
            .execute());
    var decided = figures.byKey("improvement.findings-decided").orElseThrow();
    List<Boolean> met = town.within(() -> sql.fetch(decided.records()).map(row -> row.value5()));
    assertThat(met).containsExactlyInAnyOrder(true, false);
  }

  private ResultActions decide(UUID id, int version, String decision, String motive)
      throws Exception {
    return mvc.perform(
        json(post(api("/findings/" + id + "/decision")))
            .header("If-Match", "\"" + version + "\"")
            .content("{\"decision\": \"%s\", \"motive\": \"%s\"}".formatted(decision, motive)));
  }

  private ResultActions close(UUID id, int version, String conclusion) throws Exception {
    return mvc.perform(
        json(post(api("/findings/" + id + "/closure")))
            .header("If-Match", "\"" + version + "\"")
            .content("{\"conclusion\": \"%s\"}".formatted(conclusion)));
  }

  private UUID raised(UUID unit) {
    return town.within(() ->
        findings.raise(
            new NewFinding(
                FindingKind.DEVIATION,
                "Sett",
                "",
                null,
                NewAction.Place.unit(unit),
                NewFinding.Requirement.NONE)));
  }

  private UUID onlyFinding() {
    return town.within(() -> sql.fetchSingle(FINDING).getId());
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
            .where(ENTRY.SUBJECT_KIND.eq("finding"))
            .orderBy(ENTRY.NUMBER)
            .fetch(ENTRY.ACTION));
  }
}
