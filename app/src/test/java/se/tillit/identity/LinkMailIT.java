package se.tillit.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static se.tillit.schema.identity.Tables.ACCOUNT;
import static se.tillit.schema.identity.Tables.MEMBERSHIP;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import jakarta.mail.Message;
import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import se.tillit.identity.account.Accounts;
import se.tillit.testing.TillitTest;
import se.tillit.testing.Town;
import se.tillit.testing.Towns;

/// One-time links through a real SMTP server: they arrive readable in the language of the page they
/// were asked for on, and work once.
@TillitTest
class LinkMailIT {

  private static final String PASSWORD = "åtta hästar på en äng";
  private static final GreenMail POST = new GreenMail(ServerSetupTest.SMTP.dynamicPort());

  @Autowired MockMvc mvc;
  @Autowired Towns towns;
  @Autowired Accounts accounts;
  @Autowired DSLContext sql;
  @Autowired JavaMailSender sender;

  private Town town;

  @DynamicPropertySource
  static void mail(DynamicPropertyRegistry properties) {
    POST.start();
    properties.add("spring.mail.host", () -> "127.0.0.1");
    properties.add("spring.mail.port", () -> POST.getSmtp().getPort());
    properties.add("tillit.mail.from", () -> "tillit@kommunen.example");
    properties.add("tillit.jobs", () -> "false");
  }

  @AfterAll
  static void close() {
    POST.stop();
  }

  @BeforeEach
  void found() throws Exception {
    town = towns.found();
    POST.purgeEmailFromAllMailboxes();
  }

  @Test
  void invitesInSwedish() throws Exception {
    invite();
    MimeMessage letter = only();
    assertThat(letter.getSubject()).isEqualTo("Inbjudan till Tillit för " + town.tenant().name());
    assertThat(text(letter))
        .contains("Du är inbjuden att arbeta i Tillit för " + town.tenant().name())
        .contains("Länken fungerar en gång");
    assertThat(letter.getRecipients(Message.RecipientType.TO)[0].toString())
        .isEqualTo("åsa@" + town.key() + ".example");
    assertThat(letter.getFrom()[0].toString()).isEqualTo("tillit@kommunen.example");
    worksOnce(link(letter));
  }

  @Test
  void invitesInEnglish() throws Exception {
    sql.update(ACCOUNT)
        .set(ACCOUNT.LANGUAGE, "en")
        .where(ACCOUNT.ID.eq(town.account(Role.ADMINISTRATOR)))
        .execute();
    invite();
    MimeMessage letter = only();
    assertThat(letter.getSubject()).isEqualTo("Invitation to Tillit for " + town.tenant().name());
    assertThat(text(letter)).contains("You are invited").doesNotContain("inbjuden");
    worksOnce(link(letter));
  }

  @Test
  void setsANewPasswordInSwedishOnce() throws Exception {
    String login = forgetful();
    forget(login, Locale.of("sv"));
    MimeMessage letter = only();
    assertThat(letter.getSubject()).isEqualTo("Nytt lösenord i Tillit");
    assertThat(text(letter)).startsWith("Hej Örjan Åberg!").contains("gäller i en timme");
    String link = link(letter);
    mvc.perform(get(link)).andExpect(status().isOk());
    String renewed = "nio grodor i en damm";
    mvc.perform(post(link).param("password", renewed).with(csrf())).andExpect(redirectedUrl("/"));
    assertThat(accounts.withPassword(login, renewed)).isPresent();
    assertThat(accounts.withPassword(login, PASSWORD)).isEmpty();
    mvc.perform(post(link).param("password", PASSWORD).with(csrf()))
        .andExpect(status().isUnprocessableContent());
    assertThat(accounts.withPassword(login, renewed)).isPresent();
  }

  @Test
  void setsANewPasswordInEnglish() throws Exception {
    forget(forgetful(), Locale.ENGLISH);
    MimeMessage letter = only();
    assertThat(letter.getSubject()).isEqualTo("New password in Tillit");
    assertThat(text(letter)).contains("Örjan Åberg").doesNotContain("Öppna");
    mvc.perform(get(link(letter))).andExpect(status().isOk());
  }

  @Test
  void sendsNothingToWhomIsUnknown() throws Exception {
    forget("ingen-" + UUID.randomUUID(), Locale.of("sv"));
    assertThat(POST.waitForIncomingEmail(500, 1)).isFalse();
  }

  @Test
  @Tag("M-4a")
  void waitsForNoMailServerForLong() {
    assertThat(((JavaMailSenderImpl) sender).getJavaMailProperties())
        .containsEntry("mail.smtp.connectiontimeout", "10000")
        .containsEntry("mail.smtp.timeout", "10000")
        .containsEntry("mail.smtp.writetimeout", "10000");
  }

  @Test
  @Tag("M-4a")
  void answersAllWhoForgetBehindOneAddressButMailsNobodyWithoutEnd() throws Exception {
    for (int i = 0; i < 7; i++) {
      forget(forgetful(), "10.2.1.1");
    }
    String asked = forgetful();
    for (int i = 0; i < 7; i++) {
      forget(asked, "10.2.1." + i);
    }
    assertThat(POST.waitForIncomingEmail(10_000, 12)).isTrue();
    assertThat(POST.waitForIncomingEmail(500, 13)).isFalse();
  }

  private void forget(String login, String address) throws Exception {
    mvc.perform(
            post("/sign-in/forgotten")
                .param("login", login)
                .with(request -> {
                  request.setRemoteAddr(address);
                  return request;
                })
                .with(csrf()))
        .andExpect(status().isOk());
  }

  private void invite() throws Exception {
    sql.update(MEMBERSHIP)
        .set(MEMBERSHIP.DISABLED_AT, Instant.now())
        .where(MEMBERSHIP.ACCOUNT_ID.eq(town.account(Role.MANAGER)))
        .execute();
    mvc.perform(
            post("/" + town.key() + "/accounts/invitations")
                .param("person", town.person(Role.MANAGER).toString())
                .with(town.as(Role.ADMINISTRATOR))
                .with(csrf()))
        .andExpect(status().isCreated());
  }

  private String forgetful() {
    String login = "örjan-" + UUID.randomUUID();
    accounts.create(
        new Accounts.Newcomer(login, "Örjan Åberg", "orjan@" + town.key() + ".example", false),
        PASSWORD);
    return login;
  }

  private void forget(String login, Locale language) throws Exception {
    mvc.perform(
            post("/sign-in/forgotten")
                .param("login", login)
                .locale(language)
                .with(request -> {
                  request.setRemoteAddr("10.2.0." + (login.hashCode() & 0x7f));
                  return request;
                })
                .with(csrf()))
        .andExpect(status().isOk());
  }

  /// Whoever opens the link makes an account of it; the next one is refused.
  private void worksOnce(String link) throws Exception {
    mvc.perform(get(link)).andExpect(status().isOk());
    mvc.perform(accepted(link, "ny-" + UUID.randomUUID())).andExpect(redirectedUrl("/"));
    mvc.perform(accepted(link, "ny-" + UUID.randomUUID()))
        .andExpect(status().isUnprocessableContent());
    mvc.perform(get(link)).andExpect(status().isUnprocessableContent());
  }

  private static MockHttpServletRequestBuilder accepted(String link, String login) {
    return post(link)
        .param("login", login)
        .param("name", "Ny Människa")
        .param("email", "ny@example.se")
        .param("password", PASSWORD)
        .with(csrf());
  }

  private static MimeMessage only() {
    assertThat(POST.waitForIncomingEmail(10_000, 1)).isTrue();
    assertThat(POST.getReceivedMessages()).hasSize(1);
    return POST.getReceivedMessages()[0];
  }

  private static String text(MimeMessage letter) throws Exception {
    return letter.getContent().toString().replace("\r\n", "\n");
  }

  private static String link(MimeMessage letter) throws Exception {
    Matcher found =
        Pattern.compile("https?://[^/\\s]+(/sign-in/link/[\\w-]+)").matcher(text(letter));
    assertThat(found.find()).isTrue();
    return found.group(1);
  }
}
