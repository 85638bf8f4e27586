package se.tillit.exchange.document;

import java.util.List;

/// The few figures a board remembers, set large side by side, three or four to a row.
public record KeyFigures(List<KeyFigure> figures) implements Block {

  /// A figure, what it counts, and what to compare it with.
  ///
  /// @param note such as "78 % förra året"; may be empty
  public record KeyFigure(String value, String label, String note, Tone tone) {}

  public KeyFigures {
    figures = List.copyOf(figures);
  }
}
