package se.tillit.governingdocument.review;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.tillit.governingdocument.clause.Binding;
import se.tillit.governingdocument.comparison.Change;

/// What became of a clause between two editions, with its words.
///
/// @param clause the clause in the newer edition, null when it is gone
/// @param offered the figures that it may keep, or for one that is gone, those that measured it
/// @param report whether a duty to report goes with them
public record ShownChange(
    Change.Outcome outcome,
    boolean moved,
    String text,
    List<Change.Piece> pieces,
    @Nullable UUID clause,
    List<Binding> offered,
    boolean report) {

  /// Whether one press keeps something.
  public boolean isKeepable() {
    return clause != null && (!offered.isEmpty() || report);
  }

  public boolean isLost() {
    return clause == null && !offered.isEmpty();
  }
}
