package se.tillit.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static se.tillit.schema.audittrail.Tables.ENTRY;
import static se.tillit.schema.followup.Tables.REPORT;
import static se.tillit.schema.followup.Tables.REPORT_FILE;
import static se.tillit.schema.improvement.Tables.ACTION;

import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
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
import org.springframework.test.web.servlet.result.JsonPathResultMatchers;
import se.tillit.identity.Role;
import se.tillit.job.JobKind;
import se.tillit.kernel.Ids;
import se.tillit.testing.TillitTest;
import se.tillit.testing.Town;
import se.tillit.testing.Towns;

/// Drafts keep what was gathered for them, and their files.
@TillitTest
class ReportDraftIT {

  @Autowired Towns towns;
  @Autowired MockMvc mvc;
  @Autowired DSLContext sql;
  @Autowired DraftingJob drafting;

  private Town town;
  private Policies policies;

  @BeforeEach
  void adoptPolicy() {
    town = towns.found();
    policies = new Policies(sql, town);
    policies.adopt();
  }

  @Test
  @Tag("K-4.1.7c")
  void keepsTheFiguresOfADraftUntilTheyAreAskedForAnew() throws Exception {
    UUID report = draft("annual", town.schoolBoard());
    byte[] first = file(report, ".pdf");
    finding();
    told(get(here() + "/" + report))
        .andExpect(content().string(containsString("Siffrorna hämtades")))
        .andExpect(content().string(not(containsString("Byt lås"))));
    assertThat(file(report, ".pdf")).isEqualTo(first);

    press("/" + report + "/figures").andExpect(status().is3xxRedirection());
    told(get(here() + "/" + report)).andExpect(content().string(containsString("Byt lås")));
    assertThat(file(report, ".pdf")).isNotEqualTo(first);
    assertThat(town.within(() -> sql.fetchCount(ENTRY, ENTRY.ACTION.eq("report.gathered"))))
        .isOne();

    press("/" + report + "/freeze");
    press("/" + report + "/figures").andExpect(status().isUnprocessableContent());
    byte[] frozen = file(report, "/letter.docx");
    press("/" + report + "/delivery");
    assertThat(file(report, "/letter.docx")).isEqualTo(frozen);
  }

  @Test
  @Tag("M-4a")
  void draftsARoundInTheBackgroundWithItsFiles() throws Exception {
    String where = press("", "period", "2025").andReturn().getResponse().getRedirectedUrl();
    assertThat(where).contains("?work=");
    List<Long> done = new ArrayList<>();
    JobKind.Progress progress = (at, total) -> done.add(at);
    town.within(
        Role.COORDINATOR,
        () -> {
          drafting.run("annual 2025 0 12", progress);
          return null;
        });
    assertThat(done).contains(0L, 3L);
    told(get(where)).andExpect(status().isOk());
    assertThat(town.<Integer>within(() -> sql.fetchCount(REPORT_FILE))).isEqualTo(12);
    assertThat(town.<Integer>within(() -> sql.fetchCount(REPORT, REPORT.GATHERED_AT.isNotNull())))
        .isEqualTo(3);
    String job =
        told(post("/api/v1" + here() + "/drafting")
                .with(csrf())
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"kind\":\"annual\",\"period\":2025}"))
            .andExpect(status().isAccepted())
            .andReturn()
            .getResponse()
            .getContentAsString(StandardCharsets.UTF_8);
    told(get("/api/v1" + here() + "/work/" + JsonPath.<String>read(job, "$.id")))
        .andExpect(jsonPath("$.kind").value("followup.draft"));
    mvc.perform(
            post(here() + "/" + reportTo(town.schoolBoard()) + "/figures")
                .with(csrf())
                .with(town.as(Role.ELECTED)))
        .andExpect(status().isForbidden());
  }

  @Test
  @Tag("M-4a")
  @Tag("K-4.1.7c")
  void tellsEachClauseOfTheReportsThatItAsksForItself() throws Exception {
    UUID boards = policies.obligeAlso(4, "Nämnderna får en rapport varje år.", "board");
    policies.obligeAlso(5, "Styrelsen får en rapport varje år.", "executive_board");
    UUID report = draft("annual", town.schoolBoard());
    for (String move : new String[] {"/freeze", "/delivery"}) {
      press("/" + report + move);
    }
    press("/" + report + "/handling", "day", today(), "paragraph", "§ 9");

    told(get("/api/v1/" + town.key() + "/conformance"))
        .andExpect(figure("Nämnderna", "met").value(1))
        .andExpect(figure("Nämnderna", "total").value(1))
        .andExpect(figure("Styrelsen", "met").value(0))
        .andExpect(figure("Styrelsen", "total").value(1));
    String indicator = "/" + town.key() + "/indicators/followup.reports-delivered";
    told(get(indicator)).andExpect(content().string(containsString("2 av 5")));
    told(get(indicator + "?clause=" + boards))
        .andExpect(content().string(containsString("Skolnämnden 2025")))
        .andExpect(content().string(not(containsString("Kommunstyrelsen 2025"))));
  }

  private static JsonPathResultMatchers figure(String text, String of) {
    return jsonPath("$.items[0].clauses[?(@.text =~ /%s.*/)].figures[0].%s".formatted(text, of));
  }

  @Test
  @Tag("M-3g")
  @Tag("M-4d")
  void givesTheDataProtectionOfficerAReportOfItsOwn() throws Exception {
    UUID report = draft("data-protection", town.schoolBoard());
    told(get(here() + "/" + report))
        .andExpect(content().string(containsString("Incidenter med personuppgifter")))
        .andExpect(content().string(containsString("Information med personuppgifter")))
        .andExpect(content().string(not(containsString("Hur organisationen"))));
    assertThat(file(report, ".pdf")).startsWith('%', 'P', 'D', 'F');
    UUID ordinary = draft("annual", town.schoolBoard());
    told(get(here() + "/" + ordinary))
        .andExpect(content().string(not(containsString("Incidenter med personuppgifter"))));
  }

  private UUID draft(String kind, UUID body) throws Exception {
    String address =
        press("", "kind", kind, "period", "2025", "body", body.toString())
            .andExpect(status().is3xxRedirection())
            .andReturn()
            .getResponse()
            .getRedirectedUrl();
    return UUID.fromString(address.substring(address.lastIndexOf('/') + 1));
  }

  private void finding() {
    town.within(() ->
        sql.insertInto(ACTION)
            .set(ACTION.TENANT_ID, town.tenant().id().value())
            .set(ACTION.ID, Ids.next())
            .set(ACTION.TITLE, "Byt lås")
            .set(ACTION.DESCRIPTION, "")
            .set(ACTION.GOAL, "")
            .set(ACTION.COST, "")
            .set(ACTION.UNIT_ID, town.school())
            .set(ACTION.DUE_DAY, LocalDate.of(2026, 1, 1))
            .set(ACTION.PRIORITY, "normal")
            .set(ACTION.STATE, "planned")
            .set(ACTION.CREATED_AT, Instant.EPOCH)
            .execute());
  }

  private UUID reportTo(UUID body) {
    return town.within(() ->
        sql.select(REPORT.ID).from(REPORT).where(REPORT.BODY_ID.eq(body)).fetchOne(REPORT.ID));
  }

  private byte[] file(UUID report, String which) throws Exception {
    return told(get(here() + "/" + report + which))
        .andExpect(status().isOk())
        .andReturn()
        .getResponse()
        .getContentAsByteArray();
  }

  private ResultActions press(String path, String... typed) throws Exception {
    var request = post(here() + path).with(csrf());
    for (int at = 0; at < typed.length; at += 2) {
      request.param(typed[at], typed[at + 1]);
    }
    return told(request);
  }

  private ResultActions told(MockHttpServletRequestBuilder request) throws Exception {
    return mvc.perform(request.with(town.as(Role.COORDINATOR)));
  }

  private static String today() {
    return LocalDate.now(ZoneId.of("Europe/Stockholm")).toString();
  }

  private String here() {
    return "/" + town.key() + "/reports";
  }
}
