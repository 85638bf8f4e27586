package se.tillit.improvement;

import java.util.UUID;

/// What later modules may do with actions: open one for a finding. Who reads them joins
/// `improvement.published_action`.
public interface Actions {

  /// Opens an action in the running transaction and tells its owner.
  UUID open(NewAction action);
}
