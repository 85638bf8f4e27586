package se.tillit.incident.clock;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import se.tillit.identity.Requires;
import se.tillit.identity.Viewer;
import se.tillit.incident.Cases;
import se.tillit.incident.IncidentPermissions;
import se.tillit.kernel.Refused;
import se.tillit.web.Cursor;
import se.tillit.web.Etag;

/// Clocks as JSON: those that run, those of a case, and what is sent.
@RestController
class ClockResource {

  private static final int MOST = 200;

  private final ClockRegister register;
  private final ClockReading reading;
  private final Cases cases;
  private final Clock clock;

  ClockResource(ClockRegister register, ClockReading reading, Cases cases, Clock clock) {
    this.register = register;
    this.reading = reading;
    this.cases = cases;
    this.clock = clock;
  }

  /// A page of clocks.
  record ClockPage(List<StatutoryClock> items, @Nullable String next) {}

  /// A clock to start.
  ///
  /// @param agreed the time a contract or policy gives, such as `48 hours`
  record ClockBody(
      @Nullable String regime,
      @Nullable UUID responsible,
      @Nullable String counterparty,
      @Nullable String agreed,
      @Nullable String title,
      @Nullable Instant startedAt) {

    Orders.NewClock order() {
      if (responsible == null) {
        throw new Refused("incident.clock.responsible-unknown").at("responsible");
      }
      return new Orders.NewClock(
          plain(regime), responsible, plain(counterparty), plain(agreed), plain(title), startedAt);
    }
  }

  /// What was sent.
  record SubmissionBody(
      @Nullable UUID step,
      @Nullable String stage,
      @Nullable Instant at,
      @Nullable String channel,
      @Nullable String caseNumber,
      @Nullable String submitter,
      @Nullable String approver,
      @Nullable String lateBecause) {

    Orders.Sent order() {
      if (step == null) {
        throw new Refused("incident.clock.not-open").at("step");
      }
      return new Orders.Sent(
          step,
          plain(stage),
          at,
          plain(channel),
          plain(caseNumber),
          plain(submitter),
          plain(approver),
          plain(lateBecause));
    }
  }

  /// What the recipient asks for.
  record RequestBodyJson(@Nullable String step, @Nullable Instant at, @Nullable Instant due) {}

  @Requires(IncidentPermissions.READ)
  @GetMapping("/api/v1/{tenant}/clocks")
  ClockPage list(
      Viewer viewer,
      ClockFilter filter,
      @RequestParam(defaultValue = "50") int limit,
      @RequestParam @Nullable String after) {
    int rows = Math.clamp(limit, 1, MOST);
    Cursor from = after == null ? null : Cursor.parse(after);
    List<StatutoryClock> found = reading.page(viewer, filter, from, clock.instant(), rows + 1);
    List<StatutoryClock> shown = found.stream().limit(rows).toList();
    String next =
        found.size() <= rows ? null : ClockReading.cursorOf(filter, shown.getLast()).toString();
    return new ClockPage(shown, next);
  }

  @Requires(IncidentPermissions.READ)
  @GetMapping("/api/v1/{tenant}/incidents/{incident}/clocks")
  List<StatutoryClock> ofIncident(Viewer viewer, @PathVariable UUID incident) {
    return reading.ofIncident(cases.find(viewer, incident).id().value());
  }

  @Requires(IncidentPermissions.CLOCK)
  @PostMapping("/api/v1/{tenant}/incidents/{incident}/clocks")
  ResponseEntity<StatutoryClock> start(
      Viewer viewer, @PathVariable UUID incident, @RequestBody ClockBody body) {
    cases.find(viewer, incident);
    return created(viewer, register.start(viewer, incident, body.order()));
  }

  @Requires(IncidentPermissions.CLOCK)
  @PostMapping("/api/v1/{tenant}/clocks")
  ResponseEntity<StatutoryClock> startAlone(Viewer viewer, @RequestBody ClockBody body) {
    return created(viewer, register.startAlone(viewer, body.order()));
  }

  @Requires(IncidentPermissions.READ)
  @GetMapping("/api/v1/{tenant}/clocks/{id}")
  ResponseEntity<StatutoryClock> show(Viewer viewer, @PathVariable UUID id) {
    return answer(viewer, id);
  }

  @Requires(IncidentPermissions.CLOCK)
  @PostMapping("/api/v1/{tenant}/clocks/{id}/submissions")
  ResponseEntity<StatutoryClock> submit(
      Viewer viewer,
      @PathVariable UUID id,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      @RequestBody SubmissionBody body) {
    reading.find(viewer, id);
    register.submit(viewer, id, Etag.demanded(ifMatch), body.order());
    return answer(viewer, id);
  }

  @Requires(IncidentPermissions.CLOCK)
  @PostMapping("/api/v1/{tenant}/clocks/{id}/requests")
  ResponseEntity<StatutoryClock> request(
      Viewer viewer,
      @PathVariable UUID id,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      @RequestBody RequestBodyJson body) {
    reading.find(viewer, id);
    register.request(
        viewer,
        id,
        Etag.demanded(ifMatch),
        new Orders.Asked(plain(body.step()), body.at(), body.due()));
    return answer(viewer, id);
  }

  private ResponseEntity<StatutoryClock> created(Viewer viewer, UUID id) {
    StatutoryClock it = reading.find(viewer, id);
    URI place = URI.create("/api/v1/" + viewer.seat().tenantKey() + "/clocks/" + id);
    return ResponseEntity.created(place).eTag(Etag.of(it.version())).body(it);
  }

  private ResponseEntity<StatutoryClock> answer(Viewer viewer, UUID id) {
    StatutoryClock it = reading.find(viewer, id);
    return ResponseEntity.ok().eTag(Etag.of(it.version())).body(it);
  }

  static String plain(@Nullable String text) {
    return text == null ? "" : text.strip();
  }
}
