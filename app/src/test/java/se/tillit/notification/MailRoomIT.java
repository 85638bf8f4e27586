package se.tillit.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static se.tillit.schema.audittrail.Tables.ENTRY;
import static se.tillit.schema.identity.Tables.ACCOUNT;
import static se.tillit.schema.identity.Tables.MEMBERSHIP;
import static se.tillit.schema.notification.Tables.MAIL;
import static se.tillit.schema.notification.Tables.NOTICE;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetupTest;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import se.tillit.audittrail.Trail;
import se.tillit.identity.Correspondents;
import se.tillit.identity.Role;
import se.tillit.identity.Tenants;
import se.tillit.kernel.Acting;
import se.tillit.kernel.Actor;
import se.tillit.kernel.PersonId;
import se.tillit.testing.TillitTest;
import se.tillit.testing.Town;
import se.tillit.testing.Towns;

@TillitTest
class MailRoomIT {

  private static final Instant BEFORE_SEVEN = Instant.parse("2030-03-04T05:00:00Z");

  private static final MailSettings SETTINGS =
      new MailSettings("localhost", "tillit@kommun.example", "https://tillit.example");

  @Autowired Towns towns;
  @Autowired MockMvc mvc;
  @Autowired Notifications notifications;
  @Autowired NoticeStore notices;
  @Autowired MailStore store;
  @Autowired Correspondents correspondents;
  @Autowired Tenants tenants;
  @Autowired Trail trail;
  @Autowired DSLContext sql;

  private final GreenMail post = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
  private Town town;

  @BeforeEach
  void found() {
    town = towns.found();
    sql.update(ACCOUNT)
        .set(ACCOUNT.EMAIL, "chef@" + town.key() + ".example")
        .where(ACCOUNT.ID.eq(town.account(Role.MANAGER)))
        .execute();
  }

  @AfterEach
  void close() {
    post.stop();
  }

  @Test
  void sendsADigestOnceADayAtSeven() throws Exception {
    post.start();
    tell("Första", BEFORE_SEVEN);
    tell("Andra", BEFORE_SEVEN);
    work(BEFORE_SEVEN);
    assertThat(post.getReceivedMessages()).isEmpty();
    work(BEFORE_SEVEN.plus(Duration.ofHours(2)));
    work(BEFORE_SEVEN.plus(Duration.ofHours(3)));
    assertThat(post.getReceivedMessages()).hasSize(1);
    String body = GreenMailUtil.getBody(post.getReceivedMessages()[0]);
    assertThat(post.getReceivedMessages()[0].getSubject()).contains("2 saker");
    assertThat(post.getReceivedMessages()[0].getMessageID()).endsWith("@tillit>");
    assertThat(body).isNotBlank();
  }

  @Test
  void keepsALetterThatCannotBeSentAndSendsItOnceLater() {
    choose("each");
    tell("Bråttom", BEFORE_SEVEN);
    work(BEFORE_SEVEN);
    assertThat(town.within(() -> sql.selectFrom(MAIL).fetchSingle().getFailure())).isNotBlank();
    post.start();
    work(BEFORE_SEVEN.plusSeconds(10));
    assertThat(post.getReceivedMessages()).isEmpty();
    work(BEFORE_SEVEN.plus(Duration.ofMinutes(5)));
    work(BEFORE_SEVEN.plus(Duration.ofMinutes(20)));
    assertThat(post.getReceivedMessages()).hasSize(1);
  }

  @Test
  @Tag("K-2b")
  void keepsWhatTheLawMakesUrgentUntilTheMailServerIsBackAndSendsItOnce() throws Exception {
    choose("none");
    Instant now = Instant.now();
    assertThat(tellAtOnce()).isEqualTo(1);
    work(now.plusSeconds(5));
    assertThat(town.within(() -> sql.selectFrom(MAIL).fetchSingle().getFailure())).isNotBlank();
    assertThat(tellAtOnce()).isZero();
    post.start();
    work(now.plus(Duration.ofMinutes(5)));
    work(now.plus(Duration.ofMinutes(20)));
    assertThat(post.getReceivedMessages()).hasSize(1);
    assertThat(post.getReceivedMessages()[0].getSubject()).isNotBlank();
    assertThat(town.within(() -> sql.fetchCount(MAIL))).isEqualTo(1);
  }

  @Test
  @Tag("M-4a")
  void holdsNoTransactionWhileItWaitsForTheMailServer() {
    choose("each");
    tell("Bråttom", Instant.now());
    town.within(() -> {
      new Letters(store, correspondents, tenants, SETTINGS, java.util.List.of(), Clock.systemUTC())
          .write();
      return null;
    });
    var held = new ArrayList<Boolean>();
    var sender =
        new JavaMailSenderImpl() {
          @Override
          public void send(MimeMessage message) {
            held.add(TransactionSynchronizationManager.isActualTransactionActive());
          }
        };
    var postman = new Postman(store, SETTINGS, of(sender));
    Acting.run(Actor.system(town.tenant().id(), "Tillit"), postman::sendNext);
    assertThat(held).containsExactly(false);
    assertThat(town.within(() -> sql.selectFrom(MAIL).fetchSingle().getSentAt())).isNotNull();
  }

  @Test
  @Tag("M-4a")
  void asksAServerThatDoesNotAnswerOnceInARound() {
    choose("each");
    town.within(() -> {
      for (int i = 0; i < 3; i++) {
        new MailStore(sql, trail, Clock.fixed(BEFORE_SEVEN, ZoneOffset.UTC))
            .insert("a" + i + "@example.se", "Ämne", "Text");
      }
      return null;
    });
    work(BEFORE_SEVEN);
    assertThat(
            town.within(() -> sql.selectFrom(MAIL).where(MAIL.FAILURE.isNotNull()).fetch().size()))
        .isEqualTo(1);
  }

  @Test
  @Tag("K-2b")
  void aSecondWayInForOnePersonStopsNobodysMail() throws Exception {
    UUID second = town.account(Role.EMPLOYEE);
    sql.update(ACCOUNT)
        .set(ACCOUNT.EMAIL, "senare@" + town.key() + ".example")
        .where(ACCOUNT.ID.eq(second))
        .execute();
    sql.update(MEMBERSHIP)
        .set(MEMBERSHIP.PERSON_ID, town.person(Role.MANAGER))
        .set(MEMBERSHIP.CREATED_AT, BEFORE_SEVEN)
        .where(MEMBERSHIP.ACCOUNT_ID.eq(second))
        .execute();
    post.start();
    choose("each");
    tell("Till en", BEFORE_SEVEN);
    work(BEFORE_SEVEN);
    assertThat(post.getReceivedMessages()).hasSize(1);
    assertThat(post.getReceivedMessages()[0].getAllRecipients()[0].toString()).startsWith("senare");
    sql.update(MEMBERSHIP)
        .set(MEMBERSHIP.DISABLED_AT, BEFORE_SEVEN)
        .where(MEMBERSHIP.ACCOUNT_ID.eq(second))
        .execute();
    tell("Till den andra", BEFORE_SEVEN);
    work(BEFORE_SEVEN);
    assertThat(post.getReceivedMessages()[1].getAllRecipients()[0].toString()).startsWith("chef");
  }

  @Test
  void givesUpALetterThatHasBeenTriedForDaysAndSaysSo() {
    choose("each");
    tell("Hopplös", BEFORE_SEVEN);
    work(BEFORE_SEVEN);
    town.within(() -> sql.update(MAIL).set(MAIL.ATTEMPTS, 30).execute());
    work(BEFORE_SEVEN.plus(Duration.ofDays(1)));
    work(BEFORE_SEVEN.plus(Duration.ofDays(400)));
    var letter = town.within(() -> sql.selectFrom(MAIL).fetchSingle());
    assertThat(letter.getBody()).isEmpty();
    assertThat(letter.getSentAt()).isNull();
    assertThat(
            town.within(
                () -> sql.fetchCount(ENTRY, ENTRY.ACTION.eq("notification.letter-given-up"))))
        .isOne();
  }

  private int tellAtOnce() {
    return town.within(() ->
        notifications.tellEachAtOnce(
            select(
                val("incident.notice.clock-soon"),
                val(town.person(Role.MANAGER)),
                val("GDPR art. 33"),
                val("/clocks"),
                val("one"))));
  }

  @Test
  void sendsNothingToThoseWhoWantNone() {
    post.start();
    choose("none");
    tell("Tyst", BEFORE_SEVEN);
    work(BEFORE_SEVEN.plus(Duration.ofHours(2)));
    assertThat(post.getReceivedMessages()).isEmpty();
  }

  @Test
  void showsTheInboxToItsOwnerAndMarksAsReadWhatSheOpens() throws Exception {
    tell("Klassa om", BEFORE_SEVEN);
    String inbox = "/" + town.key() + "/inbox";
    mvc.perform(get(inbox).with(town.as(Role.MANAGER)))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("Klassa om")))
        .andExpect(content().string(containsString("Markera alla som lästa")));
    mvc.perform(get(inbox).with(town.as(Role.COORDINATOR)))
        .andExpect(content().string(not(containsString("Klassa om"))));
    var id = town.within(() -> sql.select(NOTICE.ID).from(NOTICE).fetchSingle().value1());
    mvc.perform(get(inbox + "/" + id).with(town.as(Role.COORDINATOR)))
        .andExpect(status().isNotFound());
    mvc.perform(get(inbox + "/" + id).with(town.as(Role.MANAGER)))
        .andExpect(status().is3xxRedirection());
    mvc.perform(get(inbox + "?unread=true").with(town.as(Role.MANAGER)))
        .andExpect(content().string(not(containsString("Klassa om"))));
    mvc.perform(
            post(inbox + "/mail")
                .param("mail", "sometimes")
                .with(town.as(Role.MANAGER))
                .with(csrf()))
        .andExpect(status().isUnprocessableContent());
  }

  @Test
  void tellsTheSameThingOnceUnderItsMark() {
    var person = new PersonId(town.person(Role.MANAGER));
    var notice = Notice.of("improvement.notice.assigned", "/todo", "En gång").once("mark");
    for (int i = 0; i < 3; i++) {
      town.within(() -> {
        notifications.tell(person, notice);
        return null;
      });
    }
    assertThat(town.within(() -> sql.fetchCount(NOTICE))).isEqualTo(1);
  }

  private void choose(String mail) {
    town.within(() -> {
      notices.choose(town.person(Role.MANAGER), MailChoice.of(mail));
      return null;
    });
  }

  private void tell(String label, Instant at) {
    town.within(() -> {
      new NoticeStore(sql, Clock.fixed(at, ZoneOffset.UTC))
          .insert(
              town.person(Role.MANAGER), Notice.of("improvement.notice.assigned", "/todo", label));
      return null;
    });
  }

  /// The mail room as it stands at some time, with a post office of our own.
  private void work(Instant at) {
    var clock = Clock.fixed(at, ZoneOffset.UTC);
    var store = new MailStore(sql, trail, clock);
    var letters = new Letters(store, correspondents, tenants, SETTINGS, java.util.List.of(), clock);
    var postman = new Postman(store, SETTINGS, sender());
    town.within(() -> {
      letters.write();
      return null;
    });
    while (town.within(postman::sendNext)) {
      // until none waits
    }
  }

  private ObjectProvider<JavaMailSender> sender() {
    var sender = new JavaMailSenderImpl();
    sender.setHost("localhost");
    sender.setPort(post.isRunning() ? post.getSmtp().getPort() : 1);
    return of(sender);
  }

  private static ObjectProvider<JavaMailSender> of(JavaMailSender sender) {
    return new ObjectProvider<>() {
      @Override
      public JavaMailSender getObject() {
        return sender;
      }
    };
  }
}
