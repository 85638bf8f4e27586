package se.tillit.identity.role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static se.tillit.schema.audittrail.Tables.ENTRY;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import se.tillit.identity.PermissionCatalogue;
import se.tillit.identity.Role;
import se.tillit.testing.TillitTest;
import se.tillit.testing.Town;
import se.tillit.testing.Towns;
import se.tillit.web.Words;

/// A tenant makes roles of its own out of the permissions that there are.
@TillitTest
class OwnRoleIT {

  @Autowired MockMvc mvc;
  @Autowired Towns towns;
  @Autowired DSLContext sql;
  @Autowired List<PermissionCatalogue> catalogues;

  private Town town;
  private String api;

  @BeforeEach
  void found() {
    town = towns.found();
    api = "/api/v1/" + town.key() + "/own-roles";
  }

  @Test
  void opensToItsHolderWhatItHoldsAndNothingElse() throws Exception {
    String trail = "/api/v1/" + town.key() + "/trail";
    as(Role.ELECTED, get(trail)).andExpect(status().isForbidden());
    String role = made("Granskare", "audittrail.read");
    as(
            Role.COORDINATOR,
            json(post(api + "/" + role + "/holders"), giving(Role.ELECTED, null, null)))
        .andExpect(status().isCreated());
    as(Role.ELECTED, get(trail)).andExpect(status().isOk());
    as(Role.ELECTED, get(api)).andExpect(status().isForbidden());
    as(Role.EMPLOYEE, get(trail)).andExpect(status().isForbidden());
  }

  @Test
  void reachesNoFurtherThanItsUnit() throws Exception {
    String role = made("Registrator", "asset.write", "asset.read");
    String path = "/api/v1/" + town.key() + "/assets";
    as(Role.ELECTED, json(post(path), asset(town.schools()))).andExpect(status().isForbidden());
    as(
            Role.COORDINATOR,
            json(post(api + "/" + role + "/holders"), giving(Role.ELECTED, town.schools(), null)))
        .andExpect(status().isCreated());
    as(Role.ELECTED, json(post(path), asset(town.school()))).andExpect(status().isCreated());
    as(Role.ELECTED, json(post(path), asset(town.office())))
        .andExpect(status().isUnprocessableContent());
  }

  @Test
  void endsAfterItsLastDayAndWhenItIsTakenBack() throws Exception {
    String trail = "/api/v1/" + town.key() + "/trail";
    String role = made("Granskare", "audittrail.read");
    String holders = api + "/" + role + "/holders";
    as(Role.COORDINATOR, json(post(holders), giving(Role.ELECTED, null, "2020-01-01")))
        .andExpect(status().isCreated());
    as(Role.ELECTED, get(trail)).andExpect(status().isForbidden());
    String id =
        id(
            as(Role.COORDINATOR, json(post(holders), giving(Role.ELECTED, null, null)))
                .andExpect(status().isCreated()));
    as(Role.ELECTED, get(trail)).andExpect(status().isOk());
    as(Role.COORDINATOR, delete(holders + "/" + id)).andExpect(status().isNoContent());
    as(Role.ELECTED, get(trail)).andExpect(status().isForbidden());
  }

  @Test
  void holdsNothingThatItsMakerMayNotDoHerself() throws Exception {
    as(Role.ADMINISTRATOR, json(post(api), role("Mer", "asset.write")))
        .andExpect(status().isUnprocessableContent())
        .andExpect(content().string(containsString("permissions")));
    as(Role.COORDINATOR, json(post(api), role("Mer", "identity.account.administer")))
        .andExpect(status().isUnprocessableContent());
    String role = made("Registrator", "asset.write");
    as(
            Role.ADMINISTRATOR,
            json(post(api + "/" + role + "/holders"), giving(Role.ADMINISTRATOR, null, null)))
        .andExpect(status().isUnprocessableContent());
    as(
            Role.ADMINISTRATOR,
            json(put(api + "/" + role), role("Registrator", "asset.write", "asset.import"))
                .header("If-Match", "\"1\""))
        .andExpect(status().isUnprocessableContent());
    as(
            Role.ADMINISTRATOR,
            json(put(api + "/" + role), role("Arkivarie", "asset.write"))
                .header("If-Match", "\"1\""))
        .andExpect(status().isOk());
  }

  @Test
  void refusesWhatIsMissingTakenOrUnknownAndKeepsTheForm() throws Exception {
    made("Granskare", "audittrail.read");
    for (String bad :
        List.of(
            role("", "audittrail.read"),
            role("granskare", "audittrail.read"),
            role("Ingen"),
            role("Fel", "no.such"))) {
      as(Role.COORDINATOR, json(post(api), bad)).andExpect(status().isUnprocessableContent());
    }
    as(
            Role.COORDINATOR,
            post("/" + town.key() + "/own-roles")
                .param("name", "GRANSKARE")
                .param("permissions", "audittrail.read"))
        .andExpect(status().isUnprocessableContent())
        .andExpect(content().string(containsString("value=\"GRANSKARE\"")))
        .andExpect(content().string(containsString("value=\"audittrail.read\" checked")));
  }

  @Test
  void staysWhileSomebodyHasIt() throws Exception {
    String role = made("Granskare", "audittrail.read");
    String holders = api + "/" + role + "/holders";
    String id = id(as(Role.COORDINATOR, json(post(holders), giving(Role.ELECTED, null, null))));
    as(Role.COORDINATOR, delete(api + "/" + role)).andExpect(status().isUnprocessableContent());
    as(Role.COORDINATOR, delete(holders + "/" + id)).andExpect(status().isNoContent());
    as(Role.COORDINATOR, delete(api + "/" + role)).andExpect(status().isNoContent());
    as(Role.COORDINATOR, get(api + "/" + role)).andExpect(status().isNotFound());
  }

  @Test
  void isChangedAgainstTheVersionThatWasRead() throws Exception {
    String role = made("Granskare", "audittrail.read");
    var change = role("Insyn", "audittrail.read", "search.use");
    as(Role.COORDINATOR, json(put(api + "/" + role), change))
        .andExpect(status().isUnprocessableContent());
    as(Role.COORDINATOR, json(put(api + "/" + role), change).header("If-Match", "\"1\""))
        .andExpect(status().isOk())
        .andExpect(header().string("ETag", "\"2\""));
    as(Role.COORDINATOR, json(put(api + "/" + role), change).header("If-Match", "\"1\""))
        .andExpect(status().isConflict());
  }

  @Test
  void beginsAsACopyOfAShippedRole() throws Exception {
    as(Role.COORDINATOR, get("/" + town.key() + "/own-roles/new?copy=auditor"))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("value=\"Revisor, egen\"")))
        .andExpect(content().string(containsString("value=\"audittrail.read\" checked")))
        .andExpect(content().string(not(containsString("value=\"asset.write\" checked"))));
  }

  @Test
  void isNotSeenFromAnotherTenant() throws Exception {
    String role = made("Granskare", "audittrail.read");
    Town other = towns.found();
    String there = "/api/v1/" + other.key() + "/own-roles/" + role;
    mvc.perform(get(there).with(other.as(Role.COORDINATOR))).andExpect(status().isNotFound());
    mvc.perform(get("/" + other.key() + "/own-roles").with(other.as(Role.COORDINATOR)))
        .andExpect(status().isOk())
        .andExpect(content().string(not(containsString("Granskare"))));
  }

  @Test
  void worksAsPagesAndLeavesItsTrail() throws Exception {
    String pages = "/" + town.key() + "/own-roles";
    String place =
        as(
                Role.COORDINATOR,
                post(pages).param("name", "Granskare").param("permissions", "audittrail.read"))
            .andExpect(status().is3xxRedirection())
            .andReturn()
            .getResponse()
            .getRedirectedUrl();
    as(Role.COORDINATOR, post(place + "/holders").param("login", login(Role.ELECTED)))
        .andExpect(redirectedUrl(place));
    as(Role.COORDINATOR, post(place + "/holders").param("login", "ingen-sådan"))
        .andExpect(status().isUnprocessableContent())
        .andExpect(content().string(containsString("value=\"ingen-sådan\"")));
    as(Role.COORDINATOR, get(place)).andExpect(content().string(containsString("Åsa elected")));
    as(Role.COORDINATOR, post(place + "/removal")).andExpect(status().isUnprocessableContent());
    as(Role.COORDINATOR, get(pages)).andExpect(content().string(containsString("Granskare")));
    assertThat(actions()).contains("identity.role-made", "identity.role-given");
  }

  /// Every permission of every module has its words, or nobody could choose it.
  @Test
  void saysEveryPermissionInBothLanguages() {
    var wordless = new ArrayList<String>();
    for (String language : List.of("sv", "en")) {
      Words words = Words.in(language);
      for (PermissionCatalogue catalogue : catalogues) {
        for (String permission : catalogue.permissions().keySet()) {
          String module = permission.substring(0, permission.indexOf('.'));
          for (String key :
              List.of(module + ".permissions", permission.replaceFirst("\\.", ".permission."))) {
            if (!words.knows(key)) {
              wordless.add(key + " in " + language);
            }
          }
        }
      }
    }
    assertThat(wordless).isEmpty();
  }

  private String made(String name, String... permissions) throws Exception {
    return id(
        as(Role.COORDINATOR, json(post(api), role(name, permissions)))
            .andExpect(status().isCreated()));
  }

  private ResultActions as(Role role, MockHttpServletRequestBuilder request) throws Exception {
    return mvc.perform(request.with(town.as(role)).with(csrf()));
  }

  private static MockHttpServletRequestBuilder json(
      MockHttpServletRequestBuilder request, String body) {
    return request.contentType(MediaType.APPLICATION_JSON).content(body);
  }

  private static String role(String name, String... permissions) {
    String listed = permissions.length == 0 ? "" : "\"" + String.join("\",\"", permissions) + "\"";
    return "{\"name\":\"%s\",\"permissions\":[%s]}".formatted(name, listed);
  }

  private String giving(Role to, UUID unit, String until) {
    return "{\"login\":\"%s\",\"unit\":\"%s\",\"until\":\"%s\"}"
        .formatted(login(to), unit == null ? "" : unit, until == null ? "" : until);
  }

  /// A town's accounts sign in by their id.
  private String login(Role role) {
    return town.account(role).toString();
  }

  private static String asset(UUID unit) {
    return "{\"name\":\"Elevakter\",\"unit\":\"%s\",\"forms\":[\"paper\"]}".formatted(unit);
  }

  private static String id(ResultActions answer) throws Exception {
    String body = answer.andReturn().getResponse().getContentAsString();
    return body.replaceAll("(?s).*?\"id\":\"([0-9a-f-]{36})\".*", "$1");
  }

  private List<String> actions() {
    return town.within(() -> sql.select(ENTRY.ACTION).from(ENTRY).fetch(ENTRY.ACTION));
  }
}
