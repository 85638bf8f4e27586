package se.tillit.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static se.tillit.schema.identity.Tables.FAILURE;

import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import se.tillit.identity.account.Accounts;
import se.tillit.identity.account.Failures;
import se.tillit.identity.account.Links;
import se.tillit.testing.TillitTest;
import se.tillit.testing.Town;
import se.tillit.testing.Towns;

@TillitTest
class SignInIT {

  private static final String PASSWORD = "åtta hästar på en äng";

  @Autowired MockMvc mvc;
  @Autowired Towns towns;
  @Autowired Accounts accounts;
  @Autowired Links links;
  @Autowired Failures failures;
  @Autowired DSLContext sql;

  @Test
  void letsInWithTheRightPasswordAndBackToThePageAskedFor() throws Exception {
    Town town = towns.found();
    Accounts.Account anna = member(town);
    Cookie asked =
        mvc.perform(get("/" + town.key() + "/accounts").accept("text/html"))
            .andExpect(status().is3xxRedirection())
            .andReturn()
            .getResponse()
            .getCookie("REDIRECT_URI");
    var answer =
        mvc.perform(
                post("/sign-in/password")
                    .cookie(asked)
                    .param("login", anna.login().toUpperCase(Locale.ROOT))
                    .param("password", PASSWORD)
                    .with(csrf()))
            .andExpect(redirectedUrl("/" + town.key() + "/accounts"))
            .andReturn();
    mvc.perform(get("/").cookie(session(answer))).andExpect(redirectedUrl("/" + town.key()));
  }

  @Test
  void answersAlikeForAWrongPasswordAndAnUnknownAccount() throws Exception {
    Accounts.Account anna = member(towns.found());
    String wrong =
        attempt(anna.login(), "fel lösenord här").andReturn().getResponse().getContentAsString();
    String unknown =
        attempt("nobody", "fel lösenord här").andReturn().getResponse().getContentAsString();
    assertThat(wrong.replace(anna.login(), "nobody").replaceAll("value=\"[^\"]{20,}\"", ""))
        .hasSameSizeAs(unknown.replaceAll("value=\"[^\"]{20,}\"", ""));
  }

  @Test
  void locksAfterFiveFailuresEvenForTheRightPassword() throws Exception {
    Accounts.Account anna = member(towns.found());
    for (int i = 0; i < 5; i++) {
      attempt(anna.login(), "fel lösenord " + i).andExpect(status().isUnprocessableContent());
    }
    attempt(anna.login(), PASSWORD).andExpect(status().isUnprocessableContent());
  }

  @Test
  @Tag("M-4a")
  void shutsNobodyOutForWhatIsTriedFromElsewhere() throws Exception {
    Accounts.Account anna = member(towns.found());
    for (int i = 0; i < 6; i++) {
      attempt(anna.login(), "fel lösenord " + i, "10.3.0.1")
          .andExpect(status().isUnprocessableContent());
    }
    attempt(anna.login(), PASSWORD, "10.3.0.1").andExpect(status().isUnprocessableContent());
    attempt(anna.login(), PASSWORD, "10.3.0.2").andExpect(redirectedUrl("/"));
  }

  @Test
  @Tag("M-4a")
  void slowsATownHallWhereSomebodyGuessesButShutsItNot() throws Exception {
    Accounts.Account anna = member(towns.found());
    for (int i = 0; i < 45; i++) {
      failures.count("gissning " + i, "10.3.1.1");
    }
    attempt(anna.login(), PASSWORD, "10.3.1.1").andExpect(redirectedUrl("/"));
    sql.update(FAILURE)
        .set(FAILURE.FAILED, 500)
        .where(FAILURE.KEY.eq("address 10.3.1.1"))
        .execute();
    Instant before = Instant.now();
    attempt(anna.login(), PASSWORD, "10.3.1.1").andExpect(redirectedUrl("/"));
    assertThat(Duration.between(before, Instant.now())).isGreaterThan(Duration.ofMillis(900));
  }

  @Test
  @Tag("M-4a")
  void judgesNoMoreThanFiveOfManyTriedAtOnce() {
    String login = "anna-" + UUID.randomUUID();
    long judged =
        IntStream.range(0, 20)
            .parallel()
            .filter(i -> failures.begin(login, "10.3.2.1") != Failures.Verdict.TOO_MANY)
            .count();
    assertThat(judged).isEqualTo(5);
  }

  @Test
  @Tag("M-4a")
  void endsOpenSessionsAndOtherLinksWithANewPassword() throws Exception {
    Accounts.Account anna = member(towns.found());
    Cookie open = session(attempt(anna.login(), PASSWORD).andReturn());
    String older = path(links.issue(new Links.Reset(anna.id())));
    String link = path(links.issue(new Links.Reset(anna.id())));
    mvc.perform(get("/account").cookie(open)).andExpect(status().isOk());
    mvc.perform(post(link).param("password", "nio getter i en hage").with(csrf()))
        .andExpect(redirectedUrl("/"));
    mvc.perform(get("/account").cookie(open)).andExpect(status().is3xxRedirection());
    mvc.perform(post(older).param("password", PASSWORD).with(csrf()))
        .andExpect(status().isUnprocessableContent());
  }

  @Test
  void givesANewSessionAtSignIn() throws Exception {
    Accounts.Account anna = member(towns.found());
    Cookie planted =
        session(
            mvc.perform(post("/sign-in/passkey/challenge").with(csrf()))
                .andExpect(status().isOk())
                .andReturn());
    var answer =
        mvc.perform(
                post("/sign-in/password")
                    .cookie(planted)
                    .param("login", anna.login())
                    .param("password", PASSWORD)
                    .with(csrf()))
            .andReturn();
    assertThat(session(answer).getValue()).isNotEqualTo(planted.getValue());
    mvc.perform(get("/account").cookie(planted)).andExpect(status().is3xxRedirection());
    mvc.perform(get("/account").cookie(session(answer))).andExpect(status().isOk());
  }

  @Test
  void refusesAPostWithoutItsFormToken() throws Exception {
    mvc.perform(post("/sign-in/password").param("login", "x").param("password", "y"))
        .andExpect(status().isForbidden());
  }

  @Test
  void makesAnAccountOfAnInvitationOnce() throws Exception {
    Town town = towns.found();
    String link = invite(town);
    String login = "ny-" + UUID.randomUUID();
    mvc.perform(get(link)).andExpect(status().isOk());
    mvc.perform(accepted(link, login, "kort")).andExpect(status().isUnprocessableContent());
    mvc.perform(accepted(link, login, PASSWORD)).andExpect(redirectedUrl("/"));
    mvc.perform(accepted(link, login + "2", PASSWORD)).andExpect(status().isUnprocessableContent());
    assertThat(accounts.withPassword(login, PASSWORD)).isPresent();
  }

  @Test
  void joinsAnInvitationToTheAccountThatAlreadyIs() throws Exception {
    Town one = towns.found();
    Town other = towns.found();
    mvc.perform(post(invite(other) + "/acceptance").with(one.as(Role.EMPLOYEE)).with(csrf()))
        .andExpect(redirectedUrl("/" + other.key()));
    mvc.perform(get("/" + other.key()).with(one.as(Role.EMPLOYEE)))
        .andExpect(status().is3xxRedirection());
  }

  @Test
  void resetsAPasswordByLink() throws Exception {
    Accounts.Account anna = member(towns.found());
    String link = path(links.issue(new Links.Reset(anna.id())));
    mvc.perform(post(link).param("password", "nio getter i en hage").with(csrf()))
        .andExpect(redirectedUrl("/"));
    assertThat(accounts.withPassword(anna.login(), PASSWORD)).isEmpty();
    assertThat(accounts.withPassword(anna.login(), "nio getter i en hage")).isPresent();
  }

  @Test
  void setsTheStrictHeaders() throws Exception {
    var response =
        mvc.perform(get("/sign-in")).andExpect(status().isOk()).andReturn().getResponse();
    assertThat(response.getHeader("Content-Security-Policy")).contains("default-src 'none'");
    assertThat(response.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
  }

  private Accounts.Account member(Town town) {
    String login = "anna-" + UUID.randomUUID();
    var anna = accounts.create(new Accounts.Newcomer(login, "Anna Ågren", "", false), PASSWORD);
    accounts.join(anna.id(), town.tenant().id(), town.addPerson("Anna", "Ågren"));
    return anna;
  }

  private ResultActions attempt(String login, String password) throws Exception {
    return attempt(login, password, "10.0.0." + Math.floorMod(login.hashCode(), 250));
  }

  private ResultActions attempt(String login, String password, String address) throws Exception {
    return mvc.perform(
        post("/sign-in/password")
            .param("login", login)
            .param("password", password)
            .with(request -> {
              request.setRemoteAddr(address);
              return request;
            })
            .with(csrf()));
  }

  private String invite(Town town) {
    return path(
        links.issue(
            new Links.Invitation(
                town.tenant().id(), town.addPerson("Åsa", "Chef"), "Åsa Chef", "asa@example.se")));
  }

  private static MockHttpServletRequestBuilder accepted(
      String link, String login, String password) {
    return post(link)
        .param("login", login)
        .param("name", "Åsa Chef")
        .param("password", password)
        .with(csrf());
  }

  private static String path(String link) {
    return link.substring(link.indexOf("/sign-in/"));
  }

  private static Cookie session(MvcResult answer) {
    Cookie cookie = answer.getResponse().getCookie("tillit");
    assertThat(cookie).isNotNull();
    return cookie;
  }
}
