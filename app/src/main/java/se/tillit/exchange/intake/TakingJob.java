package se.tillit.exchange.intake;

import java.util.UUID;
import org.springframework.stereotype.Component;
import se.tillit.job.JobKind;

/// Takes an accepted upload.
@Component
class TakingJob implements JobKind {

  private final ImportRegister register;

  TakingJob(ImportRegister register) {
    this.register = register;
  }

  @Override
  public String kind() {
    return ImportRegister.TAKE;
  }

  @Override
  public void run(String task, Progress progress) {
    register.take(UUID.fromString(task));
  }
}
