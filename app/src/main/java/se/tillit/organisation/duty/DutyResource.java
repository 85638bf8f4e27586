package se.tillit.organisation.duty;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import se.tillit.identity.Requires;
import se.tillit.identity.Viewer;
import se.tillit.kernel.Period;
import se.tillit.kernel.Refused;
import se.tillit.kernel.Sweden;
import se.tillit.web.Cursor;

/// Duties as JSON.
@RestController
class DutyResource {

  private final DutyPages pages;
  private final DutyRegister register;
  private final Clock clock;

  DutyResource(DutyPages pages, DutyRegister register, Clock clock) {
    this.pages = pages;
    this.register = register;
    this.clock = clock;
  }

  /// A page of what is held and a page of what shall be filled, each with where it goes on.
  record DutyList(
      List<HeldDuty> items,
      List<ExpectedDuty> expected,
      @Nullable String next,
      @Nullable String nextExpected) {}

  /// A duty to be given, for a body, a unit or everything.
  record Giving(
      @Nullable String duty,
      @Nullable UUID person,
      @Nullable UUID body,
      @Nullable UUID unit,
      boolean deputy,
      @Nullable LocalDate from) {}

  /// What was given.
  record Given(UUID id) {}

  @Requires("organisation.duties")
  @GetMapping("/api/v1/{tenant}/roles")
  DutyList list(
      @RequestParam @Nullable String after, @RequestParam @Nullable String expectedAfter) {
    var held = pages.held(after == null ? null : Cursor.parse(after));
    var expected = pages.expected(expectedAfter == null ? null : Cursor.parse(expectedAfter));
    return new DutyList(held.rows(), expected.rows(), told(held.next()), told(expected.next()));
  }

  private static @Nullable String told(@Nullable Cursor next) {
    return next == null ? null : next.toString();
  }

  @Requires("organisation.duties-write")
  @PostMapping("/api/v1/{tenant}/roles")
  ResponseEntity<Given> create(Viewer viewer, @RequestBody Giving giving) {
    Duty duty =
        Duty.of(giving.duty() == null ? "" : giving.duty())
            .orElseThrow(() -> new Refused("organisation.duty.unknown").at("duty"));
    UUID person = giving.person();
    if (person == null) {
      throw new Refused("organisation.duty.person-unknown").at("person");
    }
    ExpectedDuty.Holder holder =
        pages
            .person(person)
            .orElseThrow(() -> new Refused("organisation.duty.person-unknown").at("person"));
    demandKnown(giving.body(), "body");
    demandKnown(giving.unit(), "unit");
    LocalDate from = giving.from() == null ? Sweden.today(clock) : giving.from();
    NewHolding holding =
        new NewHolding(
            duty,
            person,
            new NewHolding.For(null, giving.body(), giving.unit()),
            giving.deputy(),
            Period.since(from));
    UUID id = register.give(viewer, holding, holder.name() == null ? "" : holder.name());
    return ResponseEntity.status(HttpStatus.CREATED).body(new Given(id));
  }

  private void demandKnown(@Nullable UUID place, String sort) {
    if (place != null && !pages.knowsPlace(sort, place)) {
      throw new Refused("organisation.duty.place-unknown").at(sort);
    }
  }

  @Requires("organisation.duties-write")
  @DeleteMapping("/api/v1/{tenant}/roles/{id}")
  ResponseEntity<Void> end(Viewer viewer, @PathVariable UUID id) {
    register.end(viewer, id, Sweden.today(clock), "");
    return ResponseEntity.noContent().build();
  }
}
