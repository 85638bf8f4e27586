package se.tillit.organisation.person;

import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.tillit.audittrail.Detail;
import se.tillit.audittrail.Subject;
import se.tillit.audittrail.Trail;
import se.tillit.kernel.Ids;
import se.tillit.kernel.Refused;
import se.tillit.kernel.Stale;
import se.tillit.kernel.Unknown;

/// People and what they do. A name that is protected stands in no trail entry either.
@Component
public class PersonRegister {

  private final PersonStore store;
  private final Trail trail;

  PersonRegister(PersonStore store, Trail trail) {
    this.store = store;
    this.trail = trail;
  }

  @Transactional
  public UUID add(NewPerson person) {
    String externalId = person.externalId();
    if (externalId != null && store.isKnown(externalId)) {
      throw new Refused("organisation.person.number-taken", externalId).at("number");
    }
    UUID id = Ids.next();
    store.insert(id, person);
    trail.record("organisation.person-added", Subject.of("person", id, person.name()));
    return id;
  }

  /// @param keepsName a name, number or address that is left empty stays: it was never shown
  @Transactional
  public void change(UUID id, int version, NewPerson person, boolean keepsName) {
    String externalId = person.externalId();
    if (externalId != null && store.isKnownAsAnother(externalId, id)) {
      throw new Refused("organisation.person.number-taken", externalId).at("number");
    }
    if (!store.change(id, version, person, keepsName)) {
      throw new Stale("person", id);
    }
    trail.record(
        "organisation.person-changed",
        Subject.of("person", id, person.name()),
        Detail.of("protected", person.isProtected()));
  }

  @Transactional
  public UUID assign(NewAssignment assignment, String personName) {
    UUID id = Ids.next();
    store.insert(id, assignment);
    trail.record(
        "organisation.person-assigned",
        Subject.of("assignment", id, personName),
        Detail.of("person", assignment.person())
            .with("kind", assignment.kind())
            .with("unit", assignment.unit())
            .with("body", assignment.body())
            .with("from", assignment.period().from())
            .with("to", assignment.period().to()));
    return id;
  }

  @Transactional
  public void reassign(UUID assignment, int version, NewAssignment wanted, String personName) {
    if (!store.reassign(assignment, version, wanted)) {
      throw new Stale("assignment", assignment);
    }
    trail.record(
        "organisation.assignment-changed",
        Subject.of("assignment", assignment, personName),
        Detail.of("person", wanted.person())
            .with("kind", wanted.kind())
            .with("unit", wanted.unit())
            .with("body", wanted.body())
            .with("from", wanted.period().from())
            .with("to", wanted.period().to()));
  }

  /// Every duty that followed from the assignment is vacant from the next day.
  @Transactional
  public void endAssignment(UUID assignment, LocalDate last, String personName) {
    UUID person =
        store
            .endAssignment(assignment, last)
            .orElseThrow(() -> new Unknown("assignment", assignment));
    trail.record(
        "organisation.assignment-ended",
        Subject.of("assignment", assignment, personName),
        Detail.of("person", person).with("last", last));
  }
}
