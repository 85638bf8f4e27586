package se.tillit.exchange.intake;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import se.tillit.job.JobKind;
import se.tillit.kernel.Refused;

/// Takes an import back; one that can't be stays taken, with the reason.
@Component
class UndoingJob implements JobKind {

  private final ImportUndoing undoing;

  UndoingJob(ImportUndoing undoing) {
    this.undoing = undoing;
  }

  @Override
  public String kind() {
    return ImportUndoing.UNDO;
  }

  @Override
  public void run(String task, Progress progress) {
    UUID upload = UUID.fromString(task);
    try {
      undoing.undo(upload, progress);
    } catch (DataIntegrityViolationException leaning) {
      undoing.refuse(upload, LeaningRows.Foreign.of(leaning));
    }
  }

  @Override
  public void failed(String task, @Nullable Refused why) {
    undoing.refuse(UUID.fromString(task), why == null ? ImportWork.broken() : why);
  }
}
