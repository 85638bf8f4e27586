package se.tillit.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.MimeMessage;
import java.util.Arrays;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.MailException;
import org.springframework.mail.MailParseException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/// Sends one letter at a time, outside any transaction. It is put off before it goes, so that two
/// nodes never send the same; should the power fail between the mail server's yes and the note of
/// it, it goes again under the same Message-ID.
@Component
class Postman {

  private static final Logger LOG = LoggerFactory.getLogger(Postman.class);

  private final MailStore store;
  private final MailSettings settings;
  private final ObjectProvider<JavaMailSender> senders;

  Postman(MailStore store, MailSettings settings, ObjectProvider<JavaMailSender> senders) {
    this.store = store;
    this.settings = settings;
    this.senders = senders;
  }

  /// Sends the next letter; false when none waits, or when the server doesn't answer: the rest then
  /// waits for the next round.
  public boolean sendNext() {
    Optional<MailStore.Letter> found = store.take();
    if (found.isEmpty()) {
      return false;
    }
    MailStore.Letter letter = found.get();
    try {
      send(letter);
    } catch (MailException | MessagingException failure) {
      LOG.warn("letter {} could not be sent: {}", letter.id(), failure.getMessage());
      store.putOff(letter, String.valueOf(failure.getMessage()));
      return isOfTheLetter(failure);
    }
    store.sent(letter.id());
    return true;
  }

  private static boolean isOfTheLetter(Exception failure) {
    return failure instanceof MessagingException
        || failure instanceof MailParseException
        || (failure instanceof MailSendException sending
            && Arrays.stream(sending.getMessageExceptions())
                .anyMatch(SendFailedException.class::isInstance));
  }

  private void send(MailStore.Letter letter) throws MessagingException {
    JavaMailSender sender = senders.getObject();
    MimeMessage message = sender.createMimeMessage();
    message.setHeader("Message-ID", "<" + letter.id() + "@tillit>");
    message.setHeader("Auto-Submitted", "auto-generated");
    var writing = new MimeMessageHelper(message, "UTF-8");
    writing.setFrom(settings.from());
    writing.setTo(letter.recipient());
    writing.setSubject(letter.subject());
    writing.setText(letter.body());
    sender.send(message);
  }
}
