package se.tillit.followup;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import se.tillit.job.JobKind;

/// Gathers for every draft of a round at once and writes their files one by one. Run twice it
/// gathers anew and writes them again.
@Component
class DraftingJob implements JobKind {

  static final String KIND = "followup.draft";

  private final RoundDesk rounds;
  private final ReportDrafting drafting;
  private final KeptFiles files;

  DraftingJob(RoundDesk rounds, ReportDrafting drafting, KeptFiles files) {
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
    drafting.keep(drafts);
    for (int done = 0; done < drafts.size() && !Thread.currentThread().isInterrupted(); done++) {
      progress.of(done, drafts.size());
      files.keep(drafts.get(done));
    }
    progress.of(drafts.size(), drafts.size());
  }
}
