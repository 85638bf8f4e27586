package se.tillit.audittrail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static se.tillit.schema.identity.Tables.ACCOUNT;
import static se.tillit.schema.organisation.Tables.ROLE_HOLDING;

import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import se.tillit.identity.Role;
import se.tillit.kernel.Ids;
import se.tillit.testing.TillitTest;
import se.tillit.testing.Town;
import se.tillit.testing.Towns;
import se.tillit.web.Words;

@TillitTest
@Tag("M-2.1d")
class TrailControllerIT {

  @Autowired Towns towns;
  @Autowired Trail trail;
  @Autowired MockMvc mvc;
  @Autowired DSLContext sql;

  private Town town;

  @BeforeEach
  void writeTwo() {
    town = towns.found();
    town.within(
        Role.MANAGER,
        () -> {
          trail.record(
              "asset.registered",
              Subject.of("asset", Ids.next(), "Elevakter"),
              Detail.none().changed("owner", "Åsa", "Örjan"));
          trail.record("identity.account-opened", Subject.of("account", Ids.next(), "Ulla"));
          return null;
        });
  }

  @Test
  void showsWhoDidWhatAndWhatWasThereBefore() throws Exception {
    mvc.perform(get(page("/trail")).with(town.as(Role.AUDITOR)))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("Elevakter")))
        .andExpect(content().string(containsString("<del>Åsa</del> Örjan")));
  }

  @Test
  void hidesContentFromTheAdministrator() throws Exception {
    mvc.perform(get(page("/trail")).with(town.as(Role.ADMINISTRATOR)))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("Ulla")))
        .andExpect(content().string(not(containsString("Elevakter"))));
    mvc.perform(post(page("/trail/export")).with(town.as(Role.ADMINISTRATOR)).with(csrf()))
        .andExpect(status().isForbidden());
  }

  @Test
  void saysCodesInTheModulesOwnWords() throws Exception {
    town.within(
        Role.MANAGER,
        () -> {
          trail.record(
              "incident.reported",
              Subject.of("incident", Ids.next(), "2026-0001"),
              Detail.of("certainty", "suspected").with("personalData", "UNKNOWN"));
          trail.record(
              "improvement.action-opened",
              Subject.of("action", Ids.next(), "Utse en ägare"),
              Detail.of("source", "asset.living-owner"));
          return null;
        });
    mvc.perform(get(page("/trail")).with(town.as(Role.AUDITOR)))
        .andExpect(content().string(containsString("misstänker att något har hänt")))
        .andExpect(content().string(containsString("Inte utrett än")))
        .andExpect(content().string(containsString("Tillgångar som har en ägare")));
  }

  @Test
  void refusesAnEmployeeAndHidesTheOtherTenant() throws Exception {
    mvc.perform(get(page("/trail")).with(town.as(Role.EMPLOYEE))).andExpect(status().isForbidden());
    mvc.perform(get(page("/trail")).with(towns.found().as(Role.AUDITOR)))
        .andExpect(status().isNotFound());
  }

  @Test
  void filtersAndPagesTheResource() throws Exception {
    mvc.perform(get("/api/v1/" + town.key() + "/trail?kind=asset").with(town.as(Role.COORDINATOR)))
        .andExpect(jsonPath("$.items.length()").value(1))
        .andExpect(jsonPath("$.items[0].detail.owner.after").value("Örjan"));
    mvc.perform(get("/api/v1/" + town.key() + "/trail?limit=1").with(town.as(Role.COORDINATOR)))
        .andExpect(jsonPath("$.items[0].action").value("identity.account-opened"))
        .andExpect(jsonPath("$.next").isNotEmpty());
    mvc.perform(get("/api/v1/" + town.key() + "/trail?after=x").with(town.as(Role.COORDINATOR)))
        .andExpect(status().is(422));
  }

  @Test
  void writesAnExportThatSaysThatItWasTaken() throws Exception {
    mvc.perform(post(page("/trail/export")).with(town.as(Role.AUDITOR)).with(csrf()))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("\"action\":\"audittrail.exported\"")))
        .andExpect(content().string(containsString("\nend {")));
  }

  @Test
  void startsAWalkAndShowsItsOutcome() throws Exception {
    mvc.perform(post(page("/trail/verification")).with(town.as(Role.AUDITOR)).with(csrf()))
        .andExpect(status().is3xxRedirection());
    mvc.perform(get(page("/trail/verification")).with(town.as(Role.AUDITOR)))
        .andExpect(status().isOk());
  }

  @Test
  void callsWhatADetailPointsToByItsName() throws Exception {
    var unit = Ids.next();
    town.within(
        Role.MANAGER,
        () -> {
          trail.record("organisation.unit-opened", Subject.of("unit", unit, "Ängskolan"));
          trail.record(
              "asset.moved", Subject.of("asset", Ids.next(), "Elevakter"), Detail.of("unit", unit));
          return null;
        });
    mvc.perform(get(page("/trail?kind=asset")).with(town.as(Role.AUDITOR)))
        .andExpect(content().string(containsString("Ängskolan")));
  }

  @Test
  void saysFieldsAndValuesInWordsAndIdsByName() throws Exception {
    var gone = Ids.next();
    town.within(
        Role.MANAGER,
        () -> {
          trail.record(
              "organisation.duty-given",
              Subject.of("role-holding", Ids.next(), "Örjan"),
              Detail.of("duty", "data-protection-officer")
                  .with("person", town.person(Role.MANAGER))
                  .with("unit", town.school())
                  .with("body", gone)
                  .with("deputy", true));
          trail.record(
              "governingdocument.adopted",
              Subject.of("document", Ids.next(), "Policy"),
              Detail.of("replaces", List.of(town.schools(), town.council())));
          for (String source : List.of("finding", "asset.confirmed")) {
            trail.record(
                "improvement.action-opened",
                Subject.of("action", Ids.next(), "Byt lås"),
                Detail.of("source", source));
          }
          return null;
        });
    String swedish =
        mvc.perform(get(page("/trail")).with(town.as(Role.AUDITOR)))
            .andReturn()
            .getResponse()
            .getContentAsString();
    assertThat(swedish.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " "))
        .contains("uppgift: Dataskyddsombud")
        .contains("person: Åsa manager")
        .contains("enhet: Ängskolan")
        .contains("organ: något utan namn")
        .contains("ersättare: ja")
        .contains("Antog styrdokumentet")
        .contains("källa: Iakttagelse")
        .contains("källa: " + Words.SWEDISH.t("asset.indicator.confirmed.title"))
        .contains("ersätter: Skolförvaltningen, Kommunfullmäktige")
        .doesNotContain(gone.toString());
    sql.update(ACCOUNT)
        .set(ACCOUNT.LANGUAGE, "en")
        .where(ACCOUNT.ID.eq(town.account(Role.AUDITOR)))
        .execute();
    mvc.perform(get(page("/trail")).with(town.as(Role.AUDITOR)))
        .andExpect(content().string(containsString("Adopted the document")))
        .andExpect(content().string(containsString("something without a name")));
  }

  @Test
  void showsContentToThoseOnlyWhoAnswerForAll() throws Exception {
    town.within(() ->
        sql.update(ROLE_HOLDING)
            .set(ROLE_HOLDING.UNIT_ID, town.school())
            .where(ROLE_HOLDING.ROLE.eq("coordinator"))
            .execute());
    mvc.perform(get(page("/trail")).with(town.as(Role.COORDINATOR)))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("Ulla")))
        .andExpect(content().string(not(containsString("Elevakter"))));
    mvc.perform(post(page("/trail/export")).with(town.as(Role.COORDINATOR)).with(csrf()))
        .andExpect(status().isForbidden());
  }

  private String page(String path) {
    return "/" + town.key() + path;
  }
}
