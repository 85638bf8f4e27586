package se.tillit.exchange.file;

import java.time.Instant;
import java.util.UUID;

/// A kept file, without its content.
///
/// @param locationRemoved whether it said where it was taken before it was kept
public record Attachment(
    UUID id,
    String name,
    String mediaType,
    long size,
    String sha256,
    boolean locationRemoved,
    Instant addedAt,
    String addedBy) {

  /// Its size as read by people.
  public long kilobytes() {
    return Math.max(1, (size + 512) / 1024);
  }
}
