package se.tillit.followup;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import se.tillit.followup.ReportRegister.Handling;
import se.tillit.identity.Requires;
import se.tillit.identity.Viewer;
import se.tillit.web.Etag;

/// The moves of a report through the API, each on the version that was read.
@RestController
class ReportMoveResource {

  private static final String REPORT = "/api/v1/{tenant}/reports/{id:[0-9a-f-]{36}}";

  private final ReportRegister register;

  ReportMoveResource(ReportRegister register) {
    this.register = register;
  }

  @Requires(FollowupPermissions.WRITE_REPORTS)
  @PostMapping(REPORT + "/freeze")
  ResponseEntity<Report> freeze(
      Viewer viewer,
      @PathVariable UUID id,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
    register.freeze(viewer, id, Etag.demanded(ifMatch));
    return ReportResource.answer(register.find(viewer, id));
  }

  @Requires(FollowupPermissions.WRITE_REPORTS)
  @PostMapping(REPORT + "/thaw")
  ResponseEntity<Report> thaw(
      Viewer viewer,
      @PathVariable UUID id,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
    register.thaw(viewer, id, Etag.demanded(ifMatch));
    return ReportResource.answer(register.find(viewer, id));
  }

  /// Gathers a draft's figures anew; its words and their version stay.
  @Requires(FollowupPermissions.WRITE_REPORTS)
  @PostMapping(REPORT + "/figures")
  ResponseEntity<Report> figures(Viewer viewer, @PathVariable UUID id) {
    register.refresh(viewer, id);
    return ReportResource.answer(register.find(viewer, id));
  }

  @Requires(FollowupPermissions.HANDLE_REPORTS)
  @PostMapping(REPORT + "/delivery")
  ResponseEntity<Report> deliver(
      Viewer viewer,
      @PathVariable UUID id,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
    register.deliver(viewer, id, Etag.demanded(ifMatch));
    return ReportResource.answer(register.find(viewer, id));
  }

  @Requires(FollowupPermissions.HANDLE_REPORTS)
  @PostMapping(REPORT + "/handling")
  ResponseEntity<Report> handle(
      Viewer viewer,
      @PathVariable UUID id,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      @RequestBody Handling handling) {
    register.handle(viewer, id, handling, Etag.demanded(ifMatch));
    return ReportResource.answer(register.find(viewer, id));
  }
}
