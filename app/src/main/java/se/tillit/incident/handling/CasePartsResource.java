package se.tillit.incident.handling;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import se.tillit.exchange.file.Attachment;
import se.tillit.exchange.file.FileDownload;
import se.tillit.exchange.file.SentFile;
import se.tillit.identity.Requires;
import se.tillit.identity.Viewer;
import se.tillit.incident.IncidentPermissions;
import se.tillit.incident.attachment.Attachments;
import se.tillit.incident.ledger.Ledger;
import se.tillit.incident.routing.Routing;
import se.tillit.kernel.Refused;
import se.tillit.web.Etag;

/// What belongs to a case, as JSON: timeline, decisions, files, what it strikes, related cases.
@RestController
class CasePartsResource {

  private static final String CASE = "/api/v1/{tenant}/incidents/{id}";

  private final CaseReading reading;
  private final CaseLog log;
  private final Ledger ledger;
  private final Attachments attachments;
  private final Affected affected;
  private final Relations relations;
  private final Routing routing;

  CasePartsResource(
      CaseReading reading,
      CaseLog log,
      Ledger ledger,
      Attachments attachments,
      Affected affected,
      Relations relations,
      Routing routing) {
    this.reading = reading;
    this.log = log;
    this.ledger = ledger;
    this.attachments = attachments;
    this.affected = affected;
    this.relations = relations;
    this.routing = routing;
  }

  /// The timeline in its order.
  record Events(List<Ledger.Noted> items) {}

  /// An event to write in; without a moment, now.
  record EventBody(@Nullable Instant at, @Nullable String kind, @Nullable String text) {}

  /// The decisions in their order.
  record Decisions(List<Ledger.Decided> items) {}

  /// A decision to write in.
  record DecisionBody(
      @Nullable Instant decidedAt,
      @Nullable String kind,
      @Nullable String text,
      @Nullable String motive,
      @Nullable String decider,
      @Nullable String delegationPoint,
      @Nullable UUID body) {}

  /// The files of a case.
  record Files(List<Attachment> items) {}

  /// What a case strikes.
  record StruckThings(List<Affected.Struck> items) {}

  /// Cases that hang together with this one, and those that are likely the same event.
  record Others(List<Relations.Other> items, List<Relations.Other> likely) {}

  /// Another case by its number; `kind` is `related` or `same-cause`.
  record Tie(@Nullable String reference, @Nullable String kind) {}

  /// The id of what was made.
  record Made(UUID id) {}

  @Requires(IncidentPermissions.READ)
  @GetMapping(CASE + "/events")
  Events events(Viewer viewer, @PathVariable UUID id) {
    return new Events(ledger.events(reading.seen(viewer, id).id()));
  }

  @Requires(IncidentPermissions.HANDLE)
  @PostMapping(CASE + "/events")
  ResponseEntity<Made> addEvent(
      Viewer viewer,
      @PathVariable UUID id,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @RequestBody EventBody body) {
    var event = new CaseLog.NewEvent(body.at(), plain(body.kind()), plain(body.text()));
    return made(log.add(viewer, id, key, event));
  }

  @Requires(IncidentPermissions.READ)
  @GetMapping(CASE + "/decisions")
  Decisions decisions(Viewer viewer, @PathVariable UUID id) {
    return new Decisions(ledger.decisions(reading.seen(viewer, id).id()));
  }

  @Requires(IncidentPermissions.HANDLE)
  @PostMapping(CASE + "/decisions")
  ResponseEntity<Made> addDecision(
      Viewer viewer,
      @PathVariable UUID id,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @RequestBody DecisionBody body) {
    var decision =
        new CaseLog.NewDecision(
            body.decidedAt(),
            plain(body.kind()),
            plain(body.text()),
            plain(body.motive()),
            plain(body.decider()),
            plain(body.delegationPoint()),
            body.body());
    return made(log.add(viewer, id, key, decision));
  }

  @Requires(IncidentPermissions.READ)
  @GetMapping(CASE + "/attachments")
  Files files(Viewer viewer, @PathVariable UUID id) {
    return new Files(attachments.of(reading.seen(viewer, id).id()));
  }

  @Requires(IncidentPermissions.HANDLE)
  @PostMapping(path = CASE + "/attachments", consumes = "multipart/form-data")
  ResponseEntity<Attachment> addFile(
      Viewer viewer,
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable MultipartFile file)
      throws IOException {
    if (file == null) {
      throw new Refused("exchange.file.none").at("file");
    }
    SentFile sent = SentFile.of(file, routing.configuration().sizeLimit());
    return ResponseEntity.status(HttpStatus.CREATED).body(log.add(viewer, id, sent));
  }

  @Requires(IncidentPermissions.READ)
  @GetMapping(CASE + "/attachments/{file}")
  void file(
      Viewer viewer, @PathVariable UUID id, @PathVariable UUID file, HttpServletResponse answer)
      throws IOException {
    FileDownload.give(answer, log.fetch(viewer, id, file), out -> attachments.write(file, out));
  }

  @Requires(IncidentPermissions.READ)
  @GetMapping(CASE + "/affected")
  StruckThings affected(Viewer viewer, @PathVariable UUID id) {
    return new StruckThings(affected.of(reading.seen(viewer, id).id()));
  }

  @Requires(IncidentPermissions.HANDLE)
  @PutMapping(CASE + "/{thing:assets|carriers|bodies|entities}/{what}")
  StruckThings add(
      Viewer viewer, @PathVariable UUID id, @PathVariable String thing, @PathVariable UUID what) {
    affected.add(viewer, id, Affected.Thing.of(thing), what);
    return new StruckThings(affected.of(id));
  }

  @Requires(IncidentPermissions.HANDLE)
  @DeleteMapping(CASE + "/{thing:assets|carriers|bodies|entities}/{what}")
  StruckThings remove(
      Viewer viewer, @PathVariable UUID id, @PathVariable String thing, @PathVariable UUID what) {
    affected.remove(viewer, id, Affected.Thing.of(thing), what);
    return new StruckThings(affected.of(id));
  }

  @Requires(IncidentPermissions.READ)
  @GetMapping(CASE + "/relations")
  Others others(Viewer viewer, @PathVariable UUID id) {
    Incident incident = reading.seen(viewer, id);
    return new Others(relations.of(viewer, incident), relations.likely(viewer, incident));
  }

  @Requires(IncidentPermissions.HANDLE)
  @PostMapping(CASE + "/relations")
  Others relate(Viewer viewer, @PathVariable UUID id, @RequestBody Tie tie) {
    relations.relate(viewer, id, plain(tie.reference()), plain(tie.kind()));
    return others(viewer, id);
  }

  @Requires(IncidentPermissions.HANDLE)
  @DeleteMapping(CASE + "/relations/{other}")
  Others part(Viewer viewer, @PathVariable UUID id, @PathVariable UUID other) {
    relations.part(viewer, id, other);
    return others(viewer, id);
  }

  @Requires(IncidentPermissions.HANDLE)
  @PostMapping(CASE + "/duplicate")
  ResponseEntity<Made> merge(
      Viewer viewer,
      @PathVariable UUID id,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      @RequestBody Tie tie) {
    int version = Etag.demanded(ifMatch);
    return ResponseEntity.ok(
        new Made(relations.merge(viewer, id, version, plain(tie.reference()))));
  }

  private static ResponseEntity<Made> made(UUID id) {
    return ResponseEntity.status(HttpStatus.CREATED).body(new Made(id));
  }

  private static String plain(@Nullable String text) {
    return text == null ? "" : text;
  }
}
