package se.tillit.governingdocument.comparison;

import java.util.List;

/// What became of a clause between two versions.
///
/// @param before its places in the earlier version: none when added, several when it was split
///   there
/// @param after its places in the later version: none when removed, several when it was merged
///   before
/// @param moved true when it stands elsewhere among the clauses that both versions hold
/// @param difference word by word, empty unless changed
public record Change(
    Outcome outcome,
    List<Integer> before,
    List<Integer> after,
    boolean moved,
    List<Piece> difference) {

  public Change {
    before = List.copyOf(before);
    after = List.copyOf(after);
    difference = List.copyOf(difference);
  }

  /// What happened to the words.
  public enum Outcome {
    UNCHANGED,
    CHANGED,
    ADDED,
    REMOVED
  }

  /// Words in a row that both versions hold, or one alone.
  public record Piece(Side side, String words) {}

  /// Which version holds the words.
  public enum Side {
    BOTH,
    BEFORE,
    AFTER
  }
}
