package se.tillit.job;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// Hands work to the background and tells how it goes.
public interface Jobs {

  /// Starts work of a kind when the running transaction commits; nothing happens if it doesn't.
  ///
  /// @param task what the kind needs to know, such as an id: read again when the work runs
  UUID start(String kind, String task);

  /// The same, at a moment to come.
  UUID start(String kind, String task, Instant at);

  Optional<JobStatus> status(UUID job);
}
