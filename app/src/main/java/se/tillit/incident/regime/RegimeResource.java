package se.tillit.incident.regime;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
import se.tillit.incident.IncidentPermissions;
import se.tillit.kernel.Sweden;
import se.tillit.web.Etag;

/// Regimes and recipients as JSON: on a day, version by version, and as text to write anew.
@RestController
class RegimeResource {

  private static final String ONE = "/api/v1/{tenant}/{kind:regimes|recipients}/{code}";

  private final RegimeRegister register;
  private final Clock clock;

  RegimeResource(RegimeRegister register, Clock clock) {
    this.register = register;
    this.clock = clock;
  }

  /// A new version: its whole text, why, and on which legal source it stands.
  record TextBody(@Nullable String text, @Nullable String reason, @Nullable String source) {}

  /// Why what Tillit ships shall apply again.
  record RestorationBody(@Nullable String reason) {}

  @Requires(IncidentPermissions.READ)
  @GetMapping("/api/v1/{tenant}/regimes")
  List<Regimes.InForce> regimes(@RequestParam @Nullable LocalDate on) {
    return register.inForce(on == null ? Sweden.today(clock) : on);
  }

  @Requires(IncidentPermissions.READ)
  @GetMapping("/api/v1/{tenant}/recipients")
  List<Definition> recipients(@RequestParam @Nullable LocalDate on) {
    return register.applying(Definition.Kind.RECIPIENT, on == null ? Sweden.today(clock) : on);
  }

  @Requires(IncidentPermissions.READ)
  @GetMapping(ONE)
  ResponseEntity<List<Definition>> versions(@PathVariable String kind, @PathVariable String code) {
    return answer(kind, code);
  }

  @Requires(IncidentPermissions.CONFIGURE)
  @PutMapping(ONE)
  ResponseEntity<List<Definition>> write(
      @PathVariable String kind,
      @PathVariable String code,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      @RequestBody TextBody body) {
    register.versions(RegimeController.kind(kind), code);
    var reasons = new RegimeRegister.Reasons(plain(body.reason()), plain(body.source()));
    register.write(
        RegimeController.kind(kind), code, Etag.demanded(ifMatch), plain(body.text()), reasons);
    return answer(kind, code);
  }

  @Requires(IncidentPermissions.CONFIGURE)
  @PostMapping(ONE + "/restoration")
  ResponseEntity<List<Definition>> restore(
      @PathVariable String kind,
      @PathVariable String code,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      @RequestBody RestorationBody body) {
    register.versions(RegimeController.kind(kind), code);
    register.restore(
        RegimeController.kind(kind), code, Etag.demanded(ifMatch), plain(body.reason()));
    return answer(kind, code);
  }

  private ResponseEntity<List<Definition>> answer(String kind, String code) {
    List<Definition> versions = register.versions(RegimeController.kind(kind), code);
    return ResponseEntity.ok().eTag(Etag.of(versions.getFirst().number())).body(versions);
  }

  private static String plain(@Nullable String text) {
    return text == null ? "" : text;
  }
}
