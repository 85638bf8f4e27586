package se.tillit.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static se.tillit.schema.followup.Tables.REPORT;
import static se.tillit.schema.improvement.Tables.ACTION;
import static se.tillit.schema.indicator.Tables.CURRENT_FIGURE;

import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import se.tillit.identity.Role;
import se.tillit.kernel.Ids;
import se.tillit.testing.TillitTest;
import se.tillit.testing.Town;
import se.tillit.testing.Towns;

@TillitTest
class ReportIT {

  @Autowired Towns towns;
  @Autowired MockMvc mvc;
  @Autowired DSLContext sql;

  private Town town;

  @BeforeEach
  void adoptPolicy() {
    town = towns.found();
    new Policies(sql, town).adopt();
  }

  @Test
  @Tag("K-4.1.7c")
  @Tag("M-4a")
  @Tag("M-3c")
  void keepsTheDutyToReportOnlyWhenEachBoardHasHandledItsOwn() throws Exception {
    press("", "period", "2025").andExpect(status().is3xxRedirection());
    press("", "period", "2025").andExpect(status().is3xxRedirection());
    assertThat(town.<Integer>within(() -> sql.fetchCount(REPORT))).isEqualTo(3);
    UUID report = reportTo(town.schoolBoard());

    press("/" + report, "summary", "Vi står bättre än i fjol.", "reference", "SN 2026/12")
        .andExpect(status().is3xxRedirection());
    press("/" + report + "/handling", "day", "2026-03-01", "paragraph", "§ 9")
        .andExpect(status().isUnprocessableContent());
    press("/" + report + "/freeze").andExpect(status().is3xxRedirection());
    press("/" + report, "summary", "För sent").andExpect(status().isUnprocessableContent());
    press("/" + report + "/delivery").andExpect(status().is3xxRedirection());
    assertThat(handled()).isZero();
    press("/" + report + "/handling", "day", "", "paragraph", "§ 9")
        .andExpect(status().isUnprocessableContent());
    press("/" + report + "/handling", "day", today(), "paragraph", "§ 9")
        .andExpect(status().is3xxRedirection());

    assertThat(handled()).isEqualTo(1);
    mvc.perform(get(here() + "/" + report).with(town.as(Role.ELECTED)))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("§ 9")));
  }

  @Test
  @Tag("K-4.1.7c")
  void givesTheArchiveAndTheSecretaryTheirFiles() throws Exception {
    press("", "period", "2025", "body", town.executiveBoard().toString());
    UUID report = reportTo(town.executiveBoard());
    press("/" + report, "summary", "Åtta å, två ö & <tecken>.");
    press("/" + report + "/freeze");

    for (String file : new String[] {"", "/letter"}) {
      byte[] pdf = file(report + file + ".pdf");
      assertThat(valid(pdf, PDFAFlavour.PDFA_2_A)).isTrue();
      assertThat(valid(pdf, PDFAFlavour.PDFUA_1)).isTrue();
      try (var opened = Loader.loadPDF(pdf)) {
        assertThat(new PDFTextStripper().getText(opened)).contains("Åtta å, två ö & <tecken>.");
      }
      try (var word = new XWPFDocument(new ByteArrayInputStream(file(report + file + ".docx")))) {
        assertThat(word.getParagraphs()).anyMatch(it -> "Title".equals(it.getStyle()));
      }
    }
    assertThat(file(report + ".pdf")).isEqualTo(file(report + ".pdf"));
  }

  @Test
  @Tag("K-4.1.7c")
  void keepsWhatOtherModulesToldOnTheDayItWasFrozen() throws Exception {
    UUID late = action(LocalDate.of(2026, 1, 1));
    press("", "period", "2025", "body", town.schoolBoard().toString());
    UUID report = reportTo(town.schoolBoard());
    press("/" + report + "/freeze");
    town.within(() -> sql.deleteFrom(ACTION).where(ACTION.ID.eq(late)).execute());

    for (String language : new String[] {"Byt lås", "De mest försenade åtgärderna"}) {
      mvc.perform(get(here() + "/" + report).with(town.as(Role.COORDINATOR)))
          .andExpect(content().string(containsString(language)));
      try (var opened = Loader.loadPDF(file(report + ".pdf"))) {
        assertThat(new PDFTextStripper().getText(opened)).contains(language);
      }
    }
  }

  private UUID action(LocalDate due) {
    return town.within(() -> {
      UUID id = Ids.next();
      sql.insertInto(ACTION)
          .set(ACTION.TENANT_ID, town.tenant().id().value())
          .set(ACTION.ID, id)
          .set(ACTION.TITLE, "Byt lås")
          .set(ACTION.DESCRIPTION, "")
          .set(ACTION.GOAL, "")
          .set(ACTION.COST, "")
          .set(ACTION.UNIT_ID, town.school())
          .set(ACTION.DUE_DAY, due)
          .set(ACTION.PRIORITY, "normal")
          .set(ACTION.STATE, "planned")
          .set(ACTION.CREATED_AT, Instant.EPOCH)
          .execute();
      return id;
    });
  }

  @Test
  void refusesTheWrongRoleAndHidesTheOtherTenant() throws Exception {
    press("", "period", "2025");
    UUID report = reportTo(town.executiveBoard());
    Town other = towns.found();

    mvc.perform(get(here()).with(town.as(Role.MANAGER))).andExpect(status().isForbidden());
    mvc.perform(post(here()).param("period", "2025").with(csrf()).with(town.as(Role.ELECTED)))
        .andExpect(status().isForbidden());
    mvc.perform(get(here() + "/" + report + ".pdf").with(town.as(Role.ELECTED)))
        .andExpect(status().isNotFound());
    mvc.perform(get(here() + "/" + report).with(other.as(Role.COORDINATOR)))
        .andExpect(status().isNotFound());
    mvc.perform(get("/" + other.key() + "/reports/" + report).with(other.as(Role.COORDINATOR)))
        .andExpect(status().isNotFound());
  }

  private int handled() throws Exception {
    mvc.perform(get("/" + town.key() + "/conformance").with(town.as(Role.COORDINATOR)));
    return town.within(() ->
        sql.select(org.jooq.impl.DSL.sum(CURRENT_FIGURE.MET))
            .from(CURRENT_FIGURE)
            .where(CURRENT_FIGURE.INDICATOR.eq("followup.reports-delivered"))
            .fetchOne(0, int.class));
  }

  private UUID reportTo(UUID body) {
    return town.within(() ->
        sql.select(REPORT.ID).from(REPORT).where(REPORT.BODY_ID.eq(body)).fetchOne(REPORT.ID));
  }

  private ResultActions press(String path, String... typed) throws Exception {
    var request = post(here() + path).with(csrf()).with(town.as(Role.COORDINATOR));
    for (int at = 0; at < typed.length; at += 2) {
      request.param(typed[at], typed[at + 1]);
    }
    return mvc.perform(request);
  }

  private byte[] file(String path) throws Exception {
    return mvc.perform(get(here() + "/" + path).with(town.as(Role.COORDINATOR)))
        .andExpect(status().isOk())
        .andReturn()
        .getResponse()
        .getContentAsByteArray();
  }

  private static boolean valid(byte[] pdf, PDFAFlavour flavour) throws Exception {
    VeraGreenfieldFoundryProvider.initialise();
    try (var parser =
        Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour)) {
      return Foundries.defaultInstance()
          .createValidator(flavour, false)
          .validate(parser)
          .isCompliant();
    }
  }

  private static String today() {
    return java.time.LocalDate.now(java.time.ZoneId.of("Europe/Stockholm")).toString();
  }

  private String here() {
    return "/" + town.key() + "/reports";
  }
}
