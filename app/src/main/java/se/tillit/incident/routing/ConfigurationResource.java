package se.tillit.incident.routing;

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
import org.springframework.web.bind.annotation.RestController;
import se.tillit.identity.Requires;
import se.tillit.incident.IncidentPermissions;
import se.tillit.web.Etag;

/// How the tenant takes reports, as JSON. The version begins at 0, which is nothing settled yet.
@RestController
class ConfigurationResource {

  private static final String HERE = "/api/v1/{tenant}/incidents/configuration";

  private final Routing routing;
  private final Terms terms;

  ConfigurationResource(Routing routing, Terms terms) {
    this.routing = routing;
    this.terms = terms;
  }

  /// The settings.
  record Settings(
      @Nullable Boolean anonymousAllowed,
      @Nullable Boolean officerDirectly,
      @Nullable Boolean diaryDemanded,
      @Nullable String defaultGround,
      @Nullable Integer megabytes) {

    Configuration configuration(int version) {
      return new Configuration(
          anonymousAllowed != null && anonymousAllowed,
          officerDirectly == null || officerDirectly,
          diaryDemanded != null && diaryDemanded,
          defaultGround,
          (megabytes == null ? 20 : megabytes) * Configuration.MEGABYTE,
          version);
    }
  }

  /// Who gets which reports.
  record Routes(List<Route> items) {}

  /// A route to add: a role or a person.
  record RouteBody(
      @Nullable UUID body,
      @Nullable String kind,
      @Nullable Boolean personalData,
      @Nullable String role,
      @Nullable UUID person) {}

  /// Kinds and causes.
  record AllTerms(List<Term> kinds, List<Term> causes) {}

  /// A term as wanted; without a key it is new.
  record TermBody(
      @Nullable String list,
      @Nullable String key,
      @Nullable String name,
      @Nullable String secrecyGround,
      @Nullable Boolean hidden) {}

  @Requires(IncidentPermissions.CONFIGURE)
  @GetMapping(HERE)
  ResponseEntity<Settings> show() {
    return answer();
  }

  @Requires(IncidentPermissions.CONFIGURE)
  @PutMapping(HERE)
  ResponseEntity<Settings> configure(
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      @RequestBody Settings settings) {
    routing.configure(settings.configuration(Etag.demanded(ifMatch) - 1));
    return answer();
  }

  @Requires(IncidentPermissions.CONFIGURE)
  @GetMapping(HERE + "/routes")
  Routes routes() {
    return new Routes(routing.routes());
  }

  @Requires(IncidentPermissions.CONFIGURE)
  @PostMapping(HERE + "/routes")
  ResponseEntity<Routes> add(@RequestBody RouteBody body) {
    routing.add(
        new Route(
            new UUID(0, 0),
            body.body(),
            null,
            body.kind(),
            body.personalData(),
            body.role(),
            body.person(),
            null));
    return ResponseEntity.status(HttpStatus.CREATED).body(routes());
  }

  @Requires(IncidentPermissions.CONFIGURE)
  @DeleteMapping(HERE + "/routes/{id}")
  Routes remove(@PathVariable UUID id) {
    routing.remove(id);
    return routes();
  }

  @Requires(IncidentPermissions.CONFIGURE)
  @GetMapping(HERE + "/terms")
  AllTerms terms() {
    return new AllTerms(terms.all("kind"), terms.all("cause"));
  }

  @Requires(IncidentPermissions.CONFIGURE)
  @PutMapping(HERE + "/terms")
  AllTerms keep(@RequestBody TermBody body) {
    terms.keep(
        new Terms.Wish(
            body.list() == null ? "" : body.list(),
            body.key(),
            body.name() == null ? "" : body.name(),
            body.secrecyGround(),
            body.hidden() != null && body.hidden()));
    return terms();
  }

  private ResponseEntity<Settings> answer() {
    Configuration now = routing.configuration();
    return ResponseEntity.ok()
        .eTag(Etag.of(now.version() + 1))
        .body(
            new Settings(
                now.anonymousAllowed(),
                now.officerDirectly(),
                now.diaryDemanded(),
                now.defaultGround(),
                now.megabytes()));
  }
}
