package se.tillit.identity.account;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.MailException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import se.tillit.web.Words;

/// Sends one-time links where e-mail is set up. Sent beside the request, so that its time tells
/// nothing of who exists.
@Component
public class LinkMail {

  private static final Logger LOG = LoggerFactory.getLogger(LinkMail.class);

  private final ObjectProvider<JavaMailSender> sender;
  private final String host;
  private final String from;

  LinkMail(
      ObjectProvider<JavaMailSender> sender,
      @Value("${spring.mail.host:}") String host,
      @Value("${tillit.mail.from:}") String from) {
    this.sender = sender;
    this.host = host;
    this.from = from;
  }

  public boolean isSetUp() {
    return !host.isBlank() && !from.isBlank() && sender.getIfAvailable() != null;
  }

  /// Sends the link with the words of `identity.mail.<letter>.subject` and `.body`; whether it can
  /// is known at once.
  public boolean send(Words words, String letter, String to, String link, String about) {
    JavaMailSender post = sender.getIfAvailable();
    if (!isSetUp() || to.isBlank() || post == null) {
      return false;
    }
    var message = new SimpleMailMessage();
    message.setFrom(from);
    message.setTo(to);
    message.setSubject(words.t("identity.mail." + letter + ".subject", about));
    message.setText(words.t("identity.mail." + letter + ".body", about, link));
    afterCommit(() -> Thread.ofVirtual().start(() -> post(post, message)));
    return true;
  }

  /// A letter leaves only when the link that it carries is there to stay.
  private static void afterCommit(Runnable sending) {
    if (!TransactionSynchronizationManager.isSynchronizationActive()) {
      sending.run();
      return;
    }
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            sending.run();
          }
        });
  }

  private static void post(JavaMailSender post, SimpleMailMessage message) {
    try {
      post.send(message);
    } catch (MailException failure) {
      LOG.error("a one-time link could not be sent", failure);
    }
  }
}
