package se.tillit.exchange.document;

/// A drawing with the words that stand in for it.
///
/// @param svg a whole SVG document of known size, complete without style sheets, scripts or other
///   files
/// @param alternative what the drawing shows, for those who do not see it
/// @param caption printed below; may be empty
public record Figure(String svg, String alternative, String caption) implements Block {

  public Figure {
    if (alternative.isBlank()) {
      throw new IllegalArgumentException("A figure needs words that stand in for it");
    }
  }
}
