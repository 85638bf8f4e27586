package se.tillit.incident.attachment;

import java.time.Duration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.tillit.job.NightlyWork;

/// Files of reports that never were sent go after two days.
@Component
class UnsentFiles implements NightlyWork {

  private static final Duration KEPT = Duration.ofDays(2);

  private final AttachmentStore store;

  UnsentFiles(AttachmentStore store) {
    this.store = store;
  }

  @Override
  public String name() {
    return "incident.unsent-files";
  }

  @Override
  @Transactional
  public void run() {
    store.forgetOlderThan(KEPT);
  }
}
