package se.tillit.incident.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static se.tillit.incident.draft.DraftCalls.demandLasting;
import static se.tillit.incident.draft.DraftCalls.textOf;
import static se.tillit.schema.audittrail.Tables.ENTRY;
import static se.tillit.schema.incident.Tables.INCIDENT;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import se.tillit.identity.Role;
import se.tillit.incident.regime.Regimes;
import se.tillit.testing.MovableClock;
import se.tillit.testing.TillitTest;
import se.tillit.testing.Town;
import se.tillit.testing.Towns;

/// Drafts that are sent: frozen by the clock's submission, supplemented, under the name that the
/// authority had then.
@TillitTest
class SentDraftIT {

  @Autowired Towns towns;
  @Autowired MockMvc mvc;
  @Autowired DSLContext sql;
  @Autowired Regimes regimes;
  @Autowired Folders folders;
  @Autowired ClockedSteps steps;
  @Autowired DraftStore store;
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

  @AfterEach
  void today() {
    clock.reset();
  }

  @Test
  @Tag("K-2b")
  void freezesWhatWasSubmittedAndSupplementsIt() throws Exception {
    UUID id = begun("upplysning");
    made.submit(warning, "upplysning");
    mvc.perform(calls.write("/drafts/" + id).param("value.effect", "Nytt").param("mark.effect", ""))
        .andExpect(status().isUnprocessableContent())
        .andExpect(content().string(containsString("går inte att ändra")));
    change("En klasslista mejlades till nio fel föräldrar.");
    mvc.perform(calls.read("/drafts/" + id))
        .andExpect(content().string(containsString("NCSC-7781")))
        .andExpect(content().string(not(containsString("nio fel föräldrar"))));
    UUID next = calls.supplement(id);
    mvc.perform(calls.read("/drafts/" + next))
        .andExpect(content().string(containsString("nio fel föräldrar")));
    mvc.perform(calls.write("/drafts/" + next).param("take", "events"))
        .andExpect(status().isFound());
    mvc.perform(calls.read("/drafts/" + next))
        .andExpect(content().string(containsString("Ändrat sedan det som skickades")));
    byte[] printed = calls.pdf(next);
    demandLasting(printed);
    assertThat(textOf(printed)).contains("Ändringar sedan det som skickades", "nio fel föräldrar");
    mvc.perform(
            calls
                .write("/drafts/" + next + "/sending")
                .param("version", "1")
                .param("at", "2020-01-01T10:00")
                .param("sender", "Åsa"))
        .andExpect(status().isUnprocessableContent());
    mvc.perform(
            post("/api/v1/" + town.key() + "/drafts/" + next + "/sending")
                .with(town.as(Role.COORDINATOR))
                .with(csrf())
                .header("If-Match", "\"1\"")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"at\":\"%s\",\"sender\":\"Åsa\"}".formatted(clock.instant())))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.sent.sender").value("Åsa"));
    assertThat(trail()).contains("incident.draft-supplemented", "incident.draft-sent");
  }

  /// MSB became MCF on 2026-01-01, and FRA/NCSC took over on 2026-07-01 (law.md §1.9).
  @Test
  @Tag("K-2b")
  void namesTheAuthorityAsItWasCalledWhenItWasSent() throws Exception {
    moveTo("2025-12-31T22:30:00Z");
    UUID first = begun("upplysning");
    assertShown(first, "MSB –");
    made.submit(warning, "upplysning");
    moveTo("2026-01-01T09:00:00Z");
    UUID step =
        made.step(
            made.clock(made.incident("2026-0002"), "csl", null, town.municipality()),
            "csl",
            "upplysning");
    UUID second = begunOf(step);
    assertShown(first, "MSB –");
    assertShown(second, "MCF –");
    made.submit(step, "upplysning");
    moveTo("2026-06-30T22:30:00Z");
    UUID last =
        made.step(
            made.clock(made.incident("2026-0003"), "csl", null, town.municipality()),
            "csl",
            "upplysning");
    UUID third = begunOf(last);
    assertShown(first, "MSB –");
    assertShown(second, "MCF –");
    assertShown(third, "FRA/NCSC –");
    assertThat(textOf(calls.pdf(first))).contains("MSB –").doesNotContain("NCSC –");
  }

  private void moveTo(String instant) {
    clock.forward(Duration.between(clock.instant(), Instant.parse(instant)));
  }

  private UUID begunOf(UUID step) {
    return town.within(() -> {
      Folder folder =
          folders.open(new Folder.Of(ofStep(step), null, "2026-0002", false, Instant.now()));
      var series = new DraftRow.Series("upplysning", "", "sv");
      ClockedStep clocked = folder.step(step).orElseThrow();
      return store.insert(clocked, series, folder.filled(clocked, series));
    });
  }

  private UUID ofStep(UUID step) {
    return steps.find(step).orElseThrow().incident();
  }

  private void assertShown(UUID draft, String authority) throws Exception {
    mvc.perform(calls.read("/drafts/" + draft))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("Till " + authority)));
  }

  @Test
  void writesALetterInTwoLanguagesWithTheFourContents() throws Exception {
    UUID gdpr = made.clock(incident, "gdpr-34", town.schoolBoard(), null);
    UUID step = made.step(gdpr, "gdpr-34", "information");
    mvc.perform(calls.write("/incidents/" + incident + "/drafts").param("step", step.toString()))
        .andExpect(status().isUnprocessableContent())
        .andExpect(content().string(containsString("vilka brevet är till")));
    UUID swedish = calls.letter(incident, step, "Vårdnadshavare på Ängskolan", "sv");
    UUID english = calls.letter(incident, step, "Vårdnadshavare på Ängskolan", "en");
    byte[] printed = calls.pdf(swedish);
    demandLasting(printed);
    assertThat(textOf(printed))
        .contains(
            "Information till dig om en händelse",
            "Vad har hänt?",
            "Vem kan du kontakta?",
            "Vad kan det leda till?",
            "Vad gör vi, och vad kan du göra?",
            "Vårdnadshavare")
        .doesNotContain("OSL");
    assertThat(textOf(calls.pdf(english)))
        .contains("What has happened?", "Never give away passwords")
        .doesNotContain("klasslista");
  }

  @Test
  void printsWhatAnArchiveAccepts() throws Exception {
    UUID id = begun("upplysning");
    byte[] printed = calls.pdf(id);
    demandLasting(printed);
    assertThat(textOf(printed)).contains("OSL 18 kap. 8 b §", "Utkastet påbörjades av");
    mvc.perform(calls.read("/drafts/" + id + ".docx"))
        .andExpect(status().isOk())
        .andExpect(header().string("Content-Disposition", containsString("docx")));
    mvc.perform(calls.read("/drafts/" + id + ".json"))
        .andExpect(jsonPath("$.secrecy").value("OSL 18 kap. 8 b §"))
        .andExpect(jsonPath("$.rule.code").value("csl"));
  }

  private UUID begun(String stage) throws Exception {
    return calls.begun("/incidents/" + incident, warning, stage);
  }

  private void change(String happening) {
    town.within(() ->
        sql.update(INCIDENT)
            .set(INCIDENT.HAPPENING, happening)
            .where(INCIDENT.ID.eq(incident))
            .execute());
  }

  private List<String> trail() {
    return town.within(() ->
        sql.select(ENTRY.ACTION)
            .from(ENTRY)
            .where(ENTRY.ACTION.like("incident.draft%"))
            .fetch(ENTRY.ACTION));
  }
}
