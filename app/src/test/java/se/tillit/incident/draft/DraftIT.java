package se.tillit.incident.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static se.tillit.schema.audittrail.Tables.ENTRY;
import static se.tillit.schema.incident.Tables.CLOCK;
import static se.tillit.schema.incident.Tables.DRAFT_FIELD;
import static se.tillit.schema.incident.Tables.INCIDENT;

import com.jayway.jsonpath.JsonPath;
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
import se.tillit.incident.regime.Regimes;
import se.tillit.testing.MovableClock;
import se.tillit.testing.TillitTest;
import se.tillit.testing.Town;
import se.tillit.testing.Towns;

@TillitTest
class DraftIT {

  @Autowired Towns towns;
  @Autowired MockMvc mvc;
  @Autowired DSLContext sql;
  @Autowired Regimes regimes;
  @Autowired Folders folders;
  @Autowired DraftStore store;
  @Autowired ClockedSteps steps;
  @Autowired MovableClock clock;

  private Town town;
  private CaseWithClocks made;
  private UUID incident;
  private UUID warning;
  private DraftCalls calls;

  @BeforeEach
  void startClocks() {
    town = towns.found();
    calls = new DraftCalls(mvc, town);
    made = new CaseWithClocks(sql, regimes, town, clock);
    incident = made.incident("2026-0042");
    UUID csl = made.clock(incident, "csl", null, town.municipality());
    warning = made.step(csl, "csl", "upplysning");
  }

  @Test
  @Tag("K-2b")
  @Tag("K-4.1.7b")
  void fillsTheFieldsOfTheFormAndSaysWhatIsMissing() throws Exception {
    mvc.perform(read("/incidents/" + incident + "/drafts"))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("Upplysning")))
        .andExpect(content().string(containsString("Cyberportalen")))
        .andExpect(content().string(containsString("CERT-SE per telefon")));
    UUID id = begun(warning, "upplysning");
    mvc.perform(read("/drafts/" + id))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("Stadens kommun")))
        .andExpect(content().string(containsString("En klasslista mejlades till fel")))
        .andExpect(content().string(containsString("6 obligatoriska fält saknas")))
        .andExpect(content().string(containsString("OSL 18 kap. 8 b §")));
    assertThat(trail()).contains("incident.draft-begun", "incident.draft-read");
    assertThat(begun(warning, "upplysning")).as("begun once").isEqualTo(id);
  }

  @Test
  @Tag("K-4.1.7b")
  void offersWhatTheCaseSaysNowAndOverwritesNothing() throws Exception {
    UUID id = begun(warning, "upplysning");
    change("En klasslista mejlades till två fel föräldrar.");
    mvc.perform(read("/drafts/" + id))
        .andExpect(content().string(containsString("Ärendet säger nu något annat")))
        .andExpect(content().string(containsString("två fel föräldrar")));
    assertThat(value(id, "events")).isEqualTo("En klasslista mejlades till fel förälder.");
    mvc.perform(write("/drafts/" + id).param("keep", "events")).andExpect(status().isFound());
    mvc.perform(read("/drafts/" + id))
        .andExpect(content().string(not(containsString("två fel föräldrar"))));
    change("En klasslista mejlades till tre fel föräldrar.");
    mvc.perform(write("/drafts/" + id).param("take", "events")).andExpect(status().isFound());
    assertThat(value(id, "events")).contains("tre fel föräldrar");
  }

  @Test
  void losesNothingWhenTwoWriteAtOnce() throws Exception {
    UUID id = begun(warning, "upplysning");
    String read = Texts.mark(value(id, "effect"));
    mvc.perform(
            write("/drafts/" + id)
                .param("value.effect", "Skolan kan inte betygsätta.")
                .param("mark.effect", read))
        .andExpect(status().isFound());
    mvc.perform(
            write("/drafts/" + id)
                .param("value.effect", "Ingen påverkan än.")
                .param("mark.effect", read)
                .param("value.cross-border", "Ingen.")
                .param("mark.cross-border", Texts.mark("")))
        .andExpect(status().isConflict())
        .andExpect(content().string(containsString("Skolan kan inte betygsätta.")))
        .andExpect(content().string(containsString("Ingen påverkan än.")));
    assertThat(value(id, "effect")).isEqualTo("Skolan kan inte betygsätta.");
    assertThat(value(id, "cross-border")).as("what nobody disputes").isEqualTo("Ingen.");
    mvc.perform(
            write("/drafts/" + id)
                .param("value.effect", "Ingen påverkan än.")
                .param("mark.effect", Texts.mark("Skolan kan inte betygsätta.")))
        .andExpect(status().isFound());
    assertThat(value(id, "effect")).isEqualTo("Ingen påverkan än.");
  }

  @Test
  void copiesFieldByFieldInTheOrderOfTheForm() throws Exception {
    UUID id = begun(warning, "upplysning");
    String page =
        mvc.perform(read("/drafts/" + id + "/copy"))
            .andExpect(status().isOk())
            .andReturn()
            .getResponse()
            .getContentAsString();
    assertThat(page)
        .containsSubsequence(
            "Verksamhetsutövarens namn",
            "Organisationsnummer",
            "Händelseförlopp",
            "Gränsöverskridande påverkan")
        .contains("41 av 4\u202f000 tecken", "data-copy=\"copy-events\"");
    assertThat(trail()).contains("incident.draft-read");
  }

  @Test
  void refusesMarkingsOfSecurityProtection() throws Exception {
    UUID id = begun(warning, "upplysning");
    mvc.perform(
            write("/drafts/" + id)
                .param("value.effect", "Bilagan är märkt KONFIDENTIELL.")
                .param("mark.effect", Texts.mark("")))
        .andExpect(status().isUnprocessableContent())
        .andExpect(content().string(containsString("säkerhetsskyddschefen")));
    assertThat(value(id, "effect")).isEmpty();
  }

  @Test
  void givesNoDraftOfWhatIsSecurityProtected() throws Exception {
    UUID id = begun(warning, "upplysning");
    town.within(() ->
        sql.update(INCIDENT)
            .set(INCIDENT.SECURITY_PROTECTION, "SUSPECTED")
            .where(INCIDENT.ID.eq(incident))
            .execute());
    for (Role role : List.of(Role.COORDINATOR, Role.HEAD_OF_SECURITY)) {
      mvc.perform(get(page("/drafts/" + id)).with(town.as(role))).andExpect(status().isNotFound());
      mvc.perform(get(page("/drafts/" + id + ".pdf")).with(town.as(role)))
          .andExpect(status().isNotFound());
    }
    mvc.perform(read("/incidents/" + incident + "/drafts")).andExpect(status().isNotFound());
  }

  @Test
  void beginsNothingForAClockThatWasSwitchedOff() throws Exception {
    town.within(() ->
        sql.update(CLOCK)
            .set(CLOCK.STATE, "excluded")
            .set(CLOCK.WAIVED_AT, clock.instant())
            .where(CLOCK.INCIDENT_ID.eq(incident))
            .execute());
    mvc.perform(write("/incidents/" + incident + "/drafts").param("step", warning.toString()))
        .andExpect(status().isUnprocessableContent());
  }

  @Test
  void hidesTheOtherTenantAndRefusesTheWrongRole() throws Exception {
    UUID id = begun(warning, "upplysning");
    Town other = towns.found();
    mvc.perform(get("/" + other.key() + "/drafts/" + id).with(other.as(Role.COORDINATOR)))
        .andExpect(status().isNotFound());
    for (Role role : List.of(Role.EMPLOYEE, Role.ELECTED, Role.AUDITOR, Role.REGISTRAR)) {
      mvc.perform(get(page("/drafts/" + id)).with(town.as(role))).andExpect(status().isForbidden());
    }
    mvc.perform(get(page("/drafts/" + id)).with(town.as(Role.SYSTEM_OWNER)))
        .andExpect(status().isNotFound());
    mvc.perform(
            post(page("/drafts/" + id))
                .with(town.as(Role.DATA_PROTECTION_OFFICER))
                .with(csrf())
                .param("value.effect", "Läst av ombudet.")
                .param("mark.effect", Texts.mark("")))
        .andExpect(status().isFound());
  }

  @Test
  void isWrittenThroughTheApiAgainstTheVersionThatWasRead() throws Exception {
    String api = "/api/v1/" + town.key();
    String answer =
        mvc.perform(
                post(api + "/incidents/" + incident + "/drafts")
                    .with(town.as(Role.COORDINATOR))
                    .with(csrf())
                    .contentType(MediaType.APPLICATION_JSON)
                    .content("{\"step\":\"%s\"}".formatted(warning)))
            .andExpect(status().isCreated())
            .andExpect(header().string("Location", containsString("/drafts/")))
            .andReturn()
            .getResponse()
            .getContentAsString();
    String at = api + "/drafts/" + JsonPath.<String>read(answer, "$.id");
    mvc.perform(api(at, "\"0\"", "{\"fields\":{\"effect\":\"Ingen.\"}}"))
        .andExpect(status().isOk())
        .andExpect(header().string("ETag", "\"1\""));
    mvc.perform(api(at, "\"0\"", "{\"fields\":{\"effect\":\"Stor.\"}}"))
        .andExpect(status().isConflict());
    mvc.perform(api(at, "\"1\"", "{\"fields\":{\"nothing\":\"Stor.\"}}"))
        .andExpect(status().isUnprocessableContent());
    mvc.perform(read(at.substring(at.indexOf("/drafts/"))))
        .andExpect(content().string(containsString("Ingen.")));
  }

  private MockHttpServletRequestBuilder api(String at, String version, String body) {
    return put(at)
        .with(town.as(Role.COORDINATOR))
        .with(csrf())
        .header("If-Match", version)
        .contentType(MediaType.APPLICATION_JSON)
        .content(body);
  }

  private UUID begun(UUID step, String stage) throws Exception {
    return calls.begun("/incidents/" + incident, step, stage);
  }

  private void change(String happening) {
    town.within(() ->
        sql.update(INCIDENT)
            .set(INCIDENT.HAPPENING, happening)
            .where(INCIDENT.ID.eq(incident))
            .execute());
  }

  private String value(UUID draft, String key) {
    return town.within(() ->
        sql.select(DRAFT_FIELD.VALUE)
            .from(DRAFT_FIELD)
            .where(DRAFT_FIELD.DRAFT_ID.eq(draft))
            .and(DRAFT_FIELD.KEY.eq(key))
            .fetchSingle()
            .value1());
  }

  private List<String> trail() {
    return town.within(() ->
        sql.select(ENTRY.ACTION)
            .from(ENTRY)
            .where(ENTRY.ACTION.like("incident.draft%"))
            .fetch(ENTRY.ACTION));
  }

  private MockHttpServletRequestBuilder read(String path) {
    return calls.read(path);
  }

  private MockHttpServletRequestBuilder write(String path) {
    return calls.write(path);
  }

  private String page(String path) {
    return calls.page(path);
  }
}
