package se.tillit.incident.handling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static se.tillit.schema.audittrail.Tables.ENTRY;
import static se.tillit.schema.incident.Tables.INCIDENT;
import static se.tillit.schema.notification.Tables.NOTICE;
import static se.tillit.schema.organisation.Tables.ROLE_HOLDING;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import se.tillit.audittrail.TrailExport;
import se.tillit.identity.Role;
import se.tillit.improvement.Actions;
import se.tillit.improvement.NewAction;
import se.tillit.improvement.Priority;
import se.tillit.incident.Reports;
import se.tillit.testing.TillitTest;
import se.tillit.testing.Town;
import se.tillit.testing.Towns;

@TillitTest
class QuarantineIT {

  private static final String TEXT = "Skyddsobjektets ritningar mejlades till fel entreprenör";

  @Autowired Towns towns;
  @Autowired MockMvc mvc;
  @Autowired DSLContext sql;
  @Autowired Actions actions;
  @Autowired TrailExport export;

  private Town town;
  private Reports reports;
  private UUID id;

  @BeforeEach
  void report() throws Exception {
    town = towns.found();
    reports = new Reports(mvc, town);
    reports.report("key-1", TEXT, "yes");
    id = reports.first();
  }

  @Test
  @Tag("K-2c")
  void takesASpillOutOfSearchListExportAndInboxes() throws Exception {
    for (Role role : List.of(Role.COORDINATOR, Role.DATA_PROTECTION_OFFICER)) {
      finds("ritningar", role, id);
      assertThat(inbox(role)).contains("Incident " + reference());
    }
    assertThat(exported()).isEqualTo(1);
    suspect();
    for (Role role : List.of(Role.COORDINATOR, Role.DATA_PROTECTION_OFFICER)) {
      assertThat(found("ritningar", role)).doesNotContain(id.toString());
      assertThat(found(reference(), role)).doesNotContain(id.toString());
      assertThat(inbox(role)).doesNotContain(reference());
      assertThat(reports.text(reports.page("/todo"), role)).doesNotContain(reference());
    }
    assertThat(exported()).isZero();
    assertThat(reports.text("/api/v1/" + town.key() + "/incidents?state=all", Role.COORDINATOR))
        .doesNotContain(reference());
    assertThat(inbox(Role.SECURITY_PROTECTION_OFFICER)).contains(reference());
    assertThat(inbox(Role.HEAD_OF_SECURITY)).doesNotContain(reference());
  }

  @Test
  void hidesTheActionsThatWereWrittenFromItAndShowsThemWhenItIsReleased() throws Exception {
    UUID action = openAction();
    String path = "/actions/" + action;
    mvc.perform(reports.get(path, Role.COORDINATOR)).andExpect(status().isOk());
    finds("entreprenörens", Role.COORDINATOR, action);
    assertThat(inbox(Role.MANAGER)).contains("entreprenörens");
    suspect();
    mvc.perform(reports.get(path, Role.COORDINATOR)).andExpect(status().isNotFound());
    assertThat(reports.text(reports.page("/actions?which=all"), Role.COORDINATOR))
        .doesNotContain("entreprenörens");
    assertThat(found("entreprenörens", Role.COORDINATOR)).doesNotContain(action.toString());
    assertThat(inbox(Role.MANAGER)).doesNotContain("entreprenörens");
    release();
    mvc.perform(reports.get(path, Role.COORDINATOR)).andExpect(status().isOk());
    assertThat(inbox(Role.COORDINATOR)).contains(reference());
    finds("ritningar", Role.COORDINATOR, id);
  }

  @Test
  @Tag("M-2.1d")
  void keepsFromReadersWhatTheTrailHadSaidAndShowsThatItWasSealed() throws Exception {
    UUID action = openAction();
    for (Role role : List.of(Role.COORDINATOR, Role.AUDITOR)) {
      assertThat(trail(role)).contains("entreprenörens", action.toString());
    }
    suspect();
    for (Role role : List.of(Role.COORDINATOR, Role.AUDITOR, Role.HEAD_OF_SECURITY)) {
      assertThat(trail(role))
          .doesNotContain("entreprenörens")
          .doesNotContain("incident.reported")
          .contains("incident.quarantined", "improvement.sealed");
      assertThat(reports.text(reports.page("/trail"), role)).doesNotContain("entreprenörens");
    }
    mvc.perform(reports.submit("/trail/export", Role.AUDITOR))
        .andExpect(status().isUnprocessableContent());
    var whole = new ByteArrayOutputStream();
    town.within(() -> export.write(whole));
    assertThat(whole.toString(StandardCharsets.UTF_8)).contains("entreprenörens");
    release();
    assertThat(trail(Role.AUDITOR)).contains("entreprenörens");
    mvc.perform(reports.submit("/trail/export", Role.AUDITOR)).andExpect(status().isOk());
  }

  private String trail(Role role) throws Exception {
    return reports.text("/api/v1/" + town.key() + "/trail?limit=200", role);
  }

  @Test
  void leavesNoNoticeThatLeadsNowhere() throws Exception {
    suspect();
    List<String> paths = town.within(() -> sql.select(NOTICE.PATH).from(NOTICE).fetch(NOTICE.PATH));
    assertThat(paths).containsExactly("/incidents/protected/" + id);
  }

  @Test
  @Tag("K-2c")
  void tellsTheHeadOfSecurityWhereNobodyAnswersForProtectiveSecurityThere() throws Exception {
    town.within(() ->
        sql.update(ROLE_HOLDING)
            .set(ROLE_HOLDING.LEGAL_ENTITY_ID, town.company())
            .where(ROLE_HOLDING.ROLE.eq(Role.SECURITY_PROTECTION_OFFICER.key()))
            .execute());
    suspect();
    assertThat(inbox(Role.HEAD_OF_SECURITY)).contains(reference());
    mvc.perform(reports.get("/incidents/protected/" + id, Role.SECURITY_PROTECTION_OFFICER))
        .andExpect(status().isNotFound());
    assertThat(reports.text(reports.page("/incidents/protected"), Role.SECURITY_PROTECTION_OFFICER))
        .doesNotContain(reference());
  }

  @Test
  @Tag("K-2c")
  void isConfirmedWithItsWordsHiddenAndSaysWhomToAsk() throws Exception {
    suspect();
    String path = "/incidents/protected/" + id;
    assertThat(reports.text(reports.page(path), Role.SECURITY_PROTECTION_OFFICER))
        .contains("Rapporterad av", "Åsa employee", "Bekräfta säkerhetsskydd")
        .doesNotContain("ritningar");
    mvc.perform(
            reports
                .submit(path + "/confirmation", Role.SECURITY_PROTECTION_OFFICER)
                .param("version", "1"))
        .andExpect(status().is3xxRedirection());
    assertThat(reports.text(reports.page(path), Role.SECURITY_PROTECTION_OFFICER))
        .contains("Bekräftat säkerhetsskydd")
        .doesNotContain("ritningar");
    mvc.perform(reports.get("/incidents/" + id, Role.COORDINATOR)).andExpect(status().isNotFound());
    mvc.perform(
            reports
                .submit(path + "/confirmation", Role.SECURITY_PROTECTION_OFFICER)
                .param("version", "2"))
        .andExpect(status().isUnprocessableContent());
    Integer told =
        town.within(() -> sql.fetchCount(ENTRY, ENTRY.ACTION.eq("incident.protected-confirmed")));
    assertThat(told).isEqualTo(1);
  }

  @Test
  @Tag("K-2c")
  void hidesWhatItsReporterSaysYesToAfterwards() throws Exception {
    mvc.perform(
            reports
                .submit("/incidents", Role.EMPLOYEE)
                .param("key", "key-1")
                .param("security", "yes"))
        .andExpect(status().is3xxRedirection());
    mvc.perform(reports.get("/incidents/" + id, Role.COORDINATOR)).andExpect(status().isNotFound());
    assertThat(inbox(Role.SECURITY_PROTECTION_OFFICER)).contains(reference());
    mvc.perform(reports.form("key-1", TEXT, "no")).andExpect(status().isUnprocessableContent());
  }

  private UUID openAction() {
    return town.within(
        Role.COORDINATOR,
        () ->
            actions.open(
                new NewAction(
                    "Hämta hem entreprenörens kopior",
                    "",
                    new NewAction.Source("incident", id, reference(), "/incidents/" + id),
                    NewAction.Place.unit(town.school()),
                    NewAction.Hands.MANAGER,
                    LocalDate.of(2030, 1, 1),
                    Priority.HIGH)));
  }

  private void suspect() throws Exception {
    mvc.perform(reports.submit("/incidents/" + id + "/security-suspicion", Role.COORDINATOR))
        .andExpect(status().is3xxRedirection());
  }

  private void release() throws Exception {
    mvc.perform(
            reports
                .submit("/incidents/protected/" + id + "/release", Role.HEAD_OF_SECURITY)
                .param("version", "1")
                .param("reason", "Ritningarna är offentliga"))
        .andExpect(status().is3xxRedirection());
  }

  /// The first search of a town begins its index, which is whole a moment later.
  private void finds(String words, Role role, UUID record) throws Exception {
    String found = "";
    for (int i = 0; i < 100 && !found.contains(record.toString()); i++) {
      Thread.sleep(i == 0 ? 0 : 200);
      found = found(words, role);
    }
    assertThat(found).contains(record.toString());
  }

  private String found(String words, Role role) throws Exception {
    return reports.text("/api/v1/" + town.key() + "/search?q=" + words, role);
  }

  private String inbox(Role role) throws Exception {
    return reports.text(reports.page("/inbox"), role);
  }

  private int exported() throws Exception {
    byte[] file =
        mvc.perform(reports.get("/incidents.xlsx?state=all", Role.COORDINATOR))
            .andReturn()
            .getResponse()
            .getContentAsByteArray();
    try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(file))) {
      return workbook.getFirstSheet().read().size() - 1;
    }
  }

  private String reference() {
    return town.within(() ->
        sql.select(INCIDENT.REFERENCE)
            .from(INCIDENT)
            .where(INCIDENT.ID.eq(id))
            .fetchSingle()
            .value1());
  }
}
