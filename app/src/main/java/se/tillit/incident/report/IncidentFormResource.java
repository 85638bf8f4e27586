package se.tillit.incident.report;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import se.tillit.identity.Requires;
import se.tillit.identity.Viewer;
import se.tillit.incident.Certainty;
import se.tillit.incident.IncidentPermissions;
import se.tillit.kernel.PersonId;
import se.tillit.kernel.Refused;

/// Reports as JSON: sent once under a key, and one's own.
@RestController
class IncidentFormResource {

  private final ReportDesk desk;

  IncidentFormResource(ReportDesk desk) {
    this.desk = desk;
  }

  /// A report to send. What is or may be security-protected carries nothing else.
  record ReportBody(
      @Nullable Boolean securityProtected,
      @Nullable String certainty,
      @Nullable String happening,
      @Nullable Instant noticedAt,
      @Nullable String about,
      @Nullable List<UUID> assets,
      @Nullable List<UUID> carriers,
      @Nullable Boolean personalData,
      @Nullable UUID unit,
      @Nullable UUID body,
      @Nullable Boolean anonymous) {

    boolean isAnonymous() {
      return anonymous != null && anonymous;
    }

    NewReport report(String key) {
      return new NewReport(
          key,
          Certainty.of(ReportForm.plain(certainty)),
          ReportForm.plain(happening),
          noticedAt,
          new NewReport.About(
              ReportForm.plain(about),
              assets == null ? List.of() : assets,
              carriers == null ? List.of() : carriers),
          personalData == null ? "UNKNOWN" : personalData ? "YES" : "NO",
          new NewReport.Where(unit, body),
          isAnonymous());
    }
  }

  /// One's own reports, the newest first.
  record MyReports(List<Receipt> items) {}

  @Requires(IncidentPermissions.REPORT)
  @PostMapping("/api/v1/{tenant}/incidents")
  ResponseEntity<Receipt> create(
      Viewer viewer,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @RequestBody ReportBody body) {
    if (body.securityProtected() == null) {
      throw new Refused("incident.report.security-missing").at("securityProtected");
    }
    String once = key == null || key.isBlank() ? UUID.randomUUID().toString() : key;
    var reporter = Reporter.of(viewer, body.isAnonymous());
    Receipt receipt =
        body.securityProtected()
            ? reporter.run(() -> desk.point(once, body.isAnonymous()))
            : reporter.run(() -> desk.submit(body.report(once)));
    return ResponseEntity.status(HttpStatus.CREATED).body(receipt);
  }

  @Requires(IncidentPermissions.REPORT)
  @GetMapping("/api/v1/{tenant}/incidents/mine")
  MyReports mine(Viewer viewer) {
    PersonId me = viewer.person();
    return new MyReports(me == null ? List.of() : desk.of(me));
  }
}
