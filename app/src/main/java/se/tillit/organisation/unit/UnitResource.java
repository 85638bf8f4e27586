package se.tillit.organisation.unit;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
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
import se.tillit.kernel.Sweden;
import se.tillit.kernel.Unknown;
import se.tillit.web.Cursor;
import se.tillit.web.Etag;

/// Units as JSON.
@RestController
class UnitResource {

  private final UnitPages pages;
  private final UnitRegister register;
  private final Clock clock;

  UnitResource(UnitPages pages, UnitRegister register, Clock clock) {
    this.pages = pages;
    this.register = register;
    this.clock = clock;
  }

  /// A page of units in the order of the tree, or of their names where some are searched for; of a
  /// large tree its upper levels.
  record UnitList(List<UnitRow> items, @Nullable String next) {}

  @Requires("organisation.read")
  @GetMapping("/api/v1/{tenant}/units")
  UnitList list(@RequestParam(defaultValue = "") String q, @RequestParam @Nullable String after) {
    Cursor from = after == null ? null : Cursor.parse(after);
    UnitPages.Listed found =
        q.isBlank() ? pages.tree(pages.total(), from) : pages.found(q.strip(), from);
    Cursor next = found.next();
    return new UnitList(found.rows(), next == null ? null : next.toString());
  }

  @Requires("organisation.read")
  @GetMapping("/api/v1/{tenant}/units/{id}")
  ResponseEntity<UnitFacts> show(@PathVariable UUID id) {
    UnitFacts facts = facts(id);
    return ResponseEntity.ok().eTag(Etag.of(facts.version())).body(facts);
  }

  @Requires("organisation.write")
  @PostMapping("/api/v1/{tenant}/units")
  ResponseEntity<UnitFacts> create(Viewer viewer, @RequestBody UnitForm form) {
    UUID id =
        register.open(
            viewer, form.codeOrNothing(), form.day(Sweden.today(clock)), form.placement());
    URI address = URI.create("/api/v1/" + viewer.seat().tenantKey() + "/units/" + id);
    return ResponseEntity.created(address).body(facts(id));
  }

  /// Another name, place or body from a day on.
  @Requires("organisation.write")
  @PutMapping("/api/v1/{tenant}/units/{id}")
  ResponseEntity<UnitFacts> update(
      Viewer viewer,
      @PathVariable UUID id,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @RequestBody UnitForm form) {
    register.change(
        viewer, id, Etag.demanded(ifMatch), form.day(Sweden.today(clock)), form.placement());
    return show(id);
  }

  @Requires("organisation.write")
  @PostMapping("/api/v1/{tenant}/units/{id}/closure")
  ResponseEntity<UnitFacts> close(
      Viewer viewer,
      @PathVariable UUID id,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    register.close(viewer, id, Etag.demanded(ifMatch), Sweden.today(clock));
    return show(id);
  }

  private UnitFacts facts(UUID id) {
    return pages.facts(id).orElseThrow(() -> new Unknown("unit", id));
  }
}
