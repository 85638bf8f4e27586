package se.tillit.exchange.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// An upload as its page tells it, in the reader's words.
public record ImportView(
    UploadRecord upload,
    String title,
    @Nullable String refusal,
    List<Fault> faults,
    boolean moreFaults,
    List<Group> groups,
    Progress progress) {

  /// How far the work has come; of an unknown whole where the total is 0.
  public record Progress(long done, long total) {

    static final Progress NONE = new Progress(0, 0);
  }

  /// One cell that is wrong, or was cleaned.
  public record Fault(int sheetRow, String column, String value, String reason, boolean notice) {}

  /// The first of the changes of one sort.
  public record Group(String change, int count, List<Line> lines) {}

  /// One change.
  public record Line(@Nullable Integer sheetRow, String label, String detail) {}
}
