package se.tillit.organisation.person;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.tillit.identity.Scope;
import se.tillit.identity.Viewer;
import se.tillit.kernel.Forbidden;
import se.tillit.kernel.Refused;
import se.tillit.kernel.Sweden;
import se.tillit.kernel.Unknown;

/// People and assignments as somebody with a permission changes them, by page or by JSON: only
/// where her permission reaches.
@Component
class Staffing {

  static final String READ = "organisation.people";
  static final String WRITE = "organisation.people-write";

  private final PersonPages pages;
  private final PersonStore store;
  private final PersonRegister register;
  private final Clock clock;

  Staffing(PersonPages pages, PersonStore store, PersonRegister register, Clock clock) {
    this.pages = pages;
    this.store = store;
    this.register = register;
    this.clock = clock;
  }

  /// A new person with what she does, both or neither.
  @Transactional
  public UUID engage(Viewer viewer, PersonForm person, AssignmentForm doing) {
    NewPerson wanted = person.person(false);
    if (doing.isEmpty()) {
      if (!viewer.demand(WRITE).everything()) {
        throw new Refused("organisation.assignment.unit.missing").at("unit");
      }
      return register.add(wanted);
    }
    UUID id = register.add(wanted);
    NewAssignment assignment = doing.assignment(id, today());
    demandPlace(viewer, assignment);
    register.assign(assignment, wanted.name());
    return id;
  }

  @Transactional
  public void change(Viewer viewer, UUID id, int version, PersonForm person) {
    PersonFacts before = seen(viewer, id);
    register.change(id, version, person.person(before.hidden()), before.hidden());
  }

  @Transactional
  public UUID assign(Viewer viewer, UUID id, AssignmentForm doing) {
    PersonFacts person = seen(viewer, id);
    NewAssignment assignment = doing.assignment(id, today());
    demandPlace(viewer, assignment);
    return register.assign(assignment, person.name());
  }

  @Transactional
  public void reassign(Viewer viewer, UUID id, UUID assignment, int version, AssignmentForm doing) {
    PersonFacts person = seen(viewer, id);
    demandPlace(viewer, place(id, assignment));
    NewAssignment wanted = doing.assignment(id, today());
    demandPlace(viewer, wanted);
    register.reassign(assignment, version, wanted, person.name());
  }

  @Transactional
  public void end(Viewer viewer, UUID id, UUID assignment) {
    PersonFacts person = seen(viewer, id);
    demandPlace(viewer, place(id, assignment));
    register.endAssignment(assignment, today(), person.name());
  }

  private NewAssignment place(UUID person, UUID assignment) {
    return AssignmentForm.of(row(person, assignment)).assignment(person, today());
  }

  /// The person's assignment; another person's does not exist here.
  AssignmentRow row(UUID person, UUID assignment) {
    return pages.assignments(person).stream()
        .filter(it -> it.id().equals(assignment))
        .findFirst()
        .orElseThrow(() -> new Unknown("assignment", assignment));
  }

  PersonFacts seen(Viewer viewer, UUID id) {
    return pages.one(viewer.scope(READ), id).orElseThrow(() -> new Unknown("person", id));
  }

  private void demandPlace(Viewer viewer, NewAssignment assignment) {
    Scope scope = viewer.demand(WRITE);
    UUID unit = assignment.unit();
    UUID body = assignment.body();
    if (unit != null && !store.isUnit(unit)) {
      throw new Refused("organisation.assignment.unit.missing").at("unit");
    }
    if (body != null && !store.isBody(body)) {
      throw new Refused("organisation.assignment.body.missing").at("body");
    }
    boolean reached =
        (unit == null || scope.reaches(unit)) && (body == null || scope.reachesBody(body));
    if (!reached) {
      throw new Forbidden(WRITE);
    }
  }

  private LocalDate today() {
    return Sweden.today(clock);
  }
}
