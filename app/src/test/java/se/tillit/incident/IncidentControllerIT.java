package se.tillit.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static se.tillit.schema.audittrail.Tables.ENTRY;
import static se.tillit.schema.incident.Tables.ATTACHMENT;
import static se.tillit.schema.incident.Tables.INCIDENT;
import static se.tillit.schema.incident.Tables.WORD;
import static se.tillit.schema.notification.Tables.NOTICE;

import java.nio.charset.StandardCharsets;
import java.util.List;
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
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import se.tillit.identity.Role;
import se.tillit.testing.TillitTest;
import se.tillit.testing.Town;
import se.tillit.testing.Towns;

@TillitTest
class IncidentControllerIT {

  private static final String TEXT = "Ett mejl med elevakter skickades till fel vårdnadshavare";

  @Autowired Towns towns;
  @Autowired MockMvc mvc;
  @Autowired DSLContext sql;

  private Town town;

  @BeforeEach
  void found() {
    town = towns.found();
  }

  @Test
  @Tag("K-4.1.7a")
  void takesAReportOnceAndTellsTheCoordinatorNothingButItsNumber() throws Exception {
    report(Role.EMPLOYEE, "key-1", TEXT).andExpect(status().is3xxRedirection());
    report(Role.EMPLOYEE, "key-1", TEXT)
        .andExpect(header().string("Location", page("/incidents/receipts/key-1")));
    UUID id = only();
    mvc.perform(get(page("/incidents/receipts/key-1")).with(town.as(Role.EMPLOYEE)))
        .andExpect(content().string(containsString("-0001")));
    assertThat(notices(Role.COORDINATOR)).containsExactly("incident.notice.reported");
    assertThat(town.within(() -> sql.select(NOTICE.ARGUMENTS).from(NOTICE).fetch().toString()))
        .doesNotContain("elevakter");
    assertThat(trail()).contains("incident.reported");
    mvc.perform(get(page("/todo")).with(town.as(Role.COORDINATOR)))
        .andExpect(content().string(containsString(id.toString())));
  }

  @Test
  void refusesAReportThatSaysNothingAndKeepsWhatWasTyped() throws Exception {
    mvc.perform(
            form("/incidents", Role.EMPLOYEE)
                .param("key", "k")
                .param("security", "no")
                .param("about", "Lärplattformen"))
        .andExpect(status().isUnprocessableContent())
        .andExpect(content().string(containsString("Lärplattformen")))
        .andExpect(content().string(containsString("En mening räcker")));
    assertThat(count()).isZero();
  }

  @Test
  void showsTheReporterHerOwnReportInPlainWordsButNeverTheHandling() throws Exception {
    report(Role.EMPLOYEE, "key-1", TEXT);
    UUID id = only();
    mvc.perform(get(page("/incidents/mine")).with(town.as(Role.EMPLOYEE)))
        .andExpect(content().string(containsString("Ingen har hunnit titta")));
    mvc.perform(get(page("/incidents/" + id)).with(town.as(Role.EMPLOYEE)))
        .andExpect(status().isForbidden());
    mvc.perform(get(page("/incidents/mine")).with(town.as(Role.ELECTED)))
        .andExpect(content().string(not(containsString("elevakter"))));
    mvc.perform(get(page("/incidents")).with(town.as(Role.ELECTED)))
        .andExpect(status().isForbidden());
  }

  @Test
  void hidesCasesFromOtherUnitsOtherTenantsAndTheOfficerWithoutPersonalData() throws Exception {
    report(Role.EMPLOYEE, "key-1", TEXT);
    UUID id = only();
    String path = page("/incidents/" + id);
    Town other = towns.found();
    mvc.perform(get(path).with(other.as(Role.COORDINATOR))).andExpect(status().isNotFound());
    mvc.perform(get(path).with(town.as(Role.MANAGER))).andExpect(status().isOk());
    mvc.perform(get(path).with(town.as(Role.SYSTEM_OWNER))).andExpect(status().isNotFound());
    mvc.perform(get(path).with(town.as(Role.DATA_PROTECTION_OFFICER)))
        .andExpect(status().isNotFound());
    amend(id, 0, "{\"personal\":\"YES\"}").andExpect(status().isOk());
    mvc.perform(get(path).with(town.as(Role.DATA_PROTECTION_OFFICER))).andExpect(status().isOk());
    assertThat(notices(Role.DATA_PROTECTION_OFFICER)).containsExactly("incident.notice.reported");
    assertThat(trail()).contains("incident.read");
  }

  @Test
  void keepsNoNameOfWhoReportsAnonymouslyWhereThatIsAllowed() throws Exception {
    anonymously().andExpect(status().isUnprocessableContent());
    mvc.perform(
            put("/api/v1/" + town.key() + "/incidents/configuration")
                .with(town.as(Role.COORDINATOR))
                .with(csrf())
                .header("If-Match", "\"0\"")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"anonymousAllowed\":true,\"megabytes\":20}"))
        .andExpect(status().isOk())
        .andExpect(header().string("ETag", "\"1\""));
    anonymously().andExpect(status().is3xxRedirection());
    String everything =
        town.within(() ->
            sql.selectFrom(INCIDENT).fetch().toString()
                + sql.selectFrom(ENTRY).where(ENTRY.ACTION.eq("incident.reported")).fetch());
    assertThat(everything)
        .doesNotContain(town.person(Role.EMPLOYEE).toString())
        .doesNotContain("Åsa");
  }

  @Test
  void keepsNotAWordOfWhatIsSecurityProtected() throws Exception {
    mvc.perform(
            form("/incidents", Role.EMPLOYEE)
                .param("key", "key-1")
                .param("security", "yes")
                .param("happening", TEXT))
        .andExpect(status().is3xxRedirection());
    UUID id = only();
    assertThat(town.within(() -> sql.selectFrom(INCIDENT).fetch().toString()))
        .doesNotContain("elevakter");
    assertThat(notices(Role.SECURITY_PROTECTION_OFFICER))
        .containsExactly("incident.notice.security-protected");
    mvc.perform(get(page("/incidents/" + id)).with(town.as(Role.COORDINATOR)))
        .andExpect(status().isNotFound());
    mvc.perform(get(page("/incidents/protected/" + id)).with(town.as(Role.HEAD_OF_SECURITY)))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("Säkerhetspolisen")));
    mvc.perform(get(page("/incidents/protected/" + id)).with(town.as(Role.COORDINATOR)))
        .andExpect(status().isForbidden());
  }

  @Test
  void refusesMarkingsInTextAndFiles() throws Exception {
    report(Role.EMPLOYEE, "key-1", "Bilagan är märkt Begränsat hemlig")
        .andExpect(status().isUnprocessableContent())
        .andExpect(content().string(containsString("säkerhetsskyddsklassade")));
    send("not.txt", "KVALIFICERAT HEMLIG".getBytes(StandardCharsets.UTF_8))
        .andExpect(status().isUnprocessableContent());
    assertThat(count()).isZero();
    assertThat(town.within(() -> sql.fetchCount(ATTACHMENT))).isZero();
  }

  @Test
  void putsASpillOutOfSightForAllAndErasesNothing() throws Exception {
    report(Role.EMPLOYEE, "key-1", TEXT);
    UUID id = only();
    mvc.perform(form("/incidents/" + id + "/security-suspicion", Role.MANAGER))
        .andExpect(status().is3xxRedirection());
    for (Role role : List.of(Role.COORDINATOR, Role.MANAGER, Role.HEAD_OF_SECURITY)) {
      mvc.perform(get(page("/incidents/" + id)).with(town.as(role)))
          .andExpect(status().isNotFound());
      mvc.perform(get(page("/incidents?state=all")).with(town.as(role)))
          .andExpect(content().string(not(containsString("elevakter"))));
    }
    mvc.perform(get(page("/incidents/mine")).with(town.as(Role.EMPLOYEE)))
        .andExpect(content().string(not(containsString("elevakter"))));
    assertThat(town.within(() -> sql.fetchCount(WORD))).isZero();
    mvc.perform(get(page("/incidents/protected/" + id)).with(town.as(Role.HEAD_OF_SECURITY)))
        .andExpect(content().string(not(containsString("elevakter"))));
    assertThat(town.within(() -> sql.selectFrom(INCIDENT).fetch().toString()))
        .contains("elevakter");
    mvc.perform(
            form("/incidents/protected/" + id + "/release", Role.HEAD_OF_SECURITY)
                .param("version", "1")
                .param("reason", "Bara elevakter"))
        .andExpect(status().is3xxRedirection());
    mvc.perform(get(page("/incidents?q=elevak")).with(town.as(Role.COORDINATOR)))
        .andExpect(content().string(containsString("elevakter")));
  }

  @Test
  void losesNothingTypedWhenTwoWriteAtOnce() throws Exception {
    report(Role.EMPLOYEE, "key-1", TEXT);
    UUID id = only();
    assess(id, 0, "Fel mottagare").andExpect(status().is3xxRedirection());
    assess(id, 0, "Mejl till fel person")
        .andExpect(status().isConflict())
        .andExpect(content().string(containsString("Mejl till fel person")))
        .andExpect(content().string(containsString("Fel mottagare")))
        .andExpect(content().string(containsString("name=\"version\" value=\"1\"")));
    amend(id, 0, "{\"title\":\"x\"}").andExpect(status().isConflict());
  }

  @Test
  @Tag("K-4.1.7b")
  void closesOnlyWhenNothingIsMissingAndOpensAgainWithAReason() throws Exception {
    report(Role.EMPLOYEE, "key-1", TEXT);
    UUID id = only();
    close(id, 0).andExpect(status().isUnprocessableContent());
    amend(
            id,
            0,
            """
            {"kind":"wrong-recipient","handler":"%s","personal":"YES","cause":"mistake",
             "lessons":"Kontrollera adressen","handled":"2026-01-02T10:00"}
            """
                .formatted(town.person(Role.COORDINATOR)))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.state").value("HANDLED"));
    judge(id, 1, "{\"levels\":{}}").andExpect(status().isUnprocessableContent());
    String category = categoryOf();
    judge(id, 1, "{\"levels\":{\"" + category + "\":2},\"level\":0}")
        .andExpect(status().isUnprocessableContent())
        .andExpect(jsonPath("$.field").value("motive"));
    judge(id, 1, "{\"levels\":{\"" + category + "\":2}}")
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.judged.severity").value(2));
    close(id, 2).andExpect(status().isOk()).andExpect(jsonPath("$.state").value("CLOSED"));
    amend(id, 3, "{\"title\":\"x\"}").andExpect(status().isUnprocessableContent());
    reopen(id, "").andExpect(status().isUnprocessableContent());
    reopen(id, "Fler mottagare").andExpect(status().is3xxRedirection());
    assertThat(trail()).contains("incident.closed", "incident.reopened");
  }

  @Test
  void showsLikelyDuplicatesAndHandlesThemTogether() throws Exception {
    report(Role.EMPLOYEE, "key-1", TEXT);
    UUID first = only();
    report(Role.MANAGER, "key-2", "Elevakter skickades i ett mejl till fel vårdnadshavare i dag");
    UUID second =
        town.within(() -> sql.select(INCIDENT.ID).from(INCIDENT).fetch(INCIDENT.ID)).stream()
            .filter(it -> !it.equals(first))
            .findFirst()
            .orElseThrow();
    mvc.perform(get(page("/incidents/" + second)).with(town.as(Role.COORDINATOR)))
        .andExpect(content().string(containsString("Kan vara samma händelse")))
        .andExpect(content().string(containsString("-0001")));
    mvc.perform(
            form("/incidents/" + second + "/duplicate", Role.COORDINATOR)
                .param("version", "0")
                .param("reference", reference(first)))
        .andExpect(status().is3xxRedirection());
    mvc.perform(get(page("/incidents/mine")).with(town.as(Role.MANAGER)))
        .andExpect(content().string(containsString("Fler har rapporterat samma sak")));
  }

  @Test
  void addsAnEventOncePerKeyAndADecisionOnlyWithItsMotive() throws Exception {
    report(Role.EMPLOYEE, "key-1", TEXT);
    UUID id = only();
    for (int i = 0; i < 2; i++) {
      mvc.perform(
              json("/incidents/" + id + "/events", "{\"kind\":\"measure\",\"text\":\"Ringde\"}")
                  .header("Idempotency-Key", "e-1"))
          .andExpect(status().isCreated());
    }
    mvc.perform(
            get("/api/v1/" + town.key() + "/incidents/" + id + "/events")
                .with(town.as(Role.COORDINATOR)))
        .andExpect(jsonPath("$.items.length()").value(2));
    mvc.perform(
            json("/incidents/" + id + "/decisions", "{\"kind\":\"other\",\"text\":\"Anmäl inte\"}"))
        .andExpect(status().isUnprocessableContent())
        .andExpect(jsonPath("$.field").value("motive"));
  }

  @Test
  void givesFilesOnlyToBeSavedAndOnlyToThoseWhoSeeTheCase() throws Exception {
    send("not.txt", "Anteckning".getBytes(StandardCharsets.UTF_8))
        .andExpect(status().is3xxRedirection());
    UUID id = only();
    UUID file =
        town.within(() -> sql.select(ATTACHMENT.ID).from(ATTACHMENT).fetchSingle().value1());
    String path = page("/incidents/" + id + "/attachments/" + file);
    mvc.perform(get(path).with(town.as(Role.COORDINATOR)))
        .andExpect(status().isOk())
        .andExpect(header().string("Content-Disposition", containsString("attachment")));
    mvc.perform(get(path).with(town.as(Role.SYSTEM_OWNER))).andExpect(status().isNotFound());
  }

  @Test
  void assignsManyAtOnceAndTellsTheHandler() throws Exception {
    report(Role.EMPLOYEE, "key-1", TEXT);
    mvc.perform(
            form("/incidents/assignments", Role.COORDINATOR)
                .param("id", only().toString())
                .param("handler", town.person(Role.MANAGER).toString()))
        .andExpect(status().is3xxRedirection());
    assertThat(notices(Role.MANAGER)).containsExactly("incident.notice.assigned");
    mvc.perform(get(page("/incidents?handler=me")).with(town.as(Role.MANAGER)))
        .andExpect(content().string(containsString("elevakter")));
    mvc.perform(get(page("/incidents.xlsx")).with(town.as(Role.MANAGER)))
        .andExpect(status().isOk());
  }

  private ResultActions report(Role role, String key, String text) throws Exception {
    return mvc.perform(
        form("/incidents", role)
            .param("key", key)
            .param("security", "no")
            .param("certainty", "known")
            .param("noticed", "2026-01-01T10:00")
            .param("personal", "unknown")
            .param("place", "unit:" + town.school())
            .param("happening", text));
  }

  private ResultActions anonymously() throws Exception {
    return mvc.perform(
        form("/incidents", Role.EMPLOYEE)
            .param("key", "01a200da-15f0-75fd-8f76-ca1d98a65368")
            .param("security", "no")
            .param("certainty", "risk")
            .param("anonymous", "true")
            .param("happening", TEXT));
  }

  private ResultActions send(String name, byte[] content) throws Exception {
    return mvc.perform(
        multipart(page("/incidents"))
            .file(new MockMultipartFile("files", name, "text/plain", content))
            .param("key", "key-f")
            .param("security", "no")
            .param("certainty", "known")
            .param("happening", TEXT)
            .with(town.as(Role.EMPLOYEE))
            .with(csrf()));
  }

  private ResultActions assess(UUID id, int version, String title) throws Exception {
    return mvc.perform(
        form("/incidents/" + id + "/assessment", Role.COORDINATOR)
            .param("version", String.valueOf(version))
            .param("title", title)
            .param("kind", "wrong-recipient")
            .param("personal", "YES"));
  }

  private ResultActions amend(UUID id, int version, String fields) throws Exception {
    return mvc.perform(
        put("/api/v1/" + town.key() + "/incidents/" + id)
            .with(town.as(Role.COORDINATOR))
            .with(csrf())
            .header("If-Match", "\"" + version + "\"")
            .contentType(MediaType.APPLICATION_JSON)
            .content("{\"fields\":" + fields + "}"));
  }

  private ResultActions judge(UUID id, int version, String body) throws Exception {
    return mvc.perform(
        put("/api/v1/" + town.key() + "/incidents/" + id + "/severity")
            .with(town.as(Role.COORDINATOR))
            .with(csrf())
            .header("If-Match", "\"" + version + "\"")
            .contentType(MediaType.APPLICATION_JSON)
            .content(body));
  }

  private ResultActions close(UUID id, int version) throws Exception {
    return mvc.perform(
        json("/incidents/" + id + "/closure", "{}").header("If-Match", "\"" + version + "\""));
  }

  private ResultActions reopen(UUID id, String reason) throws Exception {
    return mvc.perform(
        form("/incidents/" + id + "/closure/end", Role.COORDINATOR)
            .param("version", "3")
            .param("reason", reason));
  }

  private MockHttpServletRequestBuilder json(String path, String body) {
    return post("/api/v1/" + town.key() + path)
        .with(town.as(Role.COORDINATOR))
        .with(csrf())
        .contentType(MediaType.APPLICATION_JSON)
        .content(body);
  }

  private MockHttpServletRequestBuilder form(String path, Role role) {
    return post(page(path)).with(town.as(role)).with(csrf());
  }

  private String categoryOf() throws Exception {
    String html =
        mvc.perform(get(page("/incidents/" + only() + "/severity")).with(town.as(Role.COORDINATOR)))
            .andReturn()
            .getResponse()
            .getContentAsString();
    var found = java.util.regex.Pattern.compile("name=\"level\\.([a-z-]+)\"").matcher(html);
    assertThat(found.find()).isTrue();
    return found.group(1);
  }

  private String page(String path) {
    return "/" + town.key() + path;
  }

  private UUID only() {
    return town.within(() -> sql.select(INCIDENT.ID).from(INCIDENT).fetchSingle().value1());
  }

  private String reference(UUID id) {
    return town.within(() ->
        sql.select(INCIDENT.REFERENCE)
            .from(INCIDENT)
            .where(INCIDENT.ID.eq(id))
            .fetchSingle()
            .value1());
  }

  private int count() {
    return town.within(() -> sql.fetchCount(INCIDENT));
  }

  private List<String> notices(Role role) {
    return town.within(() ->
        sql.select(NOTICE.KEY)
            .from(NOTICE)
            .where(NOTICE.PERSON_ID.eq(town.person(role)))
            .fetch(NOTICE.KEY));
  }

  private List<String> trail() {
    return town.within(() -> sql.select(ENTRY.ACTION).from(ENTRY).fetch(ENTRY.ACTION));
  }
}
