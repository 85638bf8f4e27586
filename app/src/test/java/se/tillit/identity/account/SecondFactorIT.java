package se.tillit.identity.account;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static se.tillit.schema.identity.Tables.ACCOUNT;

import jakarta.servlet.http.Cookie;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import se.tillit.identity.AccountPrincipal;
import se.tillit.kernel.Refused;
import se.tillit.schema.identity.tables.records.AccountRecord;
import se.tillit.testing.TillitTest;

@TillitTest
class SecondFactorIT {

  private static final String PASSWORD = "åtta hästar på en äng";

  @Autowired MockMvc mvc;
  @Autowired Accounts accounts;
  @Autowired SecondFactor factors;
  @Autowired Links links;
  @Autowired SealedSecrets seals;
  @Autowired SecretSealing sealing;
  @Autowired DSLContext sql;
  @Autowired Clock clock;

  @Test
  void asksForTheCodeBeforeAnythingElse() throws Exception {
    Accounts.Account anna = withFactor();
    Cookie halfWay = halfWay(anna);
    mvc.perform(get("/account").cookie(halfWay)).andExpect(status().is3xxRedirection());
    enter(halfWay, "000000").andExpect(status().isUnprocessableContent());
    enter(halfWay, codeOf(anna, 1)).andExpect(redirectedUrl("/"));
  }

  @Test
  void takesARecoveryCodeOnce() {
    Accounts.Account anna = account();
    factors.offer(anna.id());
    List<String> codes = factors.confirm(anna.id(), codeOf(anna, 0));
    assertThat(factors.accepts(anna.id(), codes.getFirst())).isTrue();
    assertThat(factors.accepts(anna.id(), codes.getFirst())).isFalse();
    assertThat(factors.codesLeft(anna.id())).isEqualTo(9);
  }

  @Test
  void isOnOnlyWhenAFirstCodeWasRight() {
    Accounts.Account anna = account();
    var offer = factors.offer(anna.id());
    assertThat(offer.picture()).startsWith("data:image/svg+xml;base64,");
    assertThat(factors.offer(anna.id())).isEqualTo(offer);
    assertThatThrownBy(() -> factors.confirm(anna.id(), "000000")).isInstanceOf(Refused.class);
    assertThat(factors.isOn(anna.id())).isFalse();
  }

  @Test
  void locksAfterFiveWrongCodes() throws Exception {
    Accounts.Account anna = withFactor();
    Cookie halfWay = halfWay(anna);
    for (int i = 0; i < 5; i++) {
      enter(halfWay, "00000" + i);
    }
    enter(halfWay, codeOf(anna, 1)).andExpect(redirectedUrl("/sign-in?failed"));
  }

  @Test
  @Tag("M-4a")
  void asksForTheCodeAlsoAfterANewPasswordByLink() throws Exception {
    Accounts.Account anna = withFactor();
    String link = links.issue(new Links.Reset(anna.id()));
    var answer =
        mvc.perform(
                post(link.substring(link.indexOf("/sign-in/")))
                    .param("password", "nio getter i en hage")
                    .with(csrf()))
            .andExpect(redirectedUrl("/sign-in/code"))
            .andReturn();
    Cookie halfWay = answer.getResponse().getCookie("tillit");
    mvc.perform(get("/account").cookie(halfWay)).andExpect(status().is3xxRedirection());
    enter(halfWay, codeOf(anna, 1)).andExpect(redirectedUrl("/"));
  }

  @Test
  @Tag("M-4a")
  void letsNobodyGuessTheCodeWithinASession() throws Exception {
    Accounts.Account anna = withFactor();
    var inside =
        authentication(
            UsernamePasswordAuthenticationToken.authenticated(
                new AccountPrincipal(anna.id()), null, List.of()));
    String[] ways = {"/account/second-factor/removal", "/account/second-factor/codes"};
    for (int i = 0; i < 5; i++) {
      mvc.perform(post(ways[i % 2]).param("code", "00000" + i).with(inside).with(csrf()))
          .andExpect(status().isUnprocessableContent());
    }
    for (String way : ways) {
      mvc.perform(post(way).param("code", codeOf(anna, 1)).with(inside).with(csrf()))
          .andExpect(status().isUnprocessableContent());
    }
    assertThat(factors.isOn(anna.id())).isTrue();
  }

  @Test
  @Tag("M-4a")
  void makesNoPasskeyForSomebodyWhoOnlyHasTheSession() throws Exception {
    Accounts.Account anna = account();
    var inside =
        authentication(
            UsernamePasswordAuthenticationToken.authenticated(
                new AccountPrincipal(anna.id()), null, List.of()));
    var challenge = "/account/passkeys/challenge";
    mvc.perform(post(challenge).with(inside).with(csrf()))
        .andExpect(status().isUnprocessableContent());
    mvc.perform(
            post(challenge).content(PASSWORD).contentType("text/plain").with(inside).with(csrf()))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("\"userVerification\":\"required\"")));
    mvc.perform(post("/sign-in/passkey/challenge").with(csrf()))
        .andExpect(content().string(containsString("\"userVerification\":\"required\"")));
  }

  private Accounts.Account account() {
    String login = "anna-" + UUID.randomUUID();
    return accounts.create(new Accounts.Newcomer(login, "Anna Ågren", "", false), PASSWORD);
  }

  private Accounts.Account withFactor() {
    Accounts.Account anna = account();
    factors.offer(anna.id());
    factors.confirm(anna.id(), codeOf(anna, 0));
    return anna;
  }

  private Cookie halfWay(Accounts.Account anna) throws Exception {
    return mvc.perform(
            post("/sign-in/password")
                .param("login", anna.login())
                .param("password", PASSWORD)
                .with(csrf()))
        .andExpect(redirectedUrl("/sign-in/code"))
        .andReturn()
        .getResponse()
        .getCookie("tillit");
  }

  private ResultActions enter(Cookie halfWay, String code) throws Exception {
    return mvc.perform(
        post("/sign-in/code")
            .cookie(halfWay)
            .param("code", code)
            .with(request -> {
              request.setRemoteAddr("10.1.0.1");
              return request;
            })
            .with(csrf()));
  }

  @Test
  void keepsNoSecretThatTheDatabaseAloneCouldTell() {
    Accounts.Account anna = withFactor();
    var row = row(anna);
    assertThat(row.getTotpSecret()).isNull();
    assertThat(row.getTotpKey()).isEqualTo(seals.currentKey());
    byte[] secret = seals.open(anna.id(), row.getTotpSealed(), row.getTotpKey()).orElseThrow();
    assertThat(row.getTotpSealed()).hasSizeGreaterThan(20);
    assertThat(new String(row.getTotpSealed(), ISO_8859_1))
        .doesNotContain(new String(secret, ISO_8859_1));
  }

  @Test
  void sealsAtStartWhatStoodInTheClear() {
    Accounts.Account anna = withFactor();
    byte[] secret = Secrets.bytes(20);
    sql.update(ACCOUNT)
        .set(ACCOUNT.TOTP_SECRET, secret)
        .setNull(ACCOUNT.TOTP_SEALED)
        .setNull(ACCOUNT.TOTP_KEY)
        .set(ACCOUNT.TOTP_STEP, 0L)
        .where(ACCOUNT.ID.eq(anna.id()))
        .execute();
    sealing.run(new DefaultApplicationArguments());
    assertThat(row(anna).getTotpSecret()).isNull();
    long step = clock.instant().getEpochSecond() / 30;
    assertThat(factors.accepts(anna.id(), Totp.code(secret, step))).isTrue();
  }

  private AccountRecord row(Accounts.Account account) {
    return sql.fetchSingle(ACCOUNT, ACCOUNT.ID.eq(account.id()));
  }

  private String codeOf(Accounts.Account account, int stepsAhead) {
    var row = row(account);
    byte[] secret = seals.open(account.id(), row.getTotpSealed(), row.getTotpKey()).orElseThrow();
    return Totp.code(secret, clock.instant().getEpochSecond() / 30 + stepsAhead);
  }
}
