package se.tillit.followup;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import se.tillit.identity.Requires;
import se.tillit.identity.Viewer;
import se.tillit.job.JobStatus;

/// The rounds of reports that the documents in force ask for, through the API.
@RestController
class RoundResource {

  private final RoundDesk desk;

  RoundResource(RoundDesk desk) {
    this.desk = desk;
  }

  /// The rounds of the last year and the next, the nearest first.
  record Rounds(List<ReportRound> items) {}

  @Requires(FollowupPermissions.READ_REPORTS)
  @GetMapping("/api/v1/{tenant}/reports/rounds")
  Rounds list(Viewer viewer) {
    return new Rounds(desk.near(viewer));
  }

  @Requires(FollowupPermissions.WRITE_REPORTS)
  @PostMapping("/api/v1/{tenant}/reports/freezing")
  ResponseEntity<JobStatus> create(Viewer viewer, @RequestBody RoundForm round) {
    UUID job = desk.freeze(viewer, round.about());
    URI where = URI.create("/api/v1/" + viewer.seat().tenantKey() + "/reports/work/" + job);
    return ResponseEntity.accepted().location(where).body(desk.work(job));
  }

  @Requires(FollowupPermissions.WRITE_REPORTS)
  @GetMapping("/api/v1/{tenant}/reports/work/{job}")
  JobStatus show(@PathVariable UUID job) {
    return desk.work(job);
  }

  /// Gathers the figures of a round's drafts anew, and writes their files.
  @Requires(FollowupPermissions.WRITE_REPORTS)
  @PostMapping("/api/v1/{tenant}/reports/drafting")
  ResponseEntity<JobStatus> draft(Viewer viewer, @RequestBody RoundForm round) {
    UUID job = desk.draft(viewer, round.about());
    URI where = URI.create("/api/v1/" + viewer.seat().tenantKey() + "/reports/work/" + job);
    return ResponseEntity.accepted().location(where).body(desk.work(job));
  }
}
