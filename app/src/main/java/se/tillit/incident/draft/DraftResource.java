package se.tillit.incident.draft;

import java.net.URI;
import java.time.Instant;
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
import org.springframework.web.bind.annotation.RestController;
import se.tillit.identity.Requires;
import se.tillit.identity.Viewer;
import se.tillit.incident.IncidentPermissions;
import se.tillit.kernel.Refused;
import se.tillit.web.Etag;

/// Drafts as JSON.
@RestController
class DraftResource {

  private final DraftRegister register;

  DraftResource(DraftRegister register) {
    this.register = register;
  }

  /// The drafts of a case, or of a clock without one.
  record DraftPage(List<DraftJson> items, @Nullable String next) {}

  /// A draft to begin. A letter needs the group that it is for, and its language.
  record NewDraft(
      @Nullable UUID step,
      @Nullable String stage,
      @Nullable String audience,
      @Nullable String language) {}

  /// What some or all fields shall say.
  record NewTexts(@Nullable Map<String, String> fields) {}

  /// How a supplement was sent.
  record Sending(
      @Nullable Instant at,
      @Nullable String channel,
      @Nullable String caseNumber,
      @Nullable String sender) {}

  @Requires(IncidentPermissions.READ)
  @GetMapping("/api/v1/{tenant}/incidents/{incident}/drafts")
  DraftPage list(Viewer viewer, @PathVariable UUID incident) {
    return new DraftPage(
        register.readAll(viewer, incident).stream().map(DraftJson::of).toList(), null);
  }

  @Requires(IncidentPermissions.CLOCK)
  @PostMapping("/api/v1/{tenant}/incidents/{incident}/drafts")
  ResponseEntity<DraftJson> create(
      Viewer viewer, @PathVariable UUID incident, @RequestBody NewDraft wanted) {
    UUID step = wanted.step();
    return begun(viewer, wanted, step != null && register.belongs(viewer, incident, step));
  }

  @Requires(IncidentPermissions.READ)
  @GetMapping("/api/v1/{tenant}/clocks/{clock}/drafts")
  DraftPage listAlone(Viewer viewer, @PathVariable UUID clock) {
    return new DraftPage(
        register.readAllAlone(viewer, clock).stream().map(DraftJson::of).toList(), null);
  }

  @Requires(IncidentPermissions.CLOCK)
  @PostMapping("/api/v1/{tenant}/clocks/{clock}/drafts")
  ResponseEntity<DraftJson> createAlone(
      Viewer viewer, @PathVariable UUID clock, @RequestBody NewDraft wanted) {
    UUID step = wanted.step();
    return begun(viewer, wanted, step != null && register.belongsAlone(viewer, clock, step));
  }

  private ResponseEntity<DraftJson> begun(Viewer viewer, NewDraft wanted, boolean belongs) {
    UUID step = wanted.step();
    if (step == null || !belongs) {
      throw new Refused("incident.draft.step-unknown").at("step");
    }
    UUID id =
        register.begin(
            viewer,
            new DraftRegister.Order(
                step, plain(wanted.stage()), plain(wanted.audience()), plain(wanted.language())));
    return created(viewer, id);
  }

  @Requires(IncidentPermissions.READ)
  @GetMapping("/api/v1/{tenant}/drafts/{id:[0-9a-f-]{36}}")
  ResponseEntity<DraftJson> show(Viewer viewer, @PathVariable UUID id) {
    return answer(register.read(viewer, id, "api"));
  }

  @Requires(IncidentPermissions.CLOCK)
  @PutMapping("/api/v1/{tenant}/drafts/{id:[0-9a-f-]{36}}")
  ResponseEntity<DraftJson> write(
      Viewer viewer,
      @PathVariable UUID id,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      @RequestBody NewTexts texts) {
    Map<String, String> fields = texts.fields();
    return answer(
        register.write(viewer, id, Etag.demanded(ifMatch), fields == null ? Map.of() : fields));
  }

  @Requires(IncidentPermissions.CLOCK)
  @PostMapping("/api/v1/{tenant}/drafts/{id:[0-9a-f-]{36}}/supplements")
  ResponseEntity<DraftJson> supplement(Viewer viewer, @PathVariable UUID id) {
    return created(viewer, register.supplement(viewer, id));
  }

  @Requires(IncidentPermissions.CLOCK)
  @PostMapping("/api/v1/{tenant}/drafts/{id:[0-9a-f-]{36}}/sending")
  ResponseEntity<DraftJson> send(
      Viewer viewer,
      @PathVariable UUID id,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      @RequestBody Sending sending) {
    register.send(
        viewer,
        id,
        Etag.demanded(ifMatch),
        new DraftRegister.Sending(
            sending.at(),
            plain(sending.channel()),
            plain(sending.caseNumber()),
            plain(sending.sender())));
    return answer(register.read(viewer, id, "api"));
  }

  private ResponseEntity<DraftJson> created(Viewer viewer, UUID id) {
    Draft draft = register.read(viewer, id, "api");
    URI place = URI.create("/api/v1/" + viewer.seat().tenantKey() + "/drafts/" + id);
    return ResponseEntity.created(place).eTag(Etag.of(draft.version())).body(DraftJson.of(draft));
  }

  private static ResponseEntity<DraftJson> answer(Draft draft) {
    return ResponseEntity.ok().eTag(Etag.of(draft.version())).body(DraftJson.of(draft));
  }

  private static String plain(@Nullable String text) {
    return text == null ? "" : text.strip();
  }
}
