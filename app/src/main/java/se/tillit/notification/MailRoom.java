package se.tillit.notification;

import org.springframework.stereotype.Component;
import se.tillit.job.FrequentWork;
import se.tillit.job.JobKind;

/// Writes and sends what is to be mailed: at once when somebody wants it at once, and every few
/// minutes for the rest.
@Component
class MailRoom implements JobKind, FrequentWork {

  static final String KIND = "notification.mail";

  private final Letters letters;
  private final Postman postman;
  private final MailSettings settings;

  MailRoom(Letters letters, Postman postman, MailSettings settings) {
    this.letters = letters;
    this.postman = postman;
    this.settings = settings;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public String name() {
    return KIND;
  }

  @Override
  public void run(String task, Progress progress) {
    run();
  }

  @Override
  public void run() {
    if (!settings.isOn()) {
      return;
    }
    letters.write();
    while (!Thread.currentThread().isInterrupted() && postman.sendNext()) {
      // each letter has a transaction of its own
    }
  }
}
