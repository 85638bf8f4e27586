package se.tillit.improvement.review;

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
import static se.tillit.schema.improvement.Tables.PUBLISHED_ACTION;
import static se.tillit.schema.improvement.Tables.REVIEW;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
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
import se.tillit.improvement.AgendaPoint;
import se.tillit.improvement.FindingKind;
import se.tillit.improvement.Findings;
import se.tillit.improvement.NewAction;
import se.tillit.improvement.NewFinding;
import se.tillit.indicator.Figures;
import se.tillit.kernel.Sweden;
import se.tillit.testing.TillitTest;
import se.tillit.testing.Town;
import se.tillit.testing.Towns;
import se.tillit.web.Words;

@TillitTest
class ReviewControllerIT {

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
  @Tag("K-4.1.1")
  void isPlannedWrittenDecidedInAndFrozenWithItsFigures() throws Exception {
    raise();
    UUID id = planned();
    mvc.perform(get(page("/reviews/" + id)).with(town.as(Role.COORDINATOR)))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("En avvikelse anmäldes")));
    mvc.perform(form("/reviews/" + id + "/freeze").param("version", "0"))
        .andExpect(status().isUnprocessableContent())
        .andExpect(content().string(containsString("vilka som deltog")));
    mvc.perform(
            form("/reviews/" + id)
                .param("version", "0")
                .param("title", "Ledningens genomgång")
                .param("day", today().toString())
                .param("participants", "Kim, kommundirektör\r\n\r\nAlex, säkerhetschef")
                .param("notes[risks]", "Riskerna är kända")
                .param("conclusion", "Arbetet fungerar"))
        .andExpect(status().is3xxRedirection());
    mvc.perform(
            form("/reviews/" + id + "/decisions")
                .param("text", "Köp fler skåp")
                .param("owner", town.person(Role.MANAGER).toString())
                .param("due", today().plusDays(30).toString()))
        .andExpect(status().is3xxRedirection());
    mvc.perform(form("/reviews/" + id + "/freeze").param("version", "1"))
        .andExpect(status().is3xxRedirection());
    raise();
    mvc.perform(get(page("/reviews/" + id)).with(town.as(Role.AUDITOR)))
        .andExpect(content().string(containsString("En avvikelse anmäldes")))
        .andExpect(content().string(containsString("Riskerna är kända")));
    mvc.perform(get(api("/actions?source=review")).with(town.as(Role.COORDINATOR)))
        .andExpect(jsonPath("$.items[0].title").value("Köp fler skåp"))
        .andExpect(jsonPath("$.items[0].source.path").value("/reviews/" + id));
    mvc.perform(form("/reviews/" + id).param("version", "2").param("title", "Ny"))
        .andExpect(status().isUnprocessableContent());
    assertThat(trail())
        .containsExactly(
            "improvement.review-planned",
            "improvement.review-written",
            "improvement.review-decided",
            "improvement.review-frozen");
  }

  @Test
  @Tag("K-4.1.1")
  void isDownloadedTheSameEachTimeAsPdfAndWord() throws Exception {
    UUID id = frozen();
    for (String format : List.of("pdf", "docx")) {
      byte[] first = download(id, format);
      raise();
      assertThat(download(id, format)).isEqualTo(first);
    }
    assertThat(Arrays.copyOf(download(id, "pdf"), 4)).isEqualTo("%PDF".getBytes());
  }

  @Test
  @Tag("K-4.1.1")
  void comesRoundInTheAnnualWheelAndCountsOnceItIsHeld() throws Exception {
    var held = figures.byKey("improvement.review-held").orElseThrow();
    assertThat(town.within(() -> sql.fetch(held.records()).map(row -> row.value5())))
        .containsExactly(false);
    mvc.perform(get(api("/deadlines?kind=improvement.review")).with(town.as(Role.COORDINATOR)))
        .andExpect(jsonPath("$.items[0].due").value(today().getYear() + "-12-31"));
    frozen();
    assertThat(town.within(() -> sql.fetch(held.records()).map(row -> row.value5())))
        .containsExactly(true);
    mvc.perform(
            get(api("/deadlines?kind=improvement.review&year=" + (today().getYear() + 1)))
                .with(town.as(Role.COORDINATOR)))
        .andExpect(jsonPath("$.items[0].due").value(today().plusYears(1).toString()));
  }

  @Test
  void refusesTheWrongRoleAndHidesTheOtherTenant() throws Exception {
    UUID id = planned();
    mvc.perform(get(page("/reviews/" + id)).with(town.as(Role.EMPLOYEE)))
        .andExpect(status().isForbidden());
    mvc.perform(post(page("/reviews/" + id + "/freeze")).with(town.as(Role.AUDITOR)).with(csrf()))
        .andExpect(status().isForbidden());
    Town other = towns.found();
    mvc.perform(get("/" + other.key() + "/reviews/" + id).with(other.as(Role.COORDINATOR)))
        .andExpect(status().isNotFound());
    mvc.perform(get("/" + other.key() + "/reviews/" + id + ".pdf").with(other.as(Role.AUDITOR)))
        .andExpect(status().isNotFound());
  }

  @Test
  void refusesToFreezeWhatSomebodyElseHasWrittenIn() throws Exception {
    UUID id = planned();
    String body =
        "{\"title\": \"A\", \"day\": \"%s\", \"participants\": [\"Kim\"], \"conclusion\": \"B\"}"
            .formatted(today());
    for (int version = 0; version < 2; version++) {
      mvc.perform(
              json(put(api("/reviews/" + id)))
                  .header("If-Match", "\"" + version + "\"")
                  .content(body))
          .andExpect(status().isOk())
          .andExpect(header().string("ETag", "\"" + (version + 1) + "\""));
    }
    mvc.perform(json(post(api("/reviews/" + id + "/freeze"))).header("If-Match", "\"1\""))
        .andExpect(status().isConflict());
    assertThat(town.within(() -> sql.fetchCount(PUBLISHED_ACTION))).isZero();
  }

  @Test
  void namesEveryPointOfTheAgendaInBothLanguages() {
    for (Words words : Words.all()) {
      for (AgendaPoint point : AgendaPoint.values()) {
        assertThat(words.knows("improvement.review.point." + point.key())).isTrue();
        assertThat(words.knows("improvement.review.point." + point.key() + ".hint")).isTrue();
      }
    }
  }

  private byte[] download(UUID id, String format) throws Exception {
    return mvc.perform(get(page("/reviews/" + id + "." + format)).with(town.as(Role.AUDITOR)))
        .andExpect(status().isOk())
        .andReturn()
        .getResponse()
        .getContentAsByteArray();
  }

  private UUID frozen() throws Exception {
    UUID id = planned();
    mvc.perform(
            json(put(api("/reviews/" + id)))
                .header("If-Match", "\"0\"")
                .content(
                    "{\"title\": \"A\", \"day\": \"%s\", \"participants\": [\"Kim\"], \"conclusion\": \"B\"}"
                        .formatted(today())))
        .andExpect(status().isOk());
    mvc.perform(json(post(api("/reviews/" + id + "/freeze"))).header("If-Match", "\"1\""))
        .andExpect(status().isOk());
    return id;
  }

  private UUID planned() throws Exception {
    mvc.perform(
            form("/reviews")
                .param("title", "Ledningens genomgång")
                .param("day", today().toString()))
        .andExpect(status().is3xxRedirection());
    return town.within(() -> sql.fetchSingle(REVIEW).getId());
  }

  private void raise() {
    town.within(() ->
        findings.raise(
            new NewFinding(
                FindingKind.DEVIATION,
                "Sett",
                "",
                null,
                NewAction.Place.unit(town.school()),
                NewFinding.Requirement.NONE)));
  }

  private LocalDate today() {
    return Sweden.today(clock);
  }

  private MockHttpServletRequestBuilder form(String path) {
    return post(page(path)).with(town.as(Role.COORDINATOR)).with(csrf());
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
            .where(ENTRY.SUBJECT_KIND.eq("review"))
            .orderBy(ENTRY.NUMBER)
            .fetch(ENTRY.ACTION));
  }
}
