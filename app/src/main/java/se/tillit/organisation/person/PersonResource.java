package se.tillit.organisation.person;

import java.net.URI;
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
import se.tillit.web.Cursor;
import se.tillit.web.Etag;

/// People and assignments as JSON.
@RestController
class PersonResource {

  private static final AssignmentForm NOTHING =
      new AssignmentForm(null, null, null, null, null, null);

  private final PersonPages pages;
  private final Staffing staffing;

  PersonResource(PersonPages pages, Staffing staffing) {
    this.pages = pages;
    this.staffing = staffing;
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
  ResponseEntity<PersonDetail> show(Viewer viewer, @PathVariable UUID id) {
    PersonFacts person = staffing.seen(viewer, id);
    return ResponseEntity.ok()
        .eTag(Etag.of(person.version()))
        .body(new PersonDetail(person, pages.assignments(id)));
  }

  @Requires("organisation.people-write")
  @PostMapping("/api/v1/{tenant}/people")
  ResponseEntity<PersonDetail> create(Viewer viewer, @RequestBody PersonForm adding) {
    UUID id = staffing.engage(viewer, adding, NOTHING);
    URI address = URI.create("/api/v1/" + viewer.seat().tenantKey() + "/people/" + id);
    return ResponseEntity.created(address).body(show(viewer, id).getBody());
  }

  /// Another name, number or address; of a protected identity only what is sent changes.
  @Requires("organisation.people-write")
  @PutMapping("/api/v1/{tenant}/people/{id}")
  ResponseEntity<PersonDetail> update(
      Viewer viewer,
      @PathVariable UUID id,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @RequestBody PersonForm person) {
    staffing.change(viewer, id, Etag.demanded(ifMatch), person);
    return show(viewer, id);
  }

  @Requires("organisation.people-write")
  @PostMapping("/api/v1/{tenant}/people/{id}/assignments")
  ResponseEntity<PersonDetail> assign(
      Viewer viewer, @PathVariable UUID id, @RequestBody AssignmentForm assigning) {
    staffing.assign(viewer, id, assigning);
    return show(viewer, id);
  }

  /// Another place, title or time; `If-Match` names the assignment's own version.
  @Requires("organisation.people-write")
  @PutMapping("/api/v1/{tenant}/people/{id}/assignments/{assignment}")
  ResponseEntity<PersonDetail> reassign(
      Viewer viewer,
      @PathVariable UUID id,
      @PathVariable UUID assignment,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @RequestBody AssignmentForm assigning) {
    staffing.reassign(viewer, id, assignment, Etag.demanded(ifMatch), assigning);
    return show(viewer, id);
  }

  @Requires("organisation.people-write")
  @PostMapping("/api/v1/{tenant}/people/{id}/assignments/{assignment}/end")
  ResponseEntity<PersonDetail> end(
      Viewer viewer, @PathVariable UUID id, @PathVariable UUID assignment) {
    staffing.end(viewer, id, assignment);
    return show(viewer, id);
  }
}
