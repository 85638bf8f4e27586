package se.tillit.followup;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.tillit.identity.Viewer;
import se.tillit.job.JobStatus;
import se.tillit.job.Jobs;
import se.tillit.kernel.Refused;
import se.tillit.kernel.Unknown;

/// What is done to a whole round of reports at once.
@Component
class RoundDesk {

  private static final Set<String> WORKS = Set.of(DraftingJob.KIND, FreezingJob.KIND);

  private final ReportRounds rounds;
  private final Jobs jobs;

  RoundDesk(ReportRounds rounds, Jobs jobs) {
    this.rounds = rounds;
    this.jobs = jobs;
  }

  @Transactional(readOnly = true)
  List<ReportRound> near(Viewer viewer) {
    return rounds.near(viewer.scope(FollowupPermissions.READ_REPORTS));
  }

  @Transactional(readOnly = true)
  List<UUID> drafts(ReportPeriod about) {
    return rounds.drafts(about);
  }

  /// Starts freezing every draft of a round in the background.
  @Transactional
  UUID freeze(Viewer viewer, ReportPeriod about) {
    viewer.demand(FollowupPermissions.WRITE_REPORTS);
    if (rounds.drafts(about).isEmpty()) {
      throw new Refused("followup.round.no-drafts").at("period");
    }
    return jobs.start(FreezingJob.KIND, written(about));
  }

  /// Starts gathering and writing for every draft of a round in the background.
  @Transactional
  UUID draft(Viewer viewer, ReportPeriod about) {
    viewer.demand(FollowupPermissions.WRITE_REPORTS);
    return jobs.start(DraftingJob.KIND, written(about));
  }

  /// How far drafting or freezing has come.
  JobStatus work(UUID job) {
    Optional<JobStatus> status = jobs.status(job).filter(it -> WORKS.contains(it.kind()));
    return status.orElseThrow(() -> new Unknown("job", job));
  }

  private static String written(ReportPeriod about) {
    return String.join(
        " ",
        about.kind(),
        Integer.toString(about.year()),
        Integer.toString(about.part()),
        Integer.toString(about.everyMonths()));
  }

  static ReportPeriod read(String task) {
    String[] said = task.split(" ");
    return new ReportPeriod(
        said[0], Integer.parseInt(said[1]), Integer.parseInt(said[2]), Integer.parseInt(said[3]));
  }
}
