package se.tillit.exchange.intake;

import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.tillit.job.JobKind;
import se.tillit.kernel.Refused;

/// Reads an upload; a file that is refused stays refused with its reason.
@Component
class ReadingJob implements JobKind {

  private final ImportWork work;

  ReadingJob(ImportWork work) {
    this.work = work;
  }

  @Override
  public String kind() {
    return ImportRegister.READ;
  }

  @Override
  public void run(String task, Progress progress) throws IOException {
    work.read(UUID.fromString(task), progress);
  }

  @Override
  public void failed(String task, @Nullable Refused why) {
    work.refuse(UUID.fromString(task), why == null ? ImportWork.broken() : why);
  }
}
