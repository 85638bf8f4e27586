package se.tillit.incident.handling;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
import se.tillit.identity.Requires;
import se.tillit.identity.Viewer;
import se.tillit.incident.ClosureDemand.Demand;
import se.tillit.incident.IncidentPermissions;
import se.tillit.kernel.Refused;
import se.tillit.web.Cursor;
import se.tillit.web.Etag;
import se.tillit.web.Words;

/// Cases as JSON: the queue, a case, what is written about it, how grave it is, and its end.
@RestController
class CaseResource {

  private static final int MOST = 200;

  private final Queue queue;
  private final CaseReading reading;
  private final CaseRegister register;
  private final Severity severity;
  private final Closure closure;
  private final Quarantine quarantine;

  CaseResource(
      Queue queue,
      CaseReading reading,
      CaseRegister register,
      Severity severity,
      Closure closure,
      Quarantine quarantine) {
    this.queue = queue;
    this.reading = reading;
    this.register = register;
    this.severity = severity;
    this.closure = closure;
    this.quarantine = quarantine;
  }

  /// A page of the queue.
  record QueuePage(List<QueueRow> items, @Nullable String next) {}

  /// Fields to write, by name; those that are not named stay. Null empties one.
  record Fields(@Nullable Map<String, @Nullable Object> fields) {

    TypedFields typed() {
      var texts = new EnumMap<CaseField, String>(CaseField.class);
      Map<String, @Nullable Object> given = fields == null ? Map.of() : fields;
      given.forEach((name, value) -> {
        for (CaseField field : CaseField.values()) {
          if (field.key().equals(name)) {
            texts.put(field, value == null ? "" : value.toString());
            return;
          }
        }
        throw new Refused("incident.field.unknown", name).at(name);
      });
      return new TypedFields(texts);
    }
  }

  /// How grave: category key → level, and another level than the worst with its motive.
  record Judged(
      @Nullable Map<String, Integer> levels, @Nullable Integer level, @Nullable String motive) {}

  /// Why a case is opened anew.
  record Reason(@Nullable String reason) {}

  /// What is missing before a case may be closed.
  record Missing(List<Lack> missing) {}

  /// One thing that is missing: its code, the words, and the page where it is mended.
  record Lack(String code, String detail, String path) {}

  @Requires(IncidentPermissions.READ)
  @GetMapping("/api/v1/{tenant}/incidents")
  QueuePage list(
      Viewer viewer,
      QueueFilter filter,
      @RequestParam(defaultValue = "50") int limit,
      @RequestParam(required = false) @Nullable String after) {
    int rows = Math.clamp(limit, 1, MOST);
    Cursor from = after == null ? null : Cursor.parse(after);
    List<QueueRow> found = queue.page(viewer, filter, from, rows + 1);
    List<QueueRow> shown = found.stream().limit(rows).toList();
    String next = found.size() <= rows ? null : Queue.cursorOf(filter, shown.getLast()).toString();
    return new QueuePage(shown, next);
  }

  @Requires(IncidentPermissions.READ)
  @GetMapping("/api/v1/{tenant}/incidents/{id}")
  ResponseEntity<Incident> show(Viewer viewer, @PathVariable UUID id) {
    return answer(reading.open(viewer, id));
  }

  @Requires(IncidentPermissions.HANDLE)
  @PutMapping("/api/v1/{tenant}/incidents/{id}")
  ResponseEntity<Incident> update(
      Viewer viewer,
      @PathVariable UUID id,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      @RequestBody Fields fields) {
    return answer(register.amend(viewer, id, Etag.demanded(ifMatch), fields.typed()));
  }

  @Requires(IncidentPermissions.HANDLE)
  @PutMapping("/api/v1/{tenant}/incidents/{id}/severity")
  ResponseEntity<Incident> judge(
      Viewer viewer,
      @PathVariable UUID id,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      @RequestBody Judged judged) {
    var judgement =
        new Severity.Judgement(
            judged.levels() == null ? Map.of() : judged.levels(),
            judged.level(),
            judged.motive() == null ? "" : judged.motive());
    return answer(severity.judge(viewer, id, Etag.demanded(ifMatch), judgement));
  }

  @Requires(IncidentPermissions.READ)
  @GetMapping("/api/v1/{tenant}/incidents/{id}/closure")
  Missing missing(Viewer viewer, @PathVariable UUID id) {
    reading.seen(viewer, id);
    Words words = Words.in(viewer.settings().language());
    return new Missing(closure.missing(id).stream().map(it -> lack(words, it)).toList());
  }

  @Requires(IncidentPermissions.HANDLE)
  @PostMapping("/api/v1/{tenant}/incidents/{id}/closure")
  ResponseEntity<Incident> close(
      Viewer viewer,
      @PathVariable UUID id,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
    return answer(closure.close(viewer, id, Etag.demanded(ifMatch)));
  }

  @Requires(IncidentPermissions.HANDLE)
  @DeleteMapping("/api/v1/{tenant}/incidents/{id}/closure")
  ResponseEntity<Incident> reopen(
      Viewer viewer,
      @PathVariable UUID id,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      @RequestBody Reason reason) {
    String why = reason.reason() == null ? "" : reason.reason();
    return answer(closure.reopen(viewer, id, Etag.demanded(ifMatch), why));
  }

  @Requires(IncidentPermissions.READ)
  @PostMapping("/api/v1/{tenant}/incidents/{id}/security-suspicion")
  ResponseEntity<Void> suspect(Viewer viewer, @PathVariable UUID id) {
    quarantine.suspect(viewer, id);
    return ResponseEntity.noContent().build();
  }

  private static Lack lack(Words words, Demand demand) {
    return new Lack(
        demand.messageKey(),
        words.t(demand.messageKey(), demand.arguments().toArray()),
        demand.path());
  }

  static ResponseEntity<Incident> answer(Incident incident) {
    return ResponseEntity.ok().eTag(Etag.of(incident.version())).body(incident);
  }
}
