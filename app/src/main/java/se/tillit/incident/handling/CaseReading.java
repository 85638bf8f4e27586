package se.tillit.incident.handling;

import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.tillit.audittrail.Detail;
import se.tillit.audittrail.Subject;
import se.tillit.audittrail.Trail;
import se.tillit.identity.Scope;
import se.tillit.identity.Viewer;
import se.tillit.incident.CaseScope;
import se.tillit.incident.CaseTime;
import se.tillit.incident.IncidentPermissions;
import se.tillit.kernel.Forbidden;
import se.tillit.kernel.PersonId;
import se.tillit.kernel.Unknown;

/// Cases as a viewer may see and change them.
@Component
class CaseReading {

  private final CaseStore store;
  private final Trail trail;
  private final CaseTime time;

  CaseReading(CaseStore store, Trail trail, CaseTime time) {
    this.store = store;
    this.trail = trail;
    this.time = time;
  }

  @Transactional(readOnly = true)
  public Incident seen(Viewer viewer, UUID id) {
    return store.find(CaseScope.seenBy(viewer), id).orElseThrow(() -> new Unknown("incident", id));
  }

  /// Whether she still sees it: whoever hands a case over may not.
  @Transactional(readOnly = true)
  public boolean sees(Viewer viewer, UUID id) {
    return store.find(CaseScope.seenBy(viewer), id).isPresent();
  }

  /// What time it is in the case.
  Instant now(Incident incident) {
    return time.now(incident.filed().exercise());
  }

  /// For its page: with a mark in the trail, since the case has a ground for secrecy. The mark is
  /// about the reading, so that it changes nothing for those who follow the case.
  @Transactional
  public Incident open(Viewer viewer, UUID id) {
    Incident incident = seen(viewer, id);
    if (incident.filed().secrecyGround() != null) {
      trail.record(
          "incident.read",
          Subject.of("incident-reading", id, incident.reference()),
          Detail.of("secrecy", incident.filed().secrecyGround()));
    }
    return incident;
  }

  /// The case, when the viewer may change it; refused when she only sees it.
  @Transactional(readOnly = true)
  public Incident handled(Viewer viewer, UUID id) {
    Incident incident = seen(viewer, id);
    if (!mayHandle(viewer, incident)) {
      throw new Forbidden(IncidentPermissions.HANDLE);
    }
    return incident;
  }

  /// Within her reach, or hers to handle, or sent to her.
  @Transactional(readOnly = true)
  public boolean mayHandle(Viewer viewer, Incident incident) {
    if (!viewer.may(IncidentPermissions.HANDLE)) {
      return false;
    }
    Scope scope = viewer.scope(IncidentPermissions.HANDLE);
    UUID unit = incident.place().unit();
    UUID body = incident.place().body();
    if (scope.everything()
        || (unit != null && scope.reaches(unit))
        || (unit == null && body != null && scope.reachesBody(body))) {
      return true;
    }
    PersonId me = viewer.person();
    return me != null
        && (me.value().equals(incident.hands().handler())
            || store.isRecipient(incident.id(), me.value()));
  }
}
