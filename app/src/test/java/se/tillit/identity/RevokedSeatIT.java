package se.tillit.identity;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static se.tillit.schema.identity.Tables.ACCOUNT;
import static se.tillit.schema.identity.Tables.MEMBERSHIP;
import static se.tillit.schema.identity.Tables.SPRING_SESSION;
import static se.tillit.schema.organisation.Tables.ROLE_HOLDING;

import jakarta.servlet.http.Cookie;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultMatcher;
import se.tillit.testing.Sessions;
import se.tillit.testing.TillitTest;
import se.tillit.testing.Town;
import se.tillit.testing.Towns;

/// What is taken away is gone at the very next request, whichever node took it: the rows are
/// changed here behind the program's back, as another node would.
@TillitTest
class RevokedSeatIT {

  @Autowired Towns towns;
  @Autowired MockMvc mvc;
  @Autowired DSLContext sql;
  @Autowired Sessions sessions;

  private Town town;
  private UUID account;
  private Cookie cookie;

  @BeforeEach
  void signIn() throws Exception {
    town = towns.found();
    account = town.account(Role.COORDINATOR);
    cookie = sessions.of(account);
    expect(status().isOk());
    expect(status().isOk());
  }

  @Test
  void endsWithTheSession() throws Exception {
    sql.deleteFrom(SPRING_SESSION)
        .where(SPRING_SESSION.PRINCIPAL_NAME.eq(account.toString()))
        .execute();
    expect(redirectedUrl("/sign-in"));
  }

  @Test
  void endsWithTheAccount() throws Exception {
    sql.update(ACCOUNT)
        .set(ACCOUNT.DISABLED_AT, Instant.EPOCH)
        .where(ACCOUNT.ID.eq(account))
        .execute();
    expect(status().isNotFound());
  }

  @Test
  void endsWithTheWayIntoTheTenant() throws Exception {
    sql.update(MEMBERSHIP)
        .set(MEMBERSHIP.DISABLED_AT, Instant.EPOCH)
        .where(MEMBERSHIP.ACCOUNT_ID.eq(account))
        .execute();
    expect(status().isNotFound());
  }

  @Test
  void endsWithTheRole() throws Exception {
    town.within(() ->
        sql.update(ROLE_HOLDING)
            .set(ROLE_HOLDING.TO_DAY, LocalDate.of(2020, 2, 1))
            .where(ROLE_HOLDING.PERSON_ID.eq(town.person(Role.COORDINATOR)))
            .execute());
    expect(status().isForbidden());
  }

  private void expect(ResultMatcher wanted) throws Exception {
    mvc.perform(get("/" + town.key() + "/assets").cookie(cookie).accept("text/html"))
        .andExpect(wanted);
  }
}
