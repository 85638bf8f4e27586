package se.tillit.incident.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static se.tillit.schema.incident.Tables.CLOCK_STEP;

import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import se.tillit.identity.Role;
import se.tillit.incident.regime.Regimes;
import se.tillit.kernel.Sweden;
import se.tillit.testing.MovableClock;
import se.tillit.testing.TillitTest;
import se.tillit.testing.Town;
import se.tillit.testing.Towns;

/// Drafts and the clocks that they belong to: frozen by the clock's page, one for each stage, and
/// of clocks that have no case.
@TillitTest
@Tag("K-2b")
class ClockedDraftIT {

  @Autowired Towns towns;
  @Autowired MockMvc mvc;
  @Autowired DSLContext sql;
  @Autowired Regimes regimes;
  @Autowired MovableClock clock;

  private Town town;
  private CaseWithClocks made;
  private DraftCalls calls;

  @BeforeEach
  void found() {
    town = towns.found();
    made = new CaseWithClocks(sql, regimes, town, clock);
    calls = new DraftCalls(mvc, town);
  }

  @Test
  void isFrozenByTheReceiptThatIsNotedOnTheClocksPage() throws Exception {
    UUID incident = made.incident("2026-0042");
    UUID csl = made.clock(incident, "csl", null, town.municipality());
    UUID warning = made.step(csl, "csl", "upplysning");
    UUID draft = calls.begun("/incidents/" + incident, warning, "upplysning");
    assertThat(calls.text("/clocks/" + csl)).contains("/incidents/" + incident + "/drafts");
    submit(csl, warning, "");
    assertThat(calls.text("/drafts/" + draft))
        .contains("NCSC-2026-118", "Skriv en komplettering")
        .doesNotContain("value.effect");
  }

  @Test
  void keepsTheStatusReportApartFromTheFinalOneAndShowsWhatWasSentBefore() throws Exception {
    UUID incident = made.incident("2026-0042");
    String home = "/incidents/" + incident;
    UUID csl = made.clock(incident, "csl", null, town.municipality());
    UUID last = made.step(csl, "csl", "slutrapport");
    UUID finished = calls.begun(home, last, "slutrapport");
    UUID status = calls.begun(home, last, "lagesrapport");
    assertThat(status).isNotEqualTo(finished);
    written(finished, "area", "Hela kommunen.");
    written(status, "duration", "Två veckor till.");
    submit(csl, last, "lagesrapport");
    assertThat(calls.text("/drafts/" + finished))
        .contains("En annan rapport skickades i stället")
        .doesNotContain("value.area");
    mvc.perform(
            calls
                .write("/drafts/" + finished)
                .param("value.area", "Nej")
                .param("mark.area", Texts.mark("Hela kommunen.")))
        .andExpect(status().isUnprocessableContent());
    UUID after = calls.begun(home, opened(csl), "slutrapport-efter-lagesrapport");
    assertThat(calls.text("/drafts/" + after))
        .contains("Skickat tidigare", "Två veckor till.", "Hela kommunen.");
  }

  @Test
  void isWrittenForAClockThatHasNoCase() throws Exception {
    UUID registration = alone();
    UUID step = opened(registration);
    String home = "/clocks/" + registration;
    assertThat(calls.text(home)).contains(home + "/drafts");
    assertThat(calls.text(home + "/drafts")).contains("Anmälan om ändring");
    UUID draft = calls.begun(home, step, "andringsanmalan");
    assertThat(calls.text("/drafts/" + draft))
        .contains("Stadens kommun", "Vad har ändrats?", home + "/drafts");
    written(draft, "change", "Nytt ip-adressintervall.");
    submit(registration, step, "");
    byte[] printed = calls.pdf(draft);
    DraftCalls.demandLasting(printed);
    assertThat(DraftCalls.textOf(printed)).contains("Nytt ip-adressintervall.");
    UUID next = calls.supplement(draft);
    mvc.perform(
            calls
                .write("/drafts/" + next + "/sending")
                .param("version", "0")
                .param("at", now())
                .param("sender", "Åsa"))
        .andExpect(status().isFound());
  }

  @Test
  void isSeenOverTheApiByThoseWhoSeeTheClock() throws Exception {
    UUID registration = alone();
    String api = "/api/v1/" + town.key() + "/clocks/" + registration + "/drafts";
    String body = "{\"step\":\"%s\"}".formatted(opened(registration));
    mvc.perform(
            post(api)
                .with(town.as(Role.COORDINATOR))
                .with(csrf())
                .contentType(MediaType.APPLICATION_JSON)
                .content(body))
        .andExpect(status().isCreated())
        .andExpect(jsonPath("$.incident").doesNotExist());
    mvc.perform(get(api).with(town.as(Role.COORDINATOR)))
        .andExpect(jsonPath("$.items.length()").value(1));
    mvc.perform(get(api).with(town.as(Role.MANAGER))).andExpect(status().isNotFound());
    mvc.perform(get(api).with(town.as(Role.EMPLOYEE))).andExpect(status().isForbidden());
    Town other = towns.found();
    mvc.perform(get(api.replace(town.key(), other.key())).with(other.as(Role.COORDINATOR)))
        .andExpect(status().isNotFound());
    mvc.perform(
            calls
                .write("/clocks/" + registration + "/drafts")
                .param("step", UUID.randomUUID().toString()))
        .andExpect(status().isNotFound());
  }

  private UUID alone() throws Exception {
    String place =
        mvc.perform(
                calls
                    .write("/clocks")
                    .param("regime", "csl-registration")
                    .param("responsible", town.municipality().toString())
                    .param("title", "Nya adresser")
                    .param("startedAt", now()))
            .andExpect(status().isFound())
            .andReturn()
            .getResponse()
            .getRedirectedUrl();
    return UUID.fromString(place.substring(place.lastIndexOf('/') + 1));
  }

  private void written(UUID draft, String field, String text) throws Exception {
    mvc.perform(
            calls
                .write("/drafts/" + draft)
                .param("value." + field, text)
                .param("mark." + field, Texts.mark("")))
        .andExpect(status().isFound());
  }

  /// As the clock's own page does it.
  private void submit(UUID clockId, UUID step, String stage) throws Exception {
    mvc.perform(
            calls
                .write("/clocks/" + clockId + "/submission")
                .param("version", "0")
                .param("step", step.toString())
                .param("stage", stage)
                .param("at", now())
                .param("caseNumber", "NCSC-2026-118")
                .param("submitter", "Åsa"))
        .andExpect(status().isFound());
    mvc.perform(calls.read("/clocks/" + clockId))
        .andExpect(content().string(containsString("NCSC-2026-118")));
  }

  private UUID opened(UUID clockId) {
    List<UUID> open =
        town.within(() ->
            sql.select(CLOCK_STEP.ID)
                .from(CLOCK_STEP)
                .where(CLOCK_STEP.CLOCK_ID.eq(clockId))
                .and(CLOCK_STEP.STATE.eq("open"))
                .fetch(CLOCK_STEP.ID));
    assertThat(open).hasSize(1);
    return open.getFirst();
  }

  private String now() {
    return LocalDateTime.ofInstant(clock.instant(), Sweden.ZONE).toString().substring(0, 16);
  }
}
