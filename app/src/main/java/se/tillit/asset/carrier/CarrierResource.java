package se.tillit.asset.carrier;

import java.net.URI;
import java.util.List;
import java.util.Map;
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
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import se.tillit.asset.SettledClass;
import se.tillit.identity.Requires;
import se.tillit.identity.Viewer;
import se.tillit.web.Cursor;
import se.tillit.web.Etag;

/// Carriers over the API.
@RestController
class CarrierResource {

  private final CarrierRegister register;

  CarrierResource(CarrierRegister register) {
    this.register = register;
  }

  /// One page of carriers; `next` leads on.
  record Listing(List<CarrierJson> items, @Nullable String next) {}

  /// A carrier as the API tells it.
  record CarrierJson(
      UUID id,
      String name,
      String kind,
      String description,
      UUID unit,
      @Nullable UUID owner,
      String supplier,
      @Nullable String level,
      @Nullable String profile,
      boolean retired,
      int version) {

    static CarrierJson of(Carrier carrier) {
      CarrierDraft facts = carrier.facts();
      SettledClass settled = carrier.settled();
      return new CarrierJson(
          carrier.id(),
          facts.name(),
          facts.kind().key(),
          facts.description(),
          facts.unit(),
          carrier.owner(),
          facts.supplier(),
          settled.isSettled() ? settled.label() : null,
          settled.isSettled() ? settled.profile() : null,
          carrier.retired(),
          carrier.version());
    }
  }

  @Requires("asset.read")
  @GetMapping("/api/v1/{tenant}/carriers")
  Listing list(@RequestParam Map<String, String> parameters) {
    List<Carrier> found = register.all(CarrierFilter.of(parameters));
    boolean more = found.size() > CarrierFilter.PAGE;
    List<Carrier> shown = more ? found.subList(0, CarrierFilter.PAGE) : found;
    return new Listing(
        shown.stream().map(CarrierJson::of).toList(),
        more ? Cursor.of(shown.getLast().name()).toString() : null);
  }

  @Requires("asset.write")
  @PostMapping("/api/v1/{tenant}/carriers")
  ResponseEntity<CarrierJson> create(Viewer viewer, @RequestBody CarrierForm form) {
    UUID id = register.register(viewer, form.draft());
    URI place = URI.create("/api/v1/" + viewer.seat().tenantKey() + "/carriers/" + id);
    CarrierJson created = CarrierJson.of(register.find(id));
    return ResponseEntity.created(place).eTag(Etag.of(created.version())).body(created);
  }

  @Requires("asset.read")
  @GetMapping("/api/v1/{tenant}/carriers/{id}")
  ResponseEntity<CarrierJson> show(@PathVariable UUID id) {
    CarrierJson found = CarrierJson.of(register.find(id));
    return ResponseEntity.ok().eTag(Etag.of(found.version())).body(found);
  }

  @Requires("asset.write")
  @PutMapping("/api/v1/{tenant}/carriers/{id}")
  ResponseEntity<CarrierJson> update(
      Viewer viewer,
      @PathVariable UUID id,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      @RequestBody CarrierForm form) {
    register.amend(viewer, id, Etag.demanded(ifMatch), form.draft());
    CarrierJson changed = CarrierJson.of(register.find(id));
    return ResponseEntity.ok().eTag(Etag.of(changed.version())).body(changed);
  }

  @Requires("asset.write")
  @PostMapping("/api/v1/{tenant}/carriers/{id}/retirement")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void retire(Viewer viewer, @PathVariable UUID id) {
    register.retire(viewer, id, true);
  }

  @Requires("asset.write")
  @DeleteMapping("/api/v1/{tenant}/carriers/{id}/retirement")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void restore(Viewer viewer, @PathVariable UUID id) {
    register.retire(viewer, id, false);
  }
}
