package se.tillit.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static se.tillit.schema.identity.Tables.SPRING_SESSION;

import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import se.tillit.identity.account.Accounts;
import se.tillit.testing.MovableClock;
import se.tillit.testing.TillitTest;

/// How long a session lives: two idle hours, twelve in all, and what it costs the database. Its
/// last use is the session store's own clock, so idle time is made by moving that back.
@TillitTest
class SessionIT {

  private static final String PASSWORD = "åtta hästar på en äng";

  @Autowired MockMvc mvc;
  @Autowired Accounts accounts;
  @Autowired DSLContext sql;
  @Autowired MovableClock clock;

  private Cookie session;
  private String account;

  @BeforeEach
  void signIn() throws Exception {
    String login = "anna-" + UUID.randomUUID();
    account =
        accounts
            .create(new Accounts.Newcomer(login, "Anna Ågren", "", false), PASSWORD)
            .id()
            .toString();
    session =
        mvc.perform(
                post("/sign-in/password")
                    .param("login", login)
                    .param("password", PASSWORD)
                    .with(csrf()))
            .andExpect(redirectedUrl("/"))
            .andReturn()
            .getResponse()
            .getCookie("tillit");
  }

  @AfterEach
  void backToNow() {
    clock.reset();
  }

  @Test
  void livesThroughAlmostTwoIdleHours() throws Exception {
    idle(Duration.ofMinutes(119));
    open().andExpect(status().isOk());
  }

  @Test
  void endsAfterTwoIdleHours() throws Exception {
    idle(Duration.ofMinutes(121));
    open().andExpect(status().is3xxRedirection());
  }

  @Test
  void endsTwelveHoursAfterSignInHoweverBusy() throws Exception {
    for (int hour = 0; hour < 11; hour++) {
      clock.forward(Duration.ofHours(1));
      usedJustNow();
      open().andExpect(status().isOk());
    }
    clock.forward(Duration.ofMinutes(59));
    usedJustNow();
    open().andExpect(status().isOk());
    clock.forward(Duration.ofMinutes(2));
    open().andExpect(status().is3xxRedirection());
    clock.reset();
    open().andExpect(status().is3xxRedirection());
  }

  @Test
  void isWrittenAtMostOnceAMinute() throws Exception {
    open().andExpect(status().isOk());
    String before = written();
    for (int i = 0; i < 5; i++) {
      open().andExpect(status().isOk());
    }
    assertThat(written()).isEqualTo(before);
    idle(Duration.ofSeconds(61));
    String moved = written();
    open().andExpect(status().isOk());
    String once = written();
    assertThat(once).isNotEqualTo(moved);
    open().andExpect(status().isOk());
    assertThat(written()).isEqualTo(once);
  }

  private ResultActions open() throws Exception {
    return mvc.perform(get("/account").cookie(session));
  }

  private void usedJustNow() {
    long now = clock.millis();
    sql.update(SPRING_SESSION)
        .set(SPRING_SESSION.LAST_ACCESS_TIME, now)
        .set(SPRING_SESSION.EXPIRY_TIME, now + Duration.ofHours(2).toMillis())
        .where(SPRING_SESSION.PRINCIPAL_NAME.eq(account))
        .execute();
  }

  private void idle(Duration time) {
    int moved =
        sql.update(SPRING_SESSION)
            .set(
                SPRING_SESSION.LAST_ACCESS_TIME,
                SPRING_SESSION.LAST_ACCESS_TIME.minus(time.toMillis()))
            .set(SPRING_SESSION.EXPIRY_TIME, SPRING_SESSION.EXPIRY_TIME.minus(time.toMillis()))
            .where(SPRING_SESSION.PRINCIPAL_NAME.eq(account))
            .execute();
    assertThat(moved).isOne();
  }

  /// Which version of the row stands there: PostgreSQL writes a new one at every update.
  private String written() {
    return sql.fetchSingle(
            "select ctid::text || xmin::text from identity.spring_session where principal_name = ?",
            account)
        .get(0, String.class);
  }
}
