package se.tillit.organisation.body;

import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.tillit.audittrail.Detail;
import se.tillit.audittrail.Subject;
import se.tillit.audittrail.Trail;
import se.tillit.identity.Viewer;
import se.tillit.kernel.Forbidden;
import se.tillit.kernel.Refused;
import se.tillit.kernel.Stale;
import se.tillit.kernel.Unknown;

/// Gives bodies and legal entities other names, and lets them end: what they decided stands, and
/// nothing may be left that answers to them.
@Component
class BodyChanges {

  static final String WRITE = "organisation.write";

  private final BodyStore store;
  private final BodyPages pages;
  private final Trail trail;

  BodyChanges(BodyStore store, BodyPages pages, Trail trail) {
    this.store = store;
    this.pages = pages;
    this.trail = trail;
  }

  @Transactional
  public void changeBody(Viewer viewer, UUID id, int version, BodyChange change) {
    viewer.demandBody(WRITE, id);
    BodyFacts before = pages.body(id).orElseThrow(() -> new Unknown("body", id));
    if (!before.name().equals(change.name()) && store.bodyIsNamed(change.name())) {
      throw new Refused("organisation.body.name-taken", change.name()).at("name");
    }
    LocalDate last = change.last();
    if (last != null) {
      demandBegun(id, last);
      if (store.hasUnitAfter(id, last)) {
        throw new Refused("organisation.body.end.not-empty").at("last");
      }
    }
    if (!store.changeBody(id, version, change)) {
      throw new Stale("body", id);
    }
    trail.record(
        "organisation.body-changed",
        Subject.of("body", id, change.name()),
        Detail.none()
            .changed("name", before.name(), change.name())
            .changed("pattern", before.pattern(), change.detail())
            .changed("last", before.last(), last));
  }

  @Transactional
  public void changeEntity(Viewer viewer, UUID id, int version, BodyChange change) {
    if (!viewer.mayEverywhere(WRITE)) {
      throw new Forbidden(WRITE);
    }
    EntityFacts before = pages.entity(id).orElseThrow(() -> new Unknown("legal-entity", id));
    if (!before.name().equals(change.name()) && store.entityIsNamed(change.name())) {
      throw new Refused("organisation.entity.name-taken", change.name()).at("name");
    }
    LocalDate last = change.last();
    if (last != null) {
      demandBegun(id, last);
      if (store.hasBodyAfter(id, last)) {
        throw new Refused("organisation.entity.end.not-empty").at("last");
      }
    }
    if (!store.changeEntity(id, version, change)) {
      throw new Stale("legal-entity", id);
    }
    trail.record(
        "organisation.entity-changed",
        Subject.of("legal-entity", id, change.name()),
        Detail.none()
            .changed("name", before.name(), change.name())
            .changed("number", before.number(), change.detail())
            .changed("last", before.last(), last));
  }

  private void demandBegun(UUID id, LocalDate last) {
    if (store.beganAfter(id, last)) {
      throw new Refused("organisation.end.before-start").at("last");
    }
  }
}
