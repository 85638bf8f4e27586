package se.tillit.organisation.person;

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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import se.tillit.identity.Requires;
import se.tillit.identity.Viewer;
import se.tillit.kernel.Period;
import se.tillit.kernel.Refused;
import se.tillit.kernel.Sweden;
import se.tillit.kernel.Unknown;
import se.tillit.web.Cursor;

/// People and assignments as JSON.
@RestController
class PersonResource {

  private final PersonPages pages;
  private final PersonRegister register;
  private final Clock clock;

  PersonResource(PersonPages pages, PersonRegister register, Clock clock) {
    this.pages = pages;
    this.register = register;
    this.clock = clock;
  }

  /// A page of people.
  record PersonList(List<PersonJson> items, @Nullable String next) {}

  /// A person in a list.
  record PersonJson(
      UUID id,
      String givenName,
      String familyName,
      @Nullable String title,
      @Nullable String unit) {}

  /// A person and what she does.
  record PersonDetail(PersonFacts person, List<AssignmentRow> assignments) {}

  /// A person to be added.
  record Adding(
      @Nullable String number,
      @Nullable String givenName,
      @Nullable String familyName,
      @Nullable String email,
      boolean hidden) {}

  /// An assignment to be given.
  record Assigning(
      @Nullable String kind,
      @Nullable UUID unit,
      @Nullable UUID body,
      @Nullable String title,
      @Nullable LocalDate from,
      @Nullable LocalDate to) {}

  @Requires("organisation.people")
  @GetMapping("/api/v1/{tenant}/people")
  PersonList list(
      Viewer viewer,
      @RequestParam(defaultValue = "") String q,
      @RequestParam @Nullable UUID unit,
      @RequestParam(defaultValue = "50") int limit,
      @RequestParam @Nullable String after) {
    int rows = Math.clamp(limit, 1, 200);
    List<PersonRow> found =
        pages.list(
            viewer.scope("organisation.people"),
            new PersonPages.Filter(q, unit),
            after == null ? null : Cursor.parse(after),
            rows + 1);
    List<PersonRow> shown = found.stream().limit(rows).toList();
    return new PersonList(
        shown.stream()
            .map(it ->
                new PersonJson(it.id(), it.givenName(), it.familyName(), it.title(), it.unit()))
            .toList(),
        found.size() <= rows ? null : shown.getLast().place().toString());
  }

  @Requires("organisation.people")
  @GetMapping("/api/v1/{tenant}/people/{id}")
  PersonDetail show(Viewer viewer, @PathVariable UUID id) {
    return new PersonDetail(person(viewer, id), pages.assignments(id));
  }

  @Requires("organisation.people-write")
  @PostMapping("/api/v1/{tenant}/people")
  ResponseEntity<PersonDetail> create(Viewer viewer, @RequestBody Adding adding) {
    String family = adding.familyName();
    if (family == null || family.isBlank()) {
      throw new Refused("organisation.name.missing").at("familyName");
    }
    String given = adding.givenName() == null ? "" : adding.givenName().strip();
    UUID id =
        register.add(
            new NewPerson(adding.number(), given, family.strip(), adding.email(), adding.hidden()));
    URI address = URI.create("/api/v1/" + viewer.seat().tenantKey() + "/people/" + id);
    return ResponseEntity.created(address).body(show(viewer, id));
  }

  @Requires("organisation.people-write")
  @PostMapping("/api/v1/{tenant}/people/{id}/assignments")
  PersonDetail assign(Viewer viewer, @PathVariable UUID id, @RequestBody Assigning assigning) {
    PersonFacts person = person(viewer, id);
    String kind = assigning.kind() == null ? "employee" : assigning.kind();
    boolean elected = kind.equals("elected");
    if (elected != (assigning.body() != null) || elected != (assigning.unit() == null)) {
      throw new Refused("organisation.assignment.place.missing").at("unit");
    }
    LocalDate from = assigning.from() == null ? Sweden.today(clock) : assigning.from();
    register.assign(
        new NewAssignment(
            id,
            kind,
            assigning.unit(),
            assigning.body(),
            assigning.title() == null ? "" : assigning.title(),
            new Period(from, assigning.to())),
        person.name());
    return show(viewer, id);
  }

  @Requires("organisation.people-write")
  @PostMapping("/api/v1/{tenant}/people/{id}/assignments/{assignment}/end")
  PersonDetail end(Viewer viewer, @PathVariable UUID id, @PathVariable UUID assignment) {
    PersonFacts person = person(viewer, id);
    if (!pages.belongs(assignment, id)) {
      throw new Unknown("assignment", assignment);
    }
    register.endAssignment(assignment, Sweden.today(clock), person.name());
    return show(viewer, id);
  }

  private PersonFacts person(Viewer viewer, UUID id) {
    return pages
        .one(viewer.scope("organisation.people"), id)
        .orElseThrow(() -> new Unknown("person", id));
  }
}
