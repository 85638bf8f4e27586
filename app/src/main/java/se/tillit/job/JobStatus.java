package se.tillit.job;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How far a piece of work has come. A failure carries a message key, never a stack trace.
public record JobStatus(
    UUID id,
    String kind,
    State state,
    long done,
    long total,
    @Nullable String failure,
    Instant startedAt) {

  public enum State {
    WAITING,
    RUNNING,
    DONE,
    FAILED
  }
}
