package se.tillit.exchange.intake;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An upload as people see it.
public record UploadRecord(
    UUID id,
    String kind,
    Sending sending,
    UploadState state,
    @Nullable Refusal refusal,
    Counts counts,
    Asides asides) {

  /// Who sent what, and when.
  public record Sending(
      String fileName, long fileSize, boolean complete, Sender sender, Instant at) {}

  /// Somebody, or something without a person such as a token, and the units that she reached; null
  /// for all.
  public record Sender(@Nullable UUID person, String name, UUID @Nullable [] units) {}

  /// Why the file as a whole was refused.
  public record Refusal(String messageKey, List<String> arguments) {}

  /// The rows that were read, and what they would change.
  public record Counts(int read, int faulty, int added, int changed, int ended, int unchanged) {

    public int changes() {
      return added + changed + ended;
    }
  }

  /// What stands in the file and was not read, the work that reads or takes it now, and how many
  /// faulty rows are counted without being told of one by one.
  public record Asides(
      List<String> unknownHeadings, List<String> unreadSheets, @Nullable UUID job, int untold) {}
}
