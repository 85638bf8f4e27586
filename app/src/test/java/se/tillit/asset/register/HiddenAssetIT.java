package se.tillit.asset.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.http.MediaType.APPLICATION_JSON;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static se.tillit.schema.asset.Tables.INFORMATION_ASSET;
import static se.tillit.schema.audittrail.Tables.ENTRY;
import static se.tillit.schema.organisation.Tables.ROLE_HOLDING;
import static se.tillit.schema.organisation.Tables.UNIT_ANCESTOR;
import static se.tillit.schema.organisation.Tables.UNIT_PERIOD;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import se.tillit.identity.Role;
import se.tillit.improvement.Actions;
import se.tillit.improvement.NewAction;
import se.tillit.improvement.Priority;
import se.tillit.testing.Sheets;
import se.tillit.testing.TillitTest;
import se.tillit.testing.Town;
import se.tillit.testing.Towns;

/// What must be out of sight, and what must not fall out of it.
@TillitTest
class HiddenAssetIT {

  @Autowired Towns towns;
  @Autowired MockMvc mvc;
  @Autowired DSLContext sql;
  @Autowired Actions actions;

  @Test
  @Tag("K-2c")
  void whatIsWrittenOfALockedAssetGoesOutOfSightWithIt() throws Exception {
    Town town = towns.found();
    UUID id = register(town, "Reservkraft", town.school());
    open(town, id);
    reads(town, Role.COORDINATOR, "/actions").andExpect(content().string(containsString("Diesel")));
    reads(town, Role.COORDINATOR, "/trail")
        .andExpect(content().string(containsString("Reservkraft")));
    change(town, Role.EMPLOYEE, "/assets/" + id + "/security-suspicion");
    reads(town, Role.COORDINATOR, "/actions")
        .andExpect(content().string(not(containsString("Diesel"))));
    reads(town, Role.COORDINATOR, "/trail")
        .andExpect(content().string(not(containsString("Reservkraft"))))
        .andExpect(content().string(not(containsString("Diesel"))))
        .andExpect(content().string(not(containsString("Vid elverket"))));
    reads(town, Role.HEAD_OF_SECURITY, "/trail?subject=" + id)
        .andExpect(content().string(containsString("Vid elverket")));
    change(town, Role.HEAD_OF_SECURITY, "/assets/" + id + "/security-suspicion/end");
    reads(town, Role.COORDINATOR, "/actions").andExpect(content().string(containsString("Diesel")));
    reads(town, Role.COORDINATOR, "/trail?subject=" + id)
        .andExpect(content().string(containsString("Vid elverket")));
  }

  @Test
  @Tag("K-2c")
  void aHeadOfSecuritySeesLockedAssetsWhereHerDutyReaches() throws Exception {
    Town town = towns.found();
    UUID id = register(town, "Reservkraft", town.school());
    change(town, Role.EMPLOYEE, "/assets/" + id + "/security-suspicion");
    town.within(() ->
        sql.update(ROLE_HOLDING)
            .set(ROLE_HOLDING.UNIT_ID, town.office())
            .where(ROLE_HOLDING.ROLE.eq("head-of-security"))
            .execute());
    mvc.perform(get("/" + town.key() + "/assets/" + id).with(town.as(Role.HEAD_OF_SECURITY)))
        .andExpect(status().isNotFound());
    reads(town, Role.HEAD_OF_SECURITY, "/assets?shelf=locked")
        .andExpect(content().string(not(containsString("Reservkraft"))));
  }

  @Test
  @Tag("K-4e")
  void aUnitDoesNotCloseAroundItsAssets() throws Exception {
    Town town = towns.found();
    UUID unit = town.addUnit(town.schoolBoard(), town.schools(), "Lilla skolan");
    UUID asset = register(town, "Fritidslistor", unit);
    closing(town, unit)
        .andExpect(status().isUnprocessableContent())
        .andExpect(jsonPath("$.code").value("asset.unit-keeps"));
    change(town, Role.COORDINATOR, "/assets/" + asset + "/retirement");
    closing(town, unit).andExpect(status().isOk());
  }

  @Test
  @Tag("K-4e")
  void whatAnImportLeftInAClosedUnitStandsAsVacantAndInTheSpreadsheet() throws Exception {
    Town town = towns.found();
    UUID unit = town.addUnit(town.schoolBoard(), town.schools(), "Lilla skolan");
    register(town, "Fritidslistor", unit);
    LocalDate gone = LocalDate.of(2021, 1, 1);
    town.within(() -> {
      sql.update(UNIT_PERIOD)
          .set(UNIT_PERIOD.TO_DAY, gone)
          .where(UNIT_PERIOD.UNIT_ID.eq(unit))
          .execute();
      return sql.update(UNIT_ANCESTOR)
          .set(UNIT_ANCESTOR.TO_DAY, gone)
          .where(UNIT_ANCESTOR.UNIT_ID.eq(unit))
          .execute();
    });
    reads(town, Role.COORDINATOR, "/assets?lacks=owner")
        .andExpect(content().string(containsString("Fritidslistor")));
    reads(town, Role.COORDINATOR, "/todo").andExpect(content().string(containsString("Fritidsl")));
    byte[] sheet = new Sheets(mvc, town, Role.COORDINATOR).export("/assets/export?format=csv");
    assertThat(new String(sheet, StandardCharsets.UTF_8)).contains("Fritidslistor");
  }

  @Test
  @Tag("M-2.1d")
  void takingTheRegisterOutLeavesItsMarkWithWhatWasSecret() throws Exception {
    Town town = towns.found();
    register(town, "Matsedlar", town.school());
    UUID secret = register(town, "Elevhälsa", town.school());
    town.within(() ->
        sql.update(INFORMATION_ASSET)
            .set(INFORMATION_ASSET.SECRECY, new String[] {"23-2"})
            .where(INFORMATION_ASSET.ID.eq(secret))
            .execute());
    new Sheets(mvc, town, Role.MANAGER).export("/assets/export?format=csv&q=e");
    String detail =
        town.within(() ->
            sql.select(ENTRY.DETAIL)
                .from(ENTRY)
                .where(ENTRY.ACTION.eq("asset.exported"))
                .fetchSingle()
                .value1());
    assertThat(detail).contains("q=e").contains(secret.toString()).contains("\"count\"");
  }

  private void open(Town town, UUID asset) {
    town.within(() ->
        actions.open(
            new NewAction(
                "Diesel för två dygn",
                "",
                new NewAction.Source("asset", asset, "Reservkraft", "/assets/" + asset),
                NewAction.Place.unit(town.school()),
                NewAction.Hands.MANAGER,
                LocalDate.of(2099, 1, 1),
                Priority.NORMAL)));
  }

  private ResultActions closing(Town town, UUID unit) throws Exception {
    return mvc.perform(
        post("/api/v1/" + town.key() + "/units/" + unit + "/closure")
            .header("If-Match", "\"0\"")
            .with(town.as(Role.COORDINATOR))
            .with(csrf()));
  }

  private ResultActions reads(Town town, Role role, String path) throws Exception {
    return mvc.perform(get("/" + town.key() + path).with(town.as(role))).andExpect(status().isOk());
  }

  private void change(Town town, Role role, String path) throws Exception {
    mvc.perform(post("/" + town.key() + path).with(town.as(role)).with(csrf()))
        .andExpect(status().is3xxRedirection());
  }

  private UUID register(Town town, String name, UUID unit) throws Exception {
    String place =
        mvc.perform(
                post("/api/v1/" + town.key() + "/assets")
                    .with(town.as(Role.COORDINATOR))
                    .with(csrf())
                    .contentType(APPLICATION_JSON)
                    .content(
                        """
                        {"name":"%s","unit":"%s","description":"Vid elverket","forms":["paper"],
                         "personalData":"ordinary","secrecy":[]}
                        """
                            .formatted(name, unit)))
            .andExpect(status().isCreated())
            .andReturn()
            .getResponse()
            .getHeader("Location");
    return UUID.fromString(place.substring(place.lastIndexOf('/') + 1));
  }
}
