package se.tillit.incident;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.tillit.identity.Viewer;

/// The register of cases, as the slices beside it may use it.
public interface Cases {

  /// The case if the viewer may see it; unknown otherwise.
  CaseCard find(Viewer viewer, UUID id);

  /// The case if the viewer may change it: unknown when unseen, forbidden when only seen.
  CaseCard demandHandled(Viewer viewer, UUID id);

  /// Adds what happened to the timeline of the case, in the running transaction.
  void happened(IncidentId id, Happening happening);

  /// Adds a decision to the log of the case, in the running transaction.
  void decided(IncidentId id, Decided decided);

  /// Notes that there are personal data in the case, and tells those who shall know of such, in the
  /// running transaction.
  void holdsPersonalData(IncidentId id);

  /// Something for the timeline.
  ///
  /// @param kind the message `incident.event.<kind>` names it
  /// @param text free words; may be empty
  record Happening(Instant at, String kind, String text) {}

  /// A decision with its motive and who took it.
  ///
  /// @param kind the message `incident.decision.<kind>` names it
  /// @param by the decider's person; none when only her name is known
  record Decided(
      String kind,
      String text,
      String motive,
      Instant at,
      @Nullable UUID by,
      String decider,
      String delegationPoint,
      @Nullable UUID body) {}
}
