package se.tillit.incident.handling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static se.tillit.schema.incident.Tables.ATTACHMENT;
import static se.tillit.schema.incident.Tables.INCIDENT;
import static se.tillit.schema.incident.Tables.RECIPIENT;
import static se.tillit.schema.organisation.Tables.PERSON;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import se.tillit.identity.Role;
import se.tillit.incident.Reports;
import se.tillit.kernel.Ids;
import se.tillit.testing.TillitTest;
import se.tillit.testing.Town;
import se.tillit.testing.Towns;

/// What handling a case allows, and what it refuses.
@TillitTest
class CaseRulesIT {

  @Autowired Towns towns;
  @Autowired MockMvc mvc;
  @Autowired DSLContext sql;

  private final Instant now = Instant.now().truncatedTo(ChronoUnit.MINUTES);
  private Town town;
  private Reports reports;
  private UUID first;

  @BeforeEach
  void report() throws Exception {
    town = towns.found();
    reports = new Reports(mvc, town);
    reports.report("key-1", "Ett brev gick fel", "no");
    first = reports.first();
  }

  @Test
  @Tag("K-4.1.7b")
  void mergesNothingThatWouldLeaveAClockRunningOrHideInAClosedCase() throws Exception {
    reports.report("key-2", "Samma brev", "no");
    UUID second =
        town.within(() ->
            sql.select(INCIDENT.ID)
                .from(INCIDENT)
                .where(INCIDENT.ID.ne(first))
                .fetchSingle()
                .value1());
    String clock =
        """
        {"regime":"csl","responsible":"%s","startedAt":"%s"}
        """
            .formatted(town.municipality(), now.minus(1, ChronoUnit.HOURS));
    mvc.perform(reports.json("/incidents/" + second + "/clocks", clock))
        .andExpect(status().isCreated());
    merge(second).andExpect(status().isUnprocessableContent());
    town.within(() ->
        sql.update(INCIDENT)
            .set(INCIDENT.EXERCISE_ID, Ids.next())
            .where(INCIDENT.ID.eq(first))
            .execute());
    merge(second).andExpect(status().isUnprocessableContent());
  }

  private ResultActions merge(UUID id) throws Exception {
    String reference =
        town.within(() ->
            sql.select(INCIDENT.REFERENCE)
                .from(INCIDENT)
                .where(INCIDENT.ID.eq(first))
                .fetchSingle()
                .value1());
    return mvc.perform(
        reports
            .submit("/incidents/" + id + "/duplicate", Role.COORDINATOR)
            .param("version", "0")
            .param("reference", reference));
  }

  @Test
  void handsACaseOverToWhereOneReachesNoLonger() throws Exception {
    mvc.perform(
            reports
                .submit("/incidents/" + first + "/assessment", Role.MANAGER)
                .param("version", "0")
                .param("title", "Brev")
                .param("personal", "NO")
                .param("body", town.executiveBoard().toString()))
        .andExpect(redirectedUrl(reports.page("/incidents")));
    UUID body =
        town.within(() -> sql.select(INCIDENT.BODY_ID).from(INCIDENT).fetchSingle().value1());
    assertThat(body).isEqualTo(town.executiveBoard());
  }

  @Test
  @Tag("K-4.1.7b")
  void refusesMomentsToComeAndEndsBeforeTheirBeginning() throws Exception {
    amend("{\"occurred\":\"%s\"}".formatted(now.plus(1, ChronoUnit.DAYS)))
        .andExpect(status().isUnprocessableContent())
        .andExpect(jsonPath("$.field").value("occurred"));
    amend(
            "{\"occurred\":\"%s\",\"noticed\":\"%s\",\"contained\":\"%s\"}"
                .formatted(
                    now.minus(3, ChronoUnit.HOURS),
                    now.minus(2, ChronoUnit.HOURS),
                    now.minus(4, ChronoUnit.HOURS)))
        .andExpect(status().isUnprocessableContent())
        .andExpect(jsonPath("$.field").value("contained"));
    amend(
            "{\"occurred\":\"%s\",\"noticed\":\"%s\"}"
                .formatted(now.minus(3, ChronoUnit.HOURS), now.minus(2, ChronoUnit.HOURS)))
        .andExpect(status().isOk());
  }

  private ResultActions amend(String fields) throws Exception {
    return mvc.perform(
        put("/api/v1/" + town.key() + "/incidents/" + first)
            .with(town.as(Role.COORDINATOR))
            .with(csrf())
            .header("If-Match", "\"0\"")
            .contentType(MediaType.APPLICATION_JSON)
            .content("{\"fields\":" + fields + "}"));
  }

  @Test
  @Tag("K-4e")
  void showsNoNameOfWhoGotAProtectedIdentityAfterwards() throws Exception {
    String page = reports.page("/incidents/" + first);
    assertThat(reports.text(page, Role.COORDINATOR)).contains("Åsa");
    town.within(() ->
        sql.update(PERSON)
            .set(PERSON.PROTECTED, true)
            .where(PERSON.ID.eq(town.person(Role.EMPLOYEE)))
            .execute());
    String events = "/api/v1/" + town.key() + "/incidents/" + first + "/events";
    assertThat(reports.text(events, Role.COORDINATOR)).doesNotContain("Åsa employee");
    assertThat(reports.text(page, Role.COORDINATOR))
        .doesNotContain("Åsa employee")
        .contains("Skyddad identitet");
  }

  @Test
  void isTakenByWhoeverItWasSentTo() throws Exception {
    town.within(() ->
        sql.insertInto(RECIPIENT)
            .set(RECIPIENT.TENANT_ID, town.tenant().id().value())
            .set(RECIPIENT.INCIDENT_ID, first)
            .set(RECIPIENT.PERSON_ID, town.person(Role.SYSTEM_OWNER))
            .set(RECIPIENT.TOLD_AT, now)
            .execute());
    mvc.perform(
            reports
                .submit("/incidents/assignments", Role.SYSTEM_OWNER)
                .param("id", first.toString())
                .param("handler", town.person(Role.SYSTEM_OWNER).toString()))
        .andExpect(status().is3xxRedirection());
    UUID handler =
        town.within(
            () -> sql.select(INCIDENT.HANDLER_PERSON_ID).from(INCIDENT).fetchSingle().value1());
    assertThat(handler).isEqualTo(town.person(Role.SYSTEM_OWNER));
  }

  @Test
  void keepsAFileOnceAndNoneWhereOneMayNotBeKept() throws Exception {
    attach(file("a.txt", "Anteckning"), file("b.txt", "KVALIFICERAT HEMLIG"))
        .andExpect(status().isUnprocessableContent());
    assertThat(files()).isZero();
    attach(file("a.txt", "Anteckning")).andExpect(status().is3xxRedirection());
    attach(file("a.txt", "Anteckning")).andExpect(status().is3xxRedirection());
    assertThat(files()).isEqualTo(1);
  }

  private ResultActions attach(MockMultipartFile... files) throws Exception {
    var request =
        MockMvcRequestBuilders.multipart(reports.page("/incidents/" + first + "/attachments"));
    for (MockMultipartFile file : files) {
      request.file(file);
    }
    return mvc.perform(request.with(town.as(Role.COORDINATOR)).with(csrf()));
  }

  private static MockMultipartFile file(String name, String text) {
    return new MockMultipartFile(
        "files", name, "text/plain", text.getBytes(StandardCharsets.UTF_8));
  }

  private int files() {
    return town.within(() -> sql.fetchCount(ATTACHMENT));
  }
}
