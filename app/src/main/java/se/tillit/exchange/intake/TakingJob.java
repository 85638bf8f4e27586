package se.tillit.exchange.intake;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.tillit.job.JobKind;
import se.tillit.kernel.Refused;

/// Takes an accepted upload; one that can't be taken waits for a decision again, with the reason.
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

  @Override
  public void failed(String task, @Nullable Refused why) {
    work.giveBack(UUID.fromString(task), why == null ? ImportWork.broken() : why);
  }
}
