package se.tillit.identity.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static se.tillit.schema.audittrail.Tables.ENTRY;

import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import se.tillit.identity.Role;
import se.tillit.testing.TillitTest;
import se.tillit.testing.Town;
import se.tillit.testing.Towns;

/// Tokens that have one of the tenant's own roles.
@TillitTest
class OwnRoleTokenIT {

  @Autowired Towns towns;
  @Autowired MockMvc mvc;
  @Autowired DSLContext sql;

  private Town town;
  private String role;

  @BeforeEach
  void found() throws Exception {
    town = towns.found();
    role = made("asset.read");
  }

  @Test
  void mayWhatTheRoleMayAndNothingElse() throws Exception {
    String secret = issued(role, null);
    with(secret, "/assets").andExpect(status().isOk());
    with(secret, "/actions").andExpect(status().isForbidden());
    mvc.perform(get(page("/tokens")).with(town.as(Role.COORDINATOR)))
        .andExpect(content().string(containsString("Maskinläsare (egen roll)")));
    mvc.perform(get(api("/tokens")).with(town.as(Role.COORDINATOR)))
        .andExpect(jsonPath("$.items[0].ownRole").value("Maskinläsare"))
        .andExpect(jsonPath("$.items[0].role").isEmpty());
    assertThat(
            town.within(() ->
                sql.select(ENTRY.DETAIL)
                    .from(ENTRY)
                    .where(ENTRY.ACTION.eq("identity.token-issued"))
                    .fetchSingle()
                    .value1()
                    .toString()))
        .contains("Maskinläsare");
  }

  @Test
  void reachesNoFurtherThanItsUnit() throws Exception {
    asset(town.school(), "Elevakter");
    asset(town.office(), "Avtal");
    with(issued(role, town.schools()), "/assets")
        .andExpect(jsonPath("$.items.length()").value(1))
        .andExpect(jsonPath("$.items[0].name").value("Elevakter"));
  }

  @Test
  void followsTheRoleAndHoldsItWhileItMayStillCome() throws Exception {
    String secret = issued(role, null);
    mvc.perform(delete(api("/own-roles/" + role)).with(town.as(Role.COORDINATOR)).with(csrf()))
        .andExpect(status().isUnprocessableContent())
        .andExpect(jsonPath("$.code").value("identity.role.in-use-by-tokens"));
    String token =
        JsonPath.read(
            answered(mvc.perform(get(api("/tokens")).with(town.as(Role.COORDINATOR)))),
            "$.items[0].id");
    mvc.perform(delete(api("/tokens/" + token)).with(town.as(Role.COORDINATOR)).with(csrf()))
        .andExpect(status().isNoContent());
    mvc.perform(delete(api("/own-roles/" + role)).with(town.as(Role.COORDINATOR)).with(csrf()))
        .andExpect(status().isNoContent());
    with(secret, "/assets").andExpect(status().isUnauthorized());
    mvc.perform(get(page("/tokens")).with(town.as(Role.COORDINATOR)))
        .andExpect(content().string(containsString("Rollen finns inte längre")));
  }

  @Test
  void isGivenByNobodyBeyondHerOwnAndOfNoOtherTenant() throws Exception {
    issue(Role.ADMINISTRATOR, "own:" + role, null)
        .andExpect(status().isUnprocessableContent())
        .andExpect(jsonPath("$.code").value("identity.token.beyond-own"));
    issue(Role.COORDINATOR, "own:" + UUID.randomUUID(), null)
        .andExpect(jsonPath("$.code").value("identity.token.role-missing"));
    Town other = towns.found();
    mvc.perform(
            post("/api/v1/" + other.key() + "/tokens")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"name\": \"Stulen\", \"role\": \"own:%s\"}".formatted(role))
                .with(other.as(Role.COORDINATOR))
                .with(csrf()))
        .andExpect(jsonPath("$.code").value("identity.token.role-missing"));
    issue(Role.MANAGER, "own:" + role, null).andExpect(status().isForbidden());
  }

  private String made(String permission) throws Exception {
    return JsonPath.read(
        answered(
            mvc.perform(
                    post(api("/own-roles"))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(
                            "{\"name\": \"Maskinläsare\", \"permissions\": [\"%s\"]}"
                                .formatted(permission))
                        .with(town.as(Role.COORDINATOR))
                        .with(csrf()))
                .andExpect(status().isCreated())),
        "$.id");
  }

  private String issued(String wanted, @Nullable UUID unit) throws Exception {
    return JsonPath.read(
        answered(issue(Role.COORDINATOR, "own:" + wanted, unit).andExpect(status().isCreated())),
        "$.token");
  }

  private ResultActions issue(Role by, String wanted, @Nullable UUID unit) throws Exception {
    String where = unit == null ? "null" : "\"" + unit + "\"";
    return mvc.perform(
        post(api("/tokens"))
            .contentType(MediaType.APPLICATION_JSON)
            .content(
                "{\"name\": \"Arkivsystemet\", \"role\": \"%s\", \"unit\": %s, \"days\": 30}"
                    .formatted(wanted, where))
            .with(town.as(by))
            .with(csrf()));
  }

  private void asset(UUID unit, String name) {
    town.within(() ->
        sql.query(
                """
                insert into asset.information_asset (tenant_id, id, name, forms, unit_id, created_at, changed_at)
                values (kernel.current_tenant(), gen_random_uuid(), '%s', array['digital'], '%s', now(), now())
                """
                    .formatted(name, unit))
            .execute());
  }

  private ResultActions with(String secret, String path) throws Exception {
    return mvc.perform(get(api(path)).header("Authorization", "Bearer " + secret));
  }

  private static String answered(ResultActions done) throws Exception {
    return done.andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
  }

  private String page(String path) {
    return "/" + town.key() + path;
  }

  private String api(String path) {
    return "/api/v1/" + town.key() + path;
  }
}
