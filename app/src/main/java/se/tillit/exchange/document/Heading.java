package se.tillit.exchange.document;

/// A heading under the document's title; level 1 opens a chapter, 3 is the deepest.
public record Heading(int level, String text) implements Block {

  public Heading {
    if (level < 1 || level > 3) {
      throw new IllegalArgumentException("A heading has level 1 to 3, not " + level);
    }
  }
}
