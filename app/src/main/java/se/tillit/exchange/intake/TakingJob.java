package se.tillit.exchange.intake;

import java.util.UUID;
import org.springframework.stereotype.Component;
import se.tillit.job.JobKind;

/// Takes an accepted upload.
@Component
class TakingJob implements JobKind {

  private final ImportWork work;

  TakingJob(ImportWork work) {
    this.work = work;
  }

  @Override
  public String kind() {
    return ImportRegister.TAKE;
  }

  @Override
  public void run(String task, Progress progress) {
    work.take(UUID.fromString(task), progress);
  }
}
