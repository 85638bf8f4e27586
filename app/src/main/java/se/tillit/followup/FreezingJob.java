package se.tillit.followup;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import se.tillit.job.JobKind;

/// Freezes every draft of a round, one transaction each, with figures that were gathered at once,
/// and writes their files. Run twice it finds none left.
@Component
class FreezingJob implements JobKind {

  static final String KIND = "followup.freeze";

  private final ReportRegister register;
  private final RoundDesk rounds;
  private final ReportDrafting drafting;
  private final KeptFiles files;

  FreezingJob(ReportRegister register, RoundDesk rounds, ReportDrafting drafting, KeptFiles files) {
    this.register = register;
    this.rounds = rounds;
    this.drafting = drafting;
    this.files = files;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void run(String task, Progress progress) {
    List<UUID> drafts = rounds.drafts(RoundDesk.read(task));
    progress.of(0, drafts.size());
    Map<UUID, String> facts = drafts.isEmpty() ? Map.of() : drafting.gather(drafts);
    for (int done = 0; done < drafts.size() && !Thread.currentThread().isInterrupted(); done++) {
      progress.of(done, drafts.size());
      UUID draft = drafts.get(done);
      String told = facts.get(draft);
      if (told != null) {
        register.freezeDraft(draft, told);
        files.keep(draft);
      }
    }
    progress.of(drafts.size(), drafts.size());
  }
}
