package se.tillit.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static se.tillit.schema.audittrail.Tables.ENTRY;
import static se.tillit.schema.identity.Tables.ACCOUNT;
import static se.tillit.schema.organisation.Tables.PERSON;

import java.util.List;
import java.util.UUID;
import org.hamcrest.Matchers;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionTemplate;
import se.tillit.identity.account.Failures;
import se.tillit.kernel.Acting;
import se.tillit.kernel.Actor;
import se.tillit.testing.TillitTest;
import se.tillit.testing.Town;
import se.tillit.testing.Towns;

@TillitTest
class AccountIT {

  @Autowired MockMvc mvc;
  @Autowired Towns towns;
  @Autowired DSLContext sql;
  @Autowired Failures failures;
  @Autowired Tenants tenants;
  @Autowired TransactionTemplate transaction;

  @Test
  void keepsSettingsAndGoesNowhereElse() throws Exception {
    Town town = towns.found();
    mvc.perform(settings("light", "https://elsewhere.example").with(town.as(Role.MANAGER)))
        .andExpect(redirectedUrl("/account"));
    mvc.perform(settings("light", "//elsewhere.example").with(town.as(Role.MANAGER)))
        .andExpect(redirectedUrl("/account"));
    mvc.perform(settings("pink", "/account").with(town.as(Role.MANAGER)))
        .andExpect(status().isUnprocessableContent());
    mvc.perform(get("/account").with(town.as(Role.MANAGER)))
        .andExpect(content().string(Matchers.containsString("data-color-scheme=\"light\"")));
  }

  @Test
  void issuesATokenThatWorksUntilItIsRevoked() throws Exception {
    Town town = towns.found();
    String path = "/api/v1/" + town.key() + "/tokens";
    String answer =
        mvc.perform(
                post(path)
                    .contentType(MediaType.APPLICATION_JSON)
                    .content(
                        "{\"name\":\"Personalsystemet\",\"role\":\"administrator\",\"days\":30}")
                    .with(town.as(Role.ADMINISTRATOR))
                    .with(csrf()))
            .andExpect(status().isCreated())
            .andReturn()
            .getResponse()
            .getContentAsString();
    String secret = answer.replaceAll(".*(tillit_[\\w-]+).*", "$1");
    mvc.perform(get(path).header("Authorization", "Bearer " + secret)).andExpect(status().isOk());
    UUID id =
        town.within(() ->
            sql.fetchSingle(
                    "select id from identity.api_token where tenant_id = kernel.current_tenant()")
                .get(0, UUID.class));
    mvc.perform(delete(path + "/" + id).with(town.as(Role.ADMINISTRATOR)).with(csrf()))
        .andExpect(status().isNoContent());
    mvc.perform(get(path).header("Authorization", "Bearer " + secret))
        .andExpect(status().isUnauthorized());
    assertThat(actions(town)).contains("identity.token-issued", "identity.token-revoked");
  }

  @Test
  void refusesATokenThatCouldDoMoreThanItsIssuer() throws Exception {
    Town town = towns.found();
    mvc.perform(token(town, "administrator", "30").with(town.as(Role.COORDINATOR)))
        .andExpect(status().isUnprocessableContent());
    mvc.perform(token(town, "administrator", "400").with(town.as(Role.ADMINISTRATOR)))
        .andExpect(status().isUnprocessableContent());
    mvc.perform(token(town, "administrator", "30").with(town.as(Role.MANAGER)))
        .andExpect(status().isForbidden());
  }

  @Test
  void letsNoTokenIntoAnotherTenant() throws Exception {
    Town town = towns.found();
    Town other = towns.found();
    String page =
        mvc.perform(token(town, "administrator", "30").with(town.as(Role.ADMINISTRATOR)))
            .andExpect(status().isCreated())
            .andReturn()
            .getResponse()
            .getContentAsString();
    String secret = page.replaceAll("(?s).*(tillit_[\\w-]{43}).*", "$1");
    mvc.perform(
            get("/api/v1/" + town.key() + "/accounts").header("Authorization", "Bearer " + secret))
        .andExpect(status().isOk());
    mvc.perform(
            get("/api/v1/" + other.key() + "/accounts").header("Authorization", "Bearer " + secret))
        .andExpect(status().isNotFound());
  }

  @Test
  void closesAWayInAtOnceAndOpensItAgain() throws Exception {
    Town town = towns.found();
    String accounts = "/" + town.key() + "/accounts/" + town.account(Role.MANAGER);
    mvc.perform(post(accounts + "/closing").with(town.as(Role.ADMINISTRATOR)).with(csrf()))
        .andExpect(status().is3xxRedirection());
    mvc.perform(get("/" + town.key()).with(town.as(Role.MANAGER))).andExpect(status().isNotFound());
    mvc.perform(post(accounts + "/opening").with(town.as(Role.ADMINISTRATOR)).with(csrf()));
    mvc.perform(get("/" + town.key()).with(town.as(Role.MANAGER)))
        .andExpect(redirectedUrl("/" + town.key() + "/todo"));
    assertThat(actions(town)).contains("identity.account-closed", "identity.account-opened");
  }

  @Test
  @Tag("M-4a")
  void showsAndOpensAnAccountThatIsShutWhereItWasGuessed() throws Exception {
    Town town = towns.found();
    String login =
        sql.select(ACCOUNT.LOGIN)
            .from(ACCOUNT)
            .where(ACCOUNT.ID.eq(town.account(Role.MANAGER)))
            .fetchSingle()
            .value1();
    for (int i = 0; i < 5; i++) {
      failures.begin(login, "10.4.0.1");
    }
    String accounts = "/" + town.key() + "/accounts";
    mvc.perform(get(accounts).with(town.as(Role.ADMINISTRATOR)))
        .andExpect(content().string(Matchers.containsString("Låst en stund")));
    mvc.perform(
            post(accounts + "/" + town.account(Role.MANAGER) + "/unlocking")
                .with(town.as(Role.ADMINISTRATOR))
                .with(csrf()))
        .andExpect(status().is3xxRedirection());
    mvc.perform(get(accounts).with(town.as(Role.ADMINISTRATOR)))
        .andExpect(content().string(Matchers.not(Matchers.containsString("Låst en stund"))));
  }

  @Test
  void closesNoAccountOfAnotherTenant() throws Exception {
    Town town = towns.found();
    Town other = towns.found();
    String foreign = "/" + town.key() + "/accounts/" + other.account(Role.MANAGER) + "/closing";
    mvc.perform(post(foreign).with(town.as(Role.ADMINISTRATOR)).with(csrf()))
        .andExpect(status().isNotFound());
  }

  @Test
  void handsOverAnInvitationWhereNoMailIsSetUp() throws Exception {
    Town town = towns.found();
    mvc.perform(
            get("/" + town.key() + "/accounts/invitations?q=manager")
                .with(town.as(Role.ADMINISTRATOR)))
        .andExpect(content().string(Matchers.containsString(town.person(Role.MANAGER).toString())));
    invite(town, town.person(Role.MANAGER))
        .andExpect(status().isUnprocessableContent())
        .andExpect(content().string(Matchers.containsString("har redan ett konto")));
    close(town, Role.MANAGER);
    invite(town, town.person(Role.MANAGER))
        .andExpect(status().isCreated())
        .andExpect(content().string(Matchers.containsString("/sign-in/link/")));
    assertThat(actions(town)).contains("identity.invited");
  }

  @Test
  void aPersonsRightsHaveOneKeyAndTheNewOneIsTold() throws Exception {
    Town town = towns.found();
    close(town, Role.MANAGER);
    String page =
        invite(town, town.person(Role.MANAGER)).andReturn().getResponse().getContentAsString();
    String link = page.replaceAll("(?s).*(/sign-in/link/[\\w-]+).*", "$1");
    mvc.perform(
        post("/" + town.key() + "/accounts/" + town.account(Role.MANAGER) + "/opening")
            .with(town.as(Role.ADMINISTRATOR))
            .with(csrf()));
    mvc.perform(newcomer(link)).andExpect(status().isUnprocessableContent());
    close(town, Role.MANAGER);
    mvc.perform(newcomer(link)).andExpect(status().is3xxRedirection());
    assertThat(actions(town)).contains("identity.account-created");
    mvc.perform(
            post("/" + town.key() + "/accounts/" + town.account(Role.MANAGER) + "/opening")
                .with(town.as(Role.ADMINISTRATOR))
                .with(csrf()))
        .andExpect(status().isUnprocessableContent());
  }

  @Test
  void aProtectedIdentityIsNotNamedByHerAccountNorByWhatSheCallsHerself() throws Exception {
    Town town = towns.found();
    sql.update(ACCOUNT)
        .set(ACCOUNT.NAME, "Kommundirektören")
        .where(ACCOUNT.ID.eq(town.account(Role.MANAGER)))
        .execute();
    town.within(() ->
        sql.update(PERSON)
            .set(PERSON.PROTECTED, true)
            .set(PERSON.EMAIL, "anna.hemlig@kommun.example")
            .where(PERSON.ID.eq(town.person(Role.MANAGER)))
            .execute());
    mvc.perform(
        post("/api/v1/" + town.key() + "/assets")
            .contentType(MediaType.APPLICATION_JSON)
            .content(
                """
                {"name":"Pärmar","unit":"%s","forms":["paper"],"personalData":"none","secrecy":[]}
                """
                    .formatted(town.school()))
            .with(town.as(Role.MANAGER))
            .with(csrf()));
    assertThat(
            town.within(() ->
                sql.select(ENTRY.ACTOR_NAME)
                    .from(ENTRY)
                    .where(ENTRY.ACTION.eq("asset.registered"))
                    .fetchSingle()
                    .value1()))
        .isEqualTo("Skyddade personuppgifter");
    for (String path : List.of("/accounts", "/accounts/invitations?q=anna.hemlig")) {
      mvc.perform(get("/" + town.key() + path).with(town.as(Role.ADMINISTRATOR)))
          .andExpect(status().isOk())
          .andExpect(content().string(Matchers.not(Matchers.containsString("Kommundirektör"))))
          .andExpect(content().string(Matchers.not(Matchers.containsString("anna.hemlig@"))));
    }
    mvc.perform(get("/" + town.key() + "/accounts").with(town.as(Role.ADMINISTRATOR)))
        .andExpect(content().string(Matchers.containsString("Åsa coordinator")))
        .andExpect(content().string(Matchers.containsString("Skyddade personuppgifter")));
  }

  private ResultActions invite(Town town, UUID person) throws Exception {
    return mvc.perform(
        post("/" + town.key() + "/accounts/invitations")
            .param("person", person.toString())
            .with(town.as(Role.ADMINISTRATOR))
            .with(csrf()));
  }

  private void close(Town town, Role role) throws Exception {
    mvc.perform(
            post("/" + town.key() + "/accounts/" + town.account(role) + "/closing")
                .with(town.as(Role.ADMINISTRATOR))
                .with(csrf()))
        .andExpect(status().is3xxRedirection());
  }

  private static MockHttpServletRequestBuilder newcomer(String link) {
    return post(link)
        .param("login", "ny-" + UUID.randomUUID())
        .param("name", "Vem som helst")
        .param("email", "")
        .param("password", "en lång fras om gula båtar")
        .param("again", "en lång fras om gula båtar")
        .with(csrf());
  }

  @Test
  void opensATenantForThoseWhoRunTheInstallationAlone() throws Exception {
    Town town = towns.found();
    String key = "ny-" + town.key();
    mvc.perform(opening(key).with(town.as(Role.ADMINISTRATOR))).andExpect(status().isForbidden());
    UUID account = town.account(Role.ADMINISTRATOR);
    sql.execute(
        "update identity.account set installation_administrator = true where id = ?", account);
    mvc.perform(opening(key).with(town.as(Role.ADMINISTRATOR)))
        .andExpect(status().isCreated())
        .andExpect(content().string(Matchers.containsString("/sign-in/link/")));
    mvc.perform(opening(key).with(town.as(Role.ADMINISTRATOR)))
        .andExpect(status().isUnprocessableContent());
    mvc.perform(get("/" + key).with(town.as(Role.ADMINISTRATOR))).andExpect(status().isNotFound());
    assertThat(openerOf(key)).isEqualTo("Åsa administrator");
  }

  private @Nullable String openerOf(String key) throws Exception {
    var opened = Actor.system(tenants.byKey(key).orElseThrow().id(), "Prov");
    return Acting.as(
        opened,
        () ->
            transaction.execute(any ->
                sql.select(ENTRY.ACTOR_NAME)
                    .from(ENTRY)
                    .where(ENTRY.ACTION.eq("identity.tenant-opened"))
                    .fetchSingle()
                    .value1()));
  }

  private static MockHttpServletRequestBuilder settings(String scheme, String returnTo) {
    return post("/account/settings")
        .param("language", "sv")
        .param("colourScheme", scheme)
        .param("density", "compact")
        .param("returnTo", returnTo)
        .with(csrf());
  }

  private static MockHttpServletRequestBuilder token(Town town, String role, String days) {
    return post("/" + town.key() + "/tokens")
        .param("name", "Prov")
        .param("role", role)
        .param("days", days)
        .with(csrf());
  }

  private static MockHttpServletRequestBuilder opening(String key) {
    return post("/installation/tenants")
        .param("municipality", "Nya kommunen " + key)
        .param("key", key)
        .param("name", "Åke Först")
        .param("email", "ake@example.se")
        .with(csrf());
  }

  private List<String> actions(Town town) {
    return town.within(() -> sql.select(ENTRY.ACTION).from(ENTRY).fetch(ENTRY.ACTION));
  }
}
