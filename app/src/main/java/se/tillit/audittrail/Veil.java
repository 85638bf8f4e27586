package se.tillit.audittrail;

import java.util.Set;
import java.util.UUID;
import se.tillit.identity.Viewer;

/// Says of which things a viewer may not read what the trail tells of them: that something happened
/// stays, what it was does not show.
public interface Veil {

  /// Those of the things that are veiled for the viewer.
  Set<UUID> veiled(Viewer viewer, Set<UUID> things);
}
