package se.tillit.improvement;

import java.util.UUID;

/// What later modules may do with findings: raise one where they find it. Who reads them joins
/// `improvement.published_finding`. A page links to `/findings/new?` with
/// [NewAction.Source#query()] to let a person raise one there.
public interface Findings {

  /// Raises a finding in the running transaction; it waits for a decision from then on.
  UUID raise(NewFinding finding);
}
