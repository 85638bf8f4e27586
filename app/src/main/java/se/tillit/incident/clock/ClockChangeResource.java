package se.tillit.incident.clock;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import se.tillit.identity.Requires;
import se.tillit.identity.Viewer;
import se.tillit.incident.IncidentPermissions;
import se.tillit.kernel.Refused;
import se.tillit.web.Etag;

/// What is changed in a clock, as JSON: its start, more time, a decision not to report, its diary
/// number.
@RestController
class ClockChangeResource {

  private final ClockChanges changes;
  private final ClockReading reading;

  ClockChangeResource(ClockChanges changes, ClockReading reading) {
    this.changes = changes;
    this.reading = reading;
  }

  /// Another start, and why.
  record StartBody(@Nullable Instant startedAt, @Nullable String reason) {}

  /// More time for a step, and why.
  record ExtensionBody(@Nullable UUID step, @Nullable String reason) {}

  /// A step that is left out, and why.
  record OmissionBody(@Nullable UUID step, @Nullable String reason) {}

  /// A decision not to report.
  record WaiverBody(
      @Nullable String because,
      @Nullable String decider,
      @Nullable Instant at,
      boolean delegate,
      @Nullable String delegationPoint,
      @Nullable String diaryNumber) {

    Orders.NotReported order() {
      return new Orders.NotReported(
          ClockResource.plain(because),
          ClockResource.plain(decider),
          at,
          delegate,
          ClockResource.plain(delegationPoint),
          ClockResource.plain(diaryNumber));
    }
  }

  /// The number under which it is registered.
  record DiaryBody(@Nullable String number) {}

  @Requires(IncidentPermissions.READ)
  @GetMapping("/api/v1/{tenant}/clocks/{id}/changes")
  java.util.List<ClockReading.Change> list(Viewer viewer, @PathVariable UUID id) {
    return reading.changes(reading.find(viewer, id).id());
  }

  @Requires(IncidentPermissions.CLOCK)
  @PutMapping("/api/v1/{tenant}/clocks/{id}/start")
  ResponseEntity<StatutoryClock> restart(
      Viewer viewer,
      @PathVariable UUID id,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      @RequestBody StartBody body) {
    reading.find(viewer, id);
    String reason = ClockResource.plain(body.reason());
    changes.restart(viewer, id, Etag.demanded(ifMatch), body.startedAt(), reason);
    return answer(viewer, id);
  }

  @Requires(IncidentPermissions.CLOCK)
  @PutMapping("/api/v1/{tenant}/clocks/{id}/extension")
  ResponseEntity<StatutoryClock> extend(
      Viewer viewer,
      @PathVariable UUID id,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      @RequestBody ExtensionBody body) {
    reading.find(viewer, id);
    UUID step = body.step();
    if (step == null) {
      throw new Refused("incident.clock.not-open").at("step");
    }
    String reason = ClockResource.plain(body.reason());
    changes.extend(viewer, id, Etag.demanded(ifMatch), step, reason);
    return answer(viewer, id);
  }

  @Requires(IncidentPermissions.CLOCK)
  @PutMapping("/api/v1/{tenant}/clocks/{id}/omission")
  ResponseEntity<StatutoryClock> omit(
      Viewer viewer,
      @PathVariable UUID id,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      @RequestBody OmissionBody body) {
    reading.find(viewer, id);
    UUID step = body.step();
    if (step == null) {
      throw new Refused("incident.clock.not-open").at("step");
    }
    String reason = ClockResource.plain(body.reason());
    changes.omit(viewer, id, Etag.demanded(ifMatch), step, reason);
    return answer(viewer, id);
  }

  @Requires(IncidentPermissions.HANDLE)
  @PutMapping("/api/v1/{tenant}/clocks/{id}/waiver")
  ResponseEntity<StatutoryClock> waive(
      Viewer viewer,
      @PathVariable UUID id,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      @RequestBody WaiverBody body) {
    reading.find(viewer, id);
    changes.waive(viewer, id, Etag.demanded(ifMatch), body.order());
    return answer(viewer, id);
  }

  @Requires(IncidentPermissions.HANDLE)
  @DeleteMapping("/api/v1/{tenant}/clocks/{id}/waiver")
  ResponseEntity<StatutoryClock> resume(
      Viewer viewer,
      @PathVariable UUID id,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      @RequestParam(defaultValue = "") String reason) {
    reading.find(viewer, id);
    changes.resume(viewer, id, Etag.demanded(ifMatch), reason);
    return answer(viewer, id);
  }

  @Requires(IncidentPermissions.CLOCK)
  @PutMapping("/api/v1/{tenant}/clocks/{id}/diary-number")
  ResponseEntity<StatutoryClock> register(
      Viewer viewer,
      @PathVariable UUID id,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      @RequestBody DiaryBody body) {
    reading.find(viewer, id);
    changes.diary(viewer, id, Etag.demanded(ifMatch), ClockResource.plain(body.number()));
    return answer(viewer, id);
  }

  private ResponseEntity<StatutoryClock> answer(Viewer viewer, UUID id) {
    StatutoryClock it = reading.find(viewer, id);
    return ResponseEntity.ok().eTag(Etag.of(it.version())).body(it);
  }
}
