package se.tillit.followup;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import se.tillit.followup.ReportStore.Occasion;
import se.tillit.identity.Requires;
import se.tillit.identity.Viewer;
import se.tillit.web.Cursor;
import se.tillit.web.Etag;

/// Reports as JSON.
@RestController
class ReportResource {

  private static final int MOST = 200;

  private final ReportRegister register;

  ReportResource(ReportRegister register) {
    this.register = register;
  }

  /// Which report to draft: without a body, one to each that a clause in force names. An extra
  /// report is for one body and says its reason.
  record NewReport(
      @Nullable String kind,
      @Nullable UUID body,
      @Nullable Integer period,
      @Nullable Integer part,
      @Nullable Integer everyMonths,
      @Nullable String reason,
      @Nullable String subject) {

    boolean isExtra() {
      return "extra".equals(kind);
    }

    ReportPeriod about() {
      return new ReportPeriod(
          kind == null ? "" : kind,
          period == null ? 0 : period,
          part == null ? 0 : part,
          everyMonths == null ? 12 : everyMonths);
    }

    Occasion occasion() {
      return new Occasion(
          reason == null ? "" : reason.strip(), subject == null ? "" : subject.strip());
    }
  }

  /// Reports, the newest period first.
  record ReportPage(List<Report> items, @Nullable String next) {}

  /// The writer's own words by section, and the diary number.
  record Written(@Nullable Map<String, String> words, @Nullable String reference) {}

  @Requires(FollowupPermissions.READ_REPORTS)
  @GetMapping("/api/v1/{tenant}/reports")
  ReportPage list(
      Viewer viewer,
      @RequestParam(defaultValue = "50") int limit,
      @RequestParam @Nullable String after) {
    int rows = Math.clamp(limit, 1, MOST);
    List<Report> found =
        register.page(viewer, after == null ? null : Cursor.parse(after), rows + 1);
    List<Report> shown = found.stream().limit(rows).toList();
    String next = found.size() <= rows ? null : ReportStore.cursorOf(shown.getLast()).toString();
    return new ReportPage(shown, next);
  }

  @Requires(FollowupPermissions.READ_REPORTS)
  @GetMapping("/api/v1/{tenant}/reports/{id:[0-9a-f-]{36}}")
  ResponseEntity<Report> show(Viewer viewer, @PathVariable UUID id) {
    return answer(register.find(viewer, id));
  }

  @Requires(FollowupPermissions.WRITE_REPORTS)
  @PostMapping("/api/v1/{tenant}/reports")
  ResponseEntity<ReportPage> create(Viewer viewer, @RequestBody NewReport wanted) {
    List<UUID> drafted =
        wanted.isExtra()
            ? List.of(register.draftExtra(viewer, wanted.body(), wanted.occasion()))
            : register.draft(viewer, wanted.about(), wanted.body());
    List<Report> reports = drafted.stream().map(id -> register.find(viewer, id)).toList();
    URI where =
        URI.create("/api/v1/" + viewer.seat().tenantKey() + "/reports/" + drafted.getFirst());
    return ResponseEntity.created(where).body(new ReportPage(reports, null));
  }

  @Requires(FollowupPermissions.WRITE_REPORTS)
  @PutMapping("/api/v1/{tenant}/reports/{id:[0-9a-f-]{36}}/words")
  ResponseEntity<Report> update(
      Viewer viewer,
      @PathVariable UUID id,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      @RequestBody Written written) {
    Map<String, String> typed = new HashMap<>();
    if (written.words() != null) {
      typed.putAll(written.words());
    }
    typed.put("reference", written.reference() == null ? "" : written.reference());
    register.write(viewer, id, typed, Etag.demanded(ifMatch));
    return answer(register.find(viewer, id));
  }

  static ResponseEntity<Report> answer(Report report) {
    return ResponseEntity.ok().eTag(Etag.of(report.version())).body(report);
  }
}
