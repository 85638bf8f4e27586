package se.tillit.governingdocument.review;

import java.util.List;
import se.tillit.governingdocument.comparison.Change;

/// What became of a clause between two editions, with its words.
public record ShownChange(
    Change.Outcome outcome, boolean moved, String text, List<Change.Piece> pieces) {}
