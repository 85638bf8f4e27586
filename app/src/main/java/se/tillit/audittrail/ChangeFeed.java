package se.tillit.audittrail;

import java.util.Set;
import java.util.UUID;

/// The trail as those read it who must follow what changes: figures and search (ADR 008).
public interface ChangeFeed {

  /// The number of the newest entry of all; 0 when there is none.
  long newest();

  /// The number of the newest entry about these kinds of subject; 0 when there is none.
  long newest(Set<String> kinds);

  /// Which subjects of these kinds changed after an entry.
  Changes since(Set<String> kinds, long number);

  /// What changed up to and including entry `newest`; when `everything`, a bulk change or more than
  /// a few thousand.
  record Changes(long newest, boolean everything, Set<UUID> subjects) {}
}
