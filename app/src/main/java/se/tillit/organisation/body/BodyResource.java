package se.tillit.organisation.body;

import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import se.tillit.identity.Requires;
import se.tillit.identity.Viewer;
import se.tillit.kernel.Refused;
import se.tillit.kernel.Sweden;
import se.tillit.kernel.Unknown;

/// Legal entities, bodies, meetings and terms as JSON.
@RestController
class BodyResource {

  private final BodyPages pages;
  private final BodyRegister register;
  private final Clock clock;

  BodyResource(BodyPages pages, BodyRegister register, Clock clock) {
    this.pages = pages;
    this.register = register;
    this.clock = clock;
  }

  /// A list that is always whole.
  record Whole<T>(List<T> items, @Nullable String next) {}

  /// A body or legal entity to be founded.
  record Founding(
      @Nullable String name,
      @Nullable String kind,
      @Nullable UUID entity,
      @Nullable LocalDate from) {}

  /// A meeting to be planned.
  record Planning(@Nullable LocalDate day, @Nullable LocalDate papersDay) {}

  /// What was made.
  record Made(UUID id) {}

  @Requires("organisation.read")
  @GetMapping("/api/v1/{tenant}/legal-entities")
  Whole<EntityRow> entities() {
    return new Whole<>(pages.entities(), null);
  }

  @Requires(value = "organisation.write", everywhere = true)
  @PostMapping("/api/v1/{tenant}/legal-entities")
  ResponseEntity<Made> foundEntity(Viewer viewer, @RequestBody Founding founding) {
    UUID id = register.foundEntity(name(founding), kind(founding), null, from(founding));
    return made(viewer, "legal-entities", id);
  }

  @Requires("organisation.read")
  @GetMapping("/api/v1/{tenant}/bodies")
  Whole<BodyRow> bodies() {
    return new Whole<>(pages.bodies(Sweden.today(clock)), null);
  }

  @Requires(value = "organisation.write", everywhere = true)
  @PostMapping("/api/v1/{tenant}/bodies")
  ResponseEntity<Made> foundBody(Viewer viewer, @RequestBody Founding founding) {
    if (founding.entity() == null) {
      throw new Refused("organisation.body.entity.missing").at("entity");
    }
    UUID id = register.foundBody(founding.entity(), name(founding), kind(founding), from(founding));
    return made(viewer, "bodies", id);
  }

  @Requires("organisation.read")
  @GetMapping("/api/v1/{tenant}/bodies/{id}/meetings")
  Whole<MeetingRow> meetings(@PathVariable UUID id) {
    body(id);
    return new Whole<>(pages.meetings(id, Sweden.today(clock)), null);
  }

  @Requires("organisation.meetings")
  @PostMapping("/api/v1/{tenant}/bodies/{id}/meetings")
  ResponseEntity<Made> plan(Viewer viewer, @PathVariable UUID id, @RequestBody Planning planning) {
    if (planning.day() == null) {
      throw new Refused("exchange.table.cell.not-a-day").at("day");
    }
    viewer.demandBody(MeetingController.MEETINGS, id);
    LocalDate papers =
        planning.papersDay() == null ? planning.day().minusDays(14) : planning.papersDay();
    UUID meeting = register.planMeeting(id, body(id).name(), planning.day(), papers);
    return made(viewer, "bodies/" + id + "/meetings", meeting);
  }

  private BodyFacts body(UUID id) {
    return pages.body(id).orElseThrow(() -> new Unknown("body", id));
  }

  private static String name(Founding founding) {
    return BodyController.named(founding.name() == null ? "" : founding.name());
  }

  private static String kind(Founding founding) {
    if (founding.kind() == null) {
      throw new Refused("organisation.kind.missing").at("kind");
    }
    return founding.kind();
  }

  private LocalDate from(Founding founding) {
    return founding.from() == null ? Sweden.today(clock) : founding.from();
  }

  private static ResponseEntity<Made> made(Viewer viewer, String under, UUID id) {
    String address = "/api/v1/" + viewer.seat().tenantKey() + "/" + under + "/" + id;
    return ResponseEntity.created(URI.create(address)).body(new Made(id));
  }
}
