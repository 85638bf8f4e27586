package se.tillit.followup;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import se.tillit.identity.Tenants;
import se.tillit.job.JobKind;
import se.tillit.kernel.Acting;

/// Freezes every draft of a round, one transaction each. Run twice it finds none left.
@Component
class FreezingJob implements JobKind {

  static final String KIND = "followup.freeze";

  private final ReportRegister register;
  private final RoundDesk rounds;
  private final Tenants tenants;

  FreezingJob(ReportRegister register, RoundDesk rounds, Tenants tenants) {
    this.register = register;
    this.rounds = rounds;
    this.tenants = tenants;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void run(String task, Progress progress) {
    List<UUID> drafts = rounds.drafts(RoundDesk.read(task));
    String name =
        tenants.all().stream()
            .filter(it -> it.id().equals(Acting.current().tenant()))
            .findFirst()
            .orElseThrow()
            .name();
    for (int done = 0; done < drafts.size() && !Thread.currentThread().isInterrupted(); done++) {
      progress.of(done, drafts.size());
      register.freezeDraft(drafts.get(done), name);
    }
    progress.of(drafts.size(), drafts.size());
  }
}
