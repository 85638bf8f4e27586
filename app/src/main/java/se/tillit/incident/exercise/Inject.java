package se.tillit.incident.exercise;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is told to those who practise.
///
/// @param afterMinutes by the exercise's clock
/// @param byLeader whether the leader released it, else the clock did
public record Inject(
    UUID id,
    int afterMinutes,
    String title,
    String text,
    @Nullable Instant releasedAt,
    boolean byLeader) {

  /// As planned, before it is kept.
  ///
  /// @param title without strokes, which part it from its neighbours where it is written by line
  public record Planned(int afterMinutes, String title, String text) {

    public Planned {
      title = title == null ? "" : oneLine(title).replace('|', '/');
      text = text == null ? "" : oneLine(text);
    }

    private static String oneLine(String typed) {
      return typed.strip().replaceAll("\\s*\\R\\s*", " ");
    }
  }
}
