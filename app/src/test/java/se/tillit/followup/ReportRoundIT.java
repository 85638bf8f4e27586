package se.tillit.followup;

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
import static se.tillit.schema.followup.Tables.REPORT;
import static se.tillit.schema.followup.Tables.REPORT_OCCURRENCE;
import static se.tillit.schema.governingdocument.Tables.CLAUSE;
import static se.tillit.schema.governingdocument.Tables.REPORT_DUTY;
import static se.tillit.schema.indicator.Tables.FIGURE;
import static se.tillit.schema.organisation.Tables.MEETING;

import com.jayway.jsonpath.JsonPath;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.zip.ZipInputStream;
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
import se.tillit.job.JobKind;
import se.tillit.kernel.Ids;
import se.tillit.testing.TillitTest;
import se.tillit.testing.Town;
import se.tillit.testing.Towns;

/// Reports follow the clauses that demand them.
@TillitTest
class ReportRoundIT {

  @Autowired Towns towns;
  @Autowired MockMvc mvc;
  @Autowired DSLContext sql;
  @Autowired FreezingJob freezing;

  private Town town;

  @BeforeEach
  void adoptPolicy() {
    town = towns.found();
    new Policies(sql, town).adopt();
  }

  @Test
  @Tag("M-4a")
  @Tag("K-4.1.7c")
  void fallsDueTheLeadTimeOfTheClauseBeforeTheMeetingOfTheRecipient() {
    meeting(town.schoolBoard(), LocalDate.of(2026, 1, 20));
    meeting(town.schoolBoard(), LocalDate.of(2026, 3, 18));
    meeting(town.schoolBoard(), LocalDate.of(2026, 5, 6));

    assertThat(due(town.schoolBoard(), 2025)).isEqualTo(LocalDate.of(2026, 2, 26));
    assertThat(due(town.executiveBoard(), 2025)).isEqualTo(LocalDate.of(2026, 2, 1));

    lead(null);
    assertThat(due(town.schoolBoard(), 2025)).isEqualTo(LocalDate.of(2026, 3, 11));
  }

  @Test
  @Tag("M-4a")
  @Tag("M-4d")
  void asksOnlyThoseWhomTheClauseNamesAndAsOftenAsItSays() throws Exception {
    change("{\"kinds\":[\"board\"],\"everyMonths\":6,\"firstDue\":\"2026-02-01\"}");

    assertThat(
            town.within(() ->
                sql.selectDistinct(REPORT_OCCURRENCE.BODY_ID)
                    .from(REPORT_OCCURRENCE)
                    .fetch(REPORT_OCCURRENCE.BODY_ID)))
        .containsExactly(town.schoolBoard());
    told(get(api("/rounds")))
        .andExpect(
            jsonPath("$.items[?(@.about.year == 2026 && @.about.part == 1)].due")
                .value("2026-08-01"))
        .andExpect(
            jsonPath("$.items[?(@.about.year == 2026 && @.about.part == 2)].due")
                .value("2027-02-01"));
    press("", "kind", "annual", "period", "2026", "part", "1", "everyMonths", "6")
        .andExpect(status().is3xxRedirection());
    told(get("/" + town.key() + "/reports"))
        .andExpect(content().string(containsString("första halvåret 2026")));
    press("", "period", "2024").andExpect(status().isUnprocessableContent());
  }

  @Test
  @Tag("K-4.1.7c")
  void putsWhatIsDueOnTheCoordinatorsListAndWhatCameInOnTheSecretarys() throws Exception {
    todo(Role.COORDINATOR)
        .andExpect(content().string(containsString("Lämna rapporterna för 2025")));
    press("", "period", "2025");
    UUID report = reportTo(town.schoolBoard());
    todo(Role.REGISTRAR).andExpect(content().string(not(containsString("Skolnämnden behandlade"))));
    press("/" + report + "/freeze");
    press("/" + report + "/delivery");
    todo(Role.REGISTRAR)
        .andExpect(
            content().string(containsString("Skriv in när Skolnämnden behandlade rapporten")));
  }

  @Test
  @Tag("K-4.1.7d")
  @Tag("M-4c")
  void draftsAnExtraReportWithItsReason() throws Exception {
    told(get("/" + town.key() + "/reports/extra")
            .param("reason", "Strömmen gick")
            .param("subject", "Incident 7"))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("Strömmen gick")))
        .andExpect(content().string(containsString("Incident 7")));
    press("/extra", "subject", "Incident 7", "body", town.schoolBoard().toString())
        .andExpect(status().isUnprocessableContent())
        .andExpect(content().string(containsString("Skriv varför rapporten behövs.")));
    press(
            "/extra",
            "reason",
            "Strömmen gick",
            "subject",
            "Incident 7",
            "body",
            town.schoolBoard().toString())
        .andExpect(status().is3xxRedirection());

    told(get("/" + town.key() + "/reports/" + reportTo(town.schoolBoard())))
        .andExpect(content().string(containsString("Incident 7")))
        .andExpect(content().string(containsString("Skäl till rapporten")));
    told(json(
            post(api("")),
            "{\"kind\":\"extra\",\"body\":\"" + town.schoolBoard() + "\",\"period\":2026}"))
        .andExpect(status().isUnprocessableContent())
        .andExpect(jsonPath("$.code").value("followup.report.reason-missing"));
  }

  @Test
  @Tag("K-4.1.7c")
  void freezesARoundInTheBackgroundAndGivesAllFilesAtOnce() throws Exception {
    press("", "period", "2025");
    told(get("/" + town.key() + "/reports/all.zip").param("period", "2025"))
        .andExpect(status().isNotFound());
    String where =
        press("/freezing", "period", "2025")
            .andExpect(status().is3xxRedirection())
            .andReturn()
            .getResponse()
            .getRedirectedUrl();
    assertThat(where).contains("?work=");
    List<Long> done = new ArrayList<>();
    JobKind.Progress progress = (at, total) -> done.add(at);
    town.within(
        Role.COORDINATOR,
        () -> {
          freezing.run("annual 2025 0 12", progress);
          freezing.run("annual 2025 0 12", progress);
          return null;
        });

    assertThat(done).contains(0L, 1L, 2L, 3L);
    told(get(where)).andExpect(status().isOk());
    byte[] zip =
        told(get("/" + town.key() + "/reports/all.zip").param("period", "2025"))
            .andExpect(status().isOk())
            .andReturn()
            .getResponse()
            .getContentAsByteArray();
    List<String> names = new ArrayList<>();
    try (var files = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (var entry = files.getNextEntry(); entry != null; entry = files.getNextEntry()) {
        names.add(entry.getName());
        assertThat(new String(files.readNBytes(5), StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
      }
    }
    assertThat(names).hasSize(6).contains("Skolnämnden/Tjänsteskrivelse.pdf");
  }

  @Test
  void pagesReportsAndMovesThemOnlyOnTheVersionThatWasRead() throws Exception {
    press("", "period", "2025");
    String first = text(told(get(api("")).param("limit", "2")));
    String next = JsonPath.read(first, "$.next");
    List<String> ids = new ArrayList<>(JsonPath.<List<String>>read(first, "$.items[*].id"));
    String second = text(told(get(api("")).param("limit", "2").param("after", next)));
    ids.addAll(JsonPath.<List<String>>read(second, "$.items[*].id"));
    assertThat(ids).hasSize(3).doesNotHaveDuplicates();
    assertThat((Object) JsonPath.read(second, "$.next")).isNull();

    String one = "/" + ids.getFirst();
    told(get(api(one))).andExpect(header().string("ETag", "\"0\""));
    told(json(put(api(one + "/words")), "{\"words\":{\"summary\":\"Bra\"}}"))
        .andExpect(status().isUnprocessableContent());
    told(json(put(api(one + "/words")), "{\"words\":{\"summary\":\"Bra\"}}")
            .header("If-Match", "\"0\""))
        .andExpect(status().isOk())
        .andExpect(header().string("ETag", "\"1\""));
    told(json(post(api(one + "/freeze")), "").header("If-Match", "\"0\""))
        .andExpect(status().isConflict());
    told(json(post(api(one + "/freeze")), "").header("If-Match", "\"1\""))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.state").value("FROZEN"));
  }

  @Test
  @Tag("M-1a")
  void tellsTheFiguresOfADayAsTheyWereMeasuredThen() throws Exception {
    told(get("/" + town.key() + "/conformance"));
    town.within(() ->
        sql.insertInto(FIGURE)
            .set(FIGURE.TENANT_ID, town.tenant().id().value())
            .set(FIGURE.INDICATOR, "improvement.actions-in-time")
            .set(FIGURE.DAY, LocalDate.of(2026, 6, 30))
            .set(FIGURE.UNIT_ID, town.school())
            .set(FIGURE.MET, 3)
            .set(FIGURE.TOTAL, 4)
            .execute());
    conformance("?day=2026-06-30")
        .andExpect(jsonPath("$.items[0].clauses[0].figures[0].met").value(3))
        .andExpect(jsonPath("$.items[0].clauses[0].figures[0].total").value(4));
    conformance("?day=2026-03-01")
        .andExpect(jsonPath("$.items[0].clauses[0].state").value("not-measured"));
    conformance("?day=2025-06-30").andExpect(jsonPath("$.items").isEmpty());
    told(get("/" + town.key() + "/conformance?day=2025-06-30"))
        .andExpect(content().string(containsString("Inget styrdokument var i kraft")));
    conformance("").andExpect(jsonPath("$.items[0].clauses[0].figures[0].total").value(0));
    told(get("/" + town.key() + "/conformance?day=2026-06-30"))
        .andExpect(content().string(containsString("Siffrorna är de som mättes den 2026-06-30")))
        .andExpect(content().string(containsString("3 av 4")));
    told(get("/" + town.key() + "/indicators/improvement.actions-in-time?day=2026-06-30"))
        .andExpect(content().string(containsString("sparas inte för dagar som gått")));
    told(get("/api/v1/" + town.key() + "/conformance?day=igår"))
        .andExpect(status().isUnprocessableContent());
  }

  @Test
  @Tag("K-4b")
  void knowsNoPartBeyondTheViewersReach() throws Exception {
    for (String page :
        new String[] {
          "/" + town.key() + "/conformance",
          "/api/v1/" + town.key() + "/conformance",
          "/" + town.key() + "/indicators/improvement.actions-in-time"
        }) {
      mvc.perform(get(page + "?unit=" + town.office()).with(town.as(Role.MANAGER)))
          .andExpect(status().isNotFound());
      mvc.perform(get(page + "?body=" + town.executiveBoard()).with(town.as(Role.MANAGER)))
          .andExpect(status().isNotFound());
      mvc.perform(get(page + "?body=" + town.schoolBoard()).with(town.as(Role.MANAGER)))
          .andExpect(status().isOk());
      mvc.perform(get(page + "?unit=" + UUID.randomUUID()).with(town.as(Role.COORDINATOR)))
          .andExpect(status().isNotFound());
    }
  }

  private ResultActions conformance(String query) throws Exception {
    return told(get("/api/v1/" + town.key() + "/conformance" + query)).andExpect(status().isOk());
  }

  private void meeting(UUID body, LocalDate day) {
    town.within(() ->
        sql.insertInto(MEETING)
            .set(MEETING.TENANT_ID, town.tenant().id().value())
            .set(MEETING.ID, Ids.next())
            .set(MEETING.BODY_ID, body)
            .set(MEETING.DAY, day)
            .set(MEETING.PAPERS_DAY, day.minusDays(7))
            .execute());
  }

  private LocalDate due(UUID body, int period) {
    var o = REPORT_OCCURRENCE;
    return town.within(() ->
        sql.select(o.DUE_DAY)
            .from(o)
            .where(o.BODY_ID.eq(body))
            .and(o.PERIOD.eq(period))
            .fetchSingle(o.DUE_DAY));
  }

  private void lead(Integer days) {
    town.within(() -> sql.update(REPORT_DUTY).set(REPORT_DUTY.LEAD_DAYS, days).execute());
  }

  private void change(String duty) throws Exception {
    var found = town.within(() -> sql.selectFrom(REPORT_DUTY).fetchSingle());
    int version =
        town.within(() ->
            sql.select(CLAUSE.VERSION)
                .from(CLAUSE)
                .where(CLAUSE.CLAUSE_ID.eq(found.getClauseId()))
                .orderBy(CLAUSE.VERSION.desc())
                .limit(1)
                .fetchSingle()
                .value1());
    told(json(
                put(
                    "/api/v1/"
                        + town.key()
                        + "/documents/"
                        + found.getDocumentId()
                        + "/clauses/"
                        + found.getClauseId()
                        + "/report-duty"),
                duty)
            .header("If-Match", "\"" + version + "\""))
        .andExpect(status().isOk());
  }

  private ResultActions todo(Role role) throws Exception {
    return mvc.perform(get("/" + town.key() + "/todo").with(town.as(role)))
        .andExpect(status().isOk());
  }

  private UUID reportTo(UUID body) {
    return town.within(() ->
        sql.select(REPORT.ID).from(REPORT).where(REPORT.BODY_ID.eq(body)).fetchOne(REPORT.ID));
  }

  private ResultActions press(String path, String... typed) throws Exception {
    var request = post("/" + town.key() + "/reports" + path).with(csrf());
    for (int at = 0; at < typed.length; at += 2) {
      request.param(typed[at], typed[at + 1]);
    }
    return told(request);
  }

  private ResultActions told(MockHttpServletRequestBuilder request) throws Exception {
    return mvc.perform(request.with(town.as(Role.COORDINATOR)));
  }

  private static MockHttpServletRequestBuilder json(
      MockHttpServletRequestBuilder request, String body) {
    return request.with(csrf()).contentType(MediaType.APPLICATION_JSON).content(body);
  }

  private static String text(ResultActions answer) throws Exception {
    return answer.andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
  }

  private String api(String path) {
    return "/api/v1/" + town.key() + "/reports" + path;
  }
}
