package se.tillit.asset.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.MediaType.APPLICATION_JSON;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static se.tillit.schema.asset.Tables.ASSET_OWNER;
import static se.tillit.schema.audittrail.Tables.ENTRY;
import static se.tillit.schema.organisation.Tables.ASSIGNMENT;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hamcrest.Matchers;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import se.tillit.identity.Role;
import se.tillit.testing.Sheets;
import se.tillit.testing.TillitTest;
import se.tillit.testing.Town;
import se.tillit.testing.Towns;

@TillitTest
class AssetRegisterIT {

  @Autowired Towns towns;
  @Autowired MockMvc mvc;
  @Autowired DSLContext sql;

  @Test
  @Tag("K-4.1.4a")
  @Tag("M-1d")
  void takesUpAnAssetInEveryFormAndShowsItInTheList() throws Exception {
    Town town = towns.found();
    String place = register(town, Role.MANAGER, "Elevakter", town.school(), "26-1");
    mvc.perform(get(place).with(town.as(Role.MANAGER)))
        .andExpect(status().isOk())
        .andExpect(header().string("ETag", "\"0\""))
        .andExpect(jsonPath("$.name").value("Elevakter"))
        .andExpect(jsonPath("$.forms.length()").value(4))
        .andExpect(jsonPath("$.owner.id").value(town.person(Role.MANAGER).toString()))
        .andExpect(jsonPath("$.content.secrecy[0]").value("26-1"));
    mvc.perform(get("/" + town.key() + "/assets").with(town.as(Role.MANAGER)))
        .andExpect(status().isOk())
        .andExpect(content().string(Matchers.containsString("Elevakter")))
        .andExpect(content().string(Matchers.containsString("Ängskolan")));
  }

  @Test
  void showsEachPageOfTheRegister() throws Exception {
    Town town = towns.found();
    UUID id = idOf(register(town, Role.MANAGER, "Närvaro", town.school(), "23-2"));
    for (String page :
        List.of(
            "assets/" + id,
            "assets/" + id + "/edit",
            "assets/" + id + "/owner",
            "assets/" + id + "/carriers",
            "assets/new",
            "assets/map",
            "carriers",
            "carriers/new")) {
      mvc.perform(get("/" + town.key() + "/" + page).with(town.as(Role.MANAGER)))
          .andExpect(status().isOk())
          .andExpect(content().string(Matchers.not(Matchers.containsString("??"))));
    }
  }

  @Test
  void refusesAnAssetWithoutNameOrForm() throws Exception {
    Town town = towns.found();
    mvc.perform(
            post("/" + town.key() + "/assets")
                .with(town.as(Role.MANAGER))
                .with(csrf())
                .param("name", " ")
                .param("description", "Skriven text")
                .param("unit", town.school().toString()))
        .andExpect(status().isUnprocessableContent())
        .andExpect(content().string(Matchers.containsString("Ange ett namn.")))
        .andExpect(content().string(Matchers.containsString("Välj minst en form")))
        .andExpect(content().string(Matchers.containsString("Skriven text")));
  }

  @Test
  void refusesThoseWhoMayOnlyReadAndHidesTheContentFromTheAdministrator() throws Exception {
    Town town = towns.found();
    UUID id = idOf(register(town, Role.MANAGER, "Betyg", town.school()));
    mvc.perform(
            post("/" + town.key() + "/assets/" + id + "/retirement")
                .with(town.as(Role.AUDITOR))
                .with(csrf()))
        .andExpect(status().isForbidden());
    mvc.perform(get("/" + town.key() + "/assets/" + id).with(town.as(Role.ADMINISTRATOR)))
        .andExpect(status().isForbidden());
  }

  @Test
  void hidesWhatLiesOutsideTheViewersUnitsAndTenant() throws Exception {
    Town town = towns.found();
    Town other = towns.found();
    UUID office = idOf(register(town, Role.COORDINATOR, "Avtal", town.office()));
    UUID abroad = idOf(register(other, Role.COORDINATOR, "Hemligt", other.office()));
    mvc.perform(get("/" + town.key() + "/assets/" + office).with(town.as(Role.MANAGER)))
        .andExpect(status().isNotFound());
    mvc.perform(get("/" + town.key() + "/assets/" + abroad).with(town.as(Role.COORDINATOR)))
        .andExpect(status().isNotFound());
    mvc.perform(get("/" + town.key() + "/assets").with(town.as(Role.MANAGER)))
        .andExpect(content().string(Matchers.not(Matchers.containsString("Avtal"))));
  }

  @Test
  @Tag("M-2.1d")
  void leavesItsTrailForChangesAndForReadingWhatIsSecret() throws Exception {
    Town town = towns.found();
    String place = register(town, Role.MANAGER, "Elevhälsa", town.school(), "23-2");
    mvc.perform(get(place).with(town.as(Role.COORDINATOR))).andExpect(status().isOk());
    UUID id = idOf(place);
    var actions =
        town.within(() ->
            sql.select(ENTRY.ACTION)
                .from(ENTRY)
                .where(ENTRY.SUBJECT_ID.eq(id))
                .orderBy(ENTRY.NUMBER)
                .fetch(ENTRY.ACTION));
    assertThat(actions).startsWith("asset.registered").endsWith("asset.read");
  }

  @Test
  void refusesAChangeOfAVersionThatIsNoLongerTheLast() throws Exception {
    Town town = towns.found();
    String place = register(town, Role.MANAGER, "Schema", town.school());
    String body = json("Scheman", town.school());
    mvc.perform(
            put(place)
                .with(town.as(Role.MANAGER))
                .with(csrf())
                .header("If-Match", "\"0\"")
                .contentType(APPLICATION_JSON)
                .content(body))
        .andExpect(status().isOk())
        .andExpect(header().string("ETag", "\"1\""));
    mvc.perform(
            put(place)
                .with(town.as(Role.MANAGER))
                .with(csrf())
                .header("If-Match", "\"0\"")
                .contentType(APPLICATION_JSON)
                .content(body))
        .andExpect(status().isConflict());
  }

  @Test
  @Tag("K-4e")
  @Tag("M-3a")
  void leavesAnAssetVacantTheDayItsOwnerHasLeftAndPutsItOnTheManagersList() throws Exception {
    Town town = towns.found();
    UUID id = idOf(register(town, Role.MANAGER, "Nyckelskåp", town.school()));
    UUID employee = town.person(Role.EMPLOYEE);
    mvc.perform(
            put("/api/v1/" + town.key() + "/assets/" + id + "/owner")
                .with(town.as(Role.MANAGER))
                .with(csrf())
                .contentType(APPLICATION_JSON)
                .content("{\"person\":\"" + employee + "\"}"))
        .andExpect(status().isNoContent());
    assertThat(ownerOf(town, id)).isEqualTo(employee);
    town.within(() ->
        sql.update(ASSIGNMENT)
            .set(
                ASSIGNMENT.TO_DAY,
                LocalDate.now(java.time.ZoneId.of("Europe/Stockholm")).minusDays(1))
            .where(ASSIGNMENT.PERSON_ID.eq(employee))
            .execute());
    assertThat(ownerOf(town, id)).isNull();
    mvc.perform(get("/" + town.key() + "/assets?lacks=owner").with(town.as(Role.MANAGER)))
        .andExpect(content().string(Matchers.containsString("Nyckelskåp")));
  }

  @Test
  @Tag("K-4e")
  void movesTheDutyWhenTheManagerChanges() throws Exception {
    Town town = towns.found();
    UUID id = idOf(register(town, Role.MANAGER, "Matsedlar", town.school()));
    UUID successor = town.person(Role.REGISTRAR);
    town.within(() ->
        sql.update(ASSIGNMENT)
            .set(ASSIGNMENT.PERSON_ID, successor)
            .where(ASSIGNMENT.PERSON_ID.eq(town.person(Role.MANAGER)))
            .execute());
    assertThat(ownerOf(town, id)).isEqualTo(successor);
  }

  @Test
  void confirmsWithOneClick() throws Exception {
    Town town = towns.found();
    UUID id = idOf(register(town, Role.MANAGER, "Frånvaro", town.school()));
    mvc.perform(
            post("/" + town.key() + "/assets/" + id + "/confirmation")
                .with(town.as(Role.MANAGER))
                .with(csrf()))
        .andExpect(status().is3xxRedirection());
    mvc.perform(get("/" + town.key() + "/assets?lacks=confirmation").with(town.as(Role.MANAGER)))
        .andExpect(content().string(Matchers.not(Matchers.containsString("Frånvaro"))));
  }

  @Test
  @Tag("K-2c")
  void locksWhatMayBeSecurityProtectedForAllButTheHeadOfSecurity() throws Exception {
    Town town = towns.found();
    UUID id = idOf(register(town, Role.MANAGER, "Reservkraft", town.school()));
    mvc.perform(
            post("/" + town.key() + "/assets/" + id + "/security-suspicion")
                .with(town.as(Role.EMPLOYEE))
                .with(csrf()))
        .andExpect(status().is3xxRedirection());
    for (Role role : List.of(Role.MANAGER, Role.COORDINATOR)) {
      mvc.perform(get("/" + town.key() + "/assets/" + id).with(town.as(role)))
          .andExpect(status().isNotFound());
    }
    mvc.perform(get("/" + town.key() + "/assets/" + id).with(town.as(Role.HEAD_OF_SECURITY)))
        .andExpect(status().isOk());
    mvc.perform(get("/" + town.key() + "/assets?shelf=locked").with(town.as(Role.HEAD_OF_SECURITY)))
        .andExpect(content().string(Matchers.containsString("Reservkraft")));
  }

  @Test
  void findsByTheBeginningOfAnyWordWithAndWithoutDots() throws Exception {
    Town town = towns.found();
    register(town, Role.MANAGER, "Pärmar med åtgärdsprogram", town.school());
    for (String text : List.of("åtgärd", "atgard", "PÄRM", "med parm")) {
      mvc.perform(get("/" + town.key() + "/assets").param("q", text).with(town.as(Role.MANAGER)))
          .andExpect(content().string(Matchers.containsString("åtgärdsprogram")));
    }
    mvc.perform(get("/" + town.key() + "/assets").param("q", "program").with(town.as(Role.MANAGER)))
        .andExpect(content().string(Matchers.not(Matchers.containsString("åtgärdsprogram"))));
  }

  @Test
  void leadsThroughEveryRowOnceInBothDirectionsOfEverySort() throws Exception {
    Town town = towns.found();
    for (int i = 0; i < 45; i++) {
      register(town, Role.MANAGER, "Tillgång " + i % 40, town.school());
    }
    for (String sort : List.of("name", "-name", "class", "-class", "confirmed", "-confirmed")) {
      var seen = new java.util.ArrayList<String>();
      String after = "";
      do {
        var answer =
            mvc.perform(
                    get("/api/v1/" + town.key() + "/assets?limit=10&sort=" + sort + after)
                        .with(town.as(Role.MANAGER)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        seen.addAll(com.jayway.jsonpath.JsonPath.<List<String>>read(answer, "$.items[*].id"));
        String next = com.jayway.jsonpath.JsonPath.read(answer, "$.next");
        after = next == null ? "" : "&after=" + next;
      } while (!after.isEmpty());
      assertThat(seen).hasSize(45).doesNotHaveDuplicates();
    }
  }

  @Test
  void writesTheSameRowsToSpreadsheets() throws Exception {
    Town town = towns.found();
    register(town, Role.MANAGER, "=HYPERLINK(1)", town.school());
    Sheets sheets = new Sheets(mvc, town, Role.MANAGER);
    String text =
        new String(
            sheets.export("/assets/export?format=csv"), java.nio.charset.StandardCharsets.UTF_8);
    assertThat(text).contains("Ängskolan").doesNotContain("\n=HYPERLINK").contains("HYPERLINK(1)");
    assertThat(sheets.export("/assets/export?q=finns-inte&format=csv"))
        .hasSizeLessThan(text.length());
  }

  private UUID ownerOf(Town town, UUID asset) {
    return town.within(() ->
        sql.select(ASSET_OWNER.OWNER_ID)
            .from(ASSET_OWNER)
            .where(ASSET_OWNER.ASSET_ID.eq(asset))
            .fetchOne(ASSET_OWNER.OWNER_ID));
  }

  private String register(Town town, Role role, String name, UUID unit, String... secrecy)
      throws Exception {
    return mvc.perform(
            post("/api/v1/" + town.key() + "/assets")
                .with(town.as(role))
                .with(csrf())
                .contentType(APPLICATION_JSON)
                .content(json(name, unit, secrecy)))
        .andExpect(status().isCreated())
        .andReturn()
        .getResponse()
        .getHeader("Location");
  }

  private static String json(String name, UUID unit, String... secrecy) {
    String grounds = secrecy.length == 0 ? "" : "\"" + String.join("\",\"", secrecy) + "\"";
    return """
    {"name":"%s","unit":"%s","forms":["digital","paper","media","oral"],
     "personalData":"ordinary","secrecy":[%s]}
    """
        .formatted(name, unit, grounds);
  }

  private static UUID idOf(String place) {
    return UUID.fromString(place.substring(place.lastIndexOf('/') + 1));
  }
}
