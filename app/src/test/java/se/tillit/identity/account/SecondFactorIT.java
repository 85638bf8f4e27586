package se.tillit.identity.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static se.tillit.schema.identity.Tables.ACCOUNT;

import jakarta.servlet.http.Cookie;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import se.tillit.kernel.Refused;
import se.tillit.testing.TillitTest;

@TillitTest
class SecondFactorIT {

  private static final String PASSWORD = "åtta hästar på en äng";

  @Autowired MockMvc mvc;
  @Autowired Accounts accounts;
  @Autowired SecondFactor factors;
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

  private String codeOf(Accounts.Account account, int stepsAhead) {
    byte[] secret =
        sql.select(ACCOUNT.TOTP_SECRET)
            .from(ACCOUNT)
            .where(ACCOUNT.ID.eq(account.id()))
            .fetchSingle()
            .value1();
    return Totp.code(secret, clock.instant().getEpochSecond() / 30 + stepsAhead);
  }
}
