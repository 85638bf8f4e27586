package se.tillit.improvement.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static se.tillit.schema.identity.Tables.ACCOUNT;
import static se.tillit.schema.notification.Tables.MAIL;
import static se.tillit.schema.notification.Tables.NOTICE;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.icegreen.greenmail.util.ServerSetupTest;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import se.tillit.identity.Role;
import se.tillit.improvement.Actions;
import se.tillit.improvement.NewAction;
import se.tillit.improvement.Priority;
import se.tillit.job.FrequentWork;
import se.tillit.job.NightlyWork;
import se.tillit.kernel.Sweden;
import se.tillit.testing.MovableClock;
import se.tillit.testing.TillitTest;
import se.tillit.testing.Town;
import se.tillit.testing.Towns;

/// An overdue action escalates while the mail server is down: the notice is there at once, its
/// letter waits, and goes once when the server is back.
@TillitTest
class EscalationMailIT {

  private static GreenMail server = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
  private static int port;

  @Autowired Towns towns;
  @Autowired MockMvc mvc;
  @Autowired Actions actions;
  @Autowired List<NightlyWork> nights;
  @Autowired List<FrequentWork> minutes;
  @Autowired DSLContext sql;
  @Autowired MovableClock clock;

  private Town town;

  /// Takes a port that is free, and leaves it: the server is down until it is needed.
  @DynamicPropertySource
  static void mail(DynamicPropertyRegistry properties) {
    server.start();
    port = server.getSmtp().getPort();
    server.stop();
    properties.add("spring.mail.host", () -> "127.0.0.1");
    properties.add("spring.mail.port", () -> port);
    properties.add("tillit.mail.from", () -> "tillit@kommunen.example");
    properties.add("tillit.jobs", () -> "false");
  }

  @AfterEach
  void now() {
    clock.reset();
  }

  @AfterAll
  static void close() {
    server.stop();
  }

  @Test
  @Tag("K-4.1.7a")
  void keepsTheEscalationUntilTheMailServerIsBackAndSendsItOnce() throws Exception {
    town = towns.found();
    writable();
    overdue();
    escalate();
    assertThat(notices()).containsExactly("improvement.notice.overdue");
    sendMail();
    assertThat(town.within(() -> sql.fetchSingle(MAIL).getFailure())).isNotBlank();
    assertThat(town.within(() -> sql.fetchSingle(MAIL).getSentAt())).isNull();

    clock.forward(Duration.ofMinutes(10));
    escalate();
    sendMail();
    assertThat(notices()).hasSize(1);
    assertThat(town.within(() -> sql.fetchSingle(MAIL).getAttempts())).isEqualTo(2);

    server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    server.start();
    clock.forward(Duration.ofMinutes(10));
    for (int minute = 0; minute < 3; minute++) {
      escalate();
      sendMail();
      clock.forward(Duration.ofMinutes(1));
    }
    assertThat(server.getReceivedMessages()).hasSize(1);
    MimeMessage letter = server.getReceivedMessages()[0];
    assertThat(letter.getSubject()).contains("Byt lås");
    assertThat(town.within(() -> sql.fetchSingle(MAIL).getSentAt())).isNotNull();
    mvc.perform(get(link(letter))).andExpect(status().isOk());
  }

  private void writable() throws Exception {
    sql.update(ACCOUNT)
        .set(ACCOUNT.EMAIL, "medarbetare@" + town.key() + ".example")
        .where(ACCOUNT.ID.eq(town.account(Role.EMPLOYEE)))
        .execute();
    mvc.perform(
            post("/" + town.key() + "/inbox/mail")
                .param("mail", "each")
                .with(town.as(Role.EMPLOYEE))
                .with(csrf()))
        .andExpect(status().is3xxRedirection());
  }

  /// Her own, so that nothing is told when it is opened.
  private void overdue() {
    town.within(
        Role.EMPLOYEE,
        () ->
            actions.open(
                new NewAction(
                    "Byt lås",
                    "",
                    null,
                    NewAction.Place.unit(town.school()),
                    new NewAction.Hands(town.person(Role.EMPLOYEE), null),
                    Sweden.today(clock).minusDays(1),
                    Priority.NORMAL)));
  }

  private void escalate() {
    for (NightlyWork night : nights) {
      if (night.name().equals("improvement.overdue")) {
        within(night::run);
      }
    }
  }

  private void sendMail() {
    for (FrequentWork minute : minutes) {
      if (minute.name().equals("notification.mail")) {
        within(minute::run);
      }
    }
  }

  private interface Work {
    void run() throws Exception;
  }

  private void within(Work work) {
    town.within(() -> {
      try {
        work.run();
        return true;
      } catch (Exception failure) {
        throw new IllegalStateException(failure);
      }
    });
  }

  private List<String> notices() {
    return town.within(() ->
        sql.select(NOTICE.KEY)
            .from(NOTICE)
            .where(NOTICE.PERSON_ID.eq(town.person(Role.EMPLOYEE)))
            .fetch(NOTICE.KEY));
  }

  private static String link(MimeMessage letter) throws Exception {
    Matcher found =
        Pattern.compile("https?://[^/\\s]+(/answer/[\\w-]+/[\\w-]+)")
            .matcher(letter.getContent().toString());
    assertThat(found.find()).isTrue();
    return found.group(1);
  }
}
