package se.tillit.followup;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import se.tillit.identity.Requires;
import se.tillit.identity.Viewer;

/// Reports as JSON.
@RestController
class ReportResource {

  private final ReportRegister register;

  ReportResource(ReportRegister register) {
    this.register = register;
  }

  /// Which report to draft: without a body, one to each.
  record NewReport(String kind, @Nullable UUID body, int period) {}

  /// Reports, the newest period first.
  record ReportPage(List<Report> items, @Nullable String next) {}

  @Requires(FollowupPermissions.READ_REPORTS)
  @GetMapping("/api/v1/{tenant}/reports")
  ReportPage list(Viewer viewer) {
    return new ReportPage(register.list(viewer), null);
  }

  @Requires(FollowupPermissions.READ_REPORTS)
  @GetMapping("/api/v1/{tenant}/reports/{id:[0-9a-f-]{36}}")
  Report show(Viewer viewer, @PathVariable UUID id) {
    return register.find(viewer, id);
  }

  @Requires(FollowupPermissions.WRITE_REPORTS)
  @PostMapping("/api/v1/{tenant}/reports")
  ResponseEntity<ReportPage> create(Viewer viewer, @RequestBody NewReport wanted) {
    List<UUID> drafted = register.draft(viewer, wanted.kind(), wanted.body(), wanted.period());
    List<Report> reports = drafted.stream().map(id -> register.find(viewer, id)).toList();
    URI where =
        URI.create("/api/v1/" + viewer.seat().tenantKey() + "/reports/" + drafted.getFirst());
    return ResponseEntity.created(where).body(new ReportPage(reports, null));
  }

  /// When a meeting handled a report, and by which paragraph of its minutes.
  record Handling(@Nullable LocalDate day, @Nullable String paragraph) {}

  @Requires(FollowupPermissions.WRITE_REPORTS)
  @PostMapping("/api/v1/{tenant}/reports/{id:[0-9a-f-]{36}}/freeze")
  Report freeze(Viewer viewer, @PathVariable UUID id) {
    register.freeze(viewer, id);
    return register.find(viewer, id);
  }

  @Requires(FollowupPermissions.WRITE_REPORTS)
  @PostMapping("/api/v1/{tenant}/reports/{id:[0-9a-f-]{36}}/thaw")
  Report thaw(Viewer viewer, @PathVariable UUID id) {
    register.thaw(viewer, id);
    return register.find(viewer, id);
  }

  @Requires(FollowupPermissions.HANDLE_REPORTS)
  @PostMapping("/api/v1/{tenant}/reports/{id:[0-9a-f-]{36}}/delivery")
  Report deliver(Viewer viewer, @PathVariable UUID id) {
    register.deliver(viewer, id);
    return register.find(viewer, id);
  }

  @Requires(FollowupPermissions.HANDLE_REPORTS)
  @PostMapping("/api/v1/{tenant}/reports/{id:[0-9a-f-]{36}}/handling")
  Report handle(Viewer viewer, @PathVariable UUID id, @RequestBody Handling handling) {
    String paragraph = handling.paragraph();
    register.handle(viewer, id, handling.day(), paragraph == null ? "" : paragraph);
    return register.find(viewer, id);
  }
}
