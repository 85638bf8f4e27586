package se.tillit.organisation.body;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import se.tillit.identity.Requires;
import se.tillit.identity.Viewer;
import se.tillit.kernel.Unknown;
import se.tillit.web.Etag;

/// One body or legal entity as JSON, and what becomes of it.
@RestController
class BodyChangeResource {

  private final BodyPages pages;
  private final BodyChanges changes;

  BodyChangeResource(BodyPages pages, BodyChanges changes) {
    this.pages = pages;
    this.changes = changes;
  }

  /// A body as it shall be; with a last day it ends.
  record BodyWanted(@Nullable String name, @Nullable String pattern, @Nullable LocalDate last) {}

  /// A legal entity as it shall be; with a last day it ends.
  record EntityWanted(@Nullable String name, @Nullable String number, @Nullable LocalDate last) {}

  @Requires("organisation.read")
  @GetMapping("/api/v1/{tenant}/bodies/{id}")
  ResponseEntity<BodyFacts> body(@PathVariable UUID id) {
    BodyFacts body = pages.body(id).orElseThrow(() -> new Unknown("body", id));
    return ResponseEntity.ok().eTag(Etag.of(body.version())).body(body);
  }

  @Requires(BodyChanges.WRITE)
  @PutMapping("/api/v1/{tenant}/bodies/{id}")
  ResponseEntity<BodyFacts> updateBody(
      Viewer viewer,
      @PathVariable UUID id,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @RequestBody BodyWanted wanted) {
    BodyChange change = BodyChange.of(wanted.name(), wanted.pattern(), wanted.last());
    changes.changeBody(viewer, id, Etag.demanded(ifMatch), change);
    return body(id);
  }

  @Requires("organisation.read")
  @GetMapping("/api/v1/{tenant}/legal-entities/{id}")
  ResponseEntity<EntityFacts> entity(@PathVariable UUID id) {
    EntityFacts entity = pages.entity(id).orElseThrow(() -> new Unknown("legal-entity", id));
    return ResponseEntity.ok().eTag(Etag.of(entity.version())).body(entity);
  }

  @Requires(value = BodyChanges.WRITE, everywhere = true)
  @PutMapping("/api/v1/{tenant}/legal-entities/{id}")
  ResponseEntity<EntityFacts> updateEntity(
      Viewer viewer,
      @PathVariable UUID id,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @RequestBody EntityWanted wanted) {
    BodyChange change = BodyChange.of(wanted.name(), wanted.number(), wanted.last());
    changes.changeEntity(viewer, id, Etag.demanded(ifMatch), change);
    return entity(id);
  }
}
