package se.tillit.governingdocument.text;

/// One line or paragraph as its source gave it: what it is known to be, how deep it lies, its
/// bullet or number, its words.
public record Line(Shape shape, int level, String marker, String text) {

  /// What the source itself says of a line; the rest is found out by `DocumentStructure`.
  public enum Shape {
    /// A printed line, whose paragraph may go on in the next one.
    PRINTED,
    /// A whole paragraph.
    PARAGRAPH,
    HEADING,
    ITEM,
    /// The first cell of a table row, which the other cells say something of.
    ROW_NAME,
    /// A line of a table of contents.
    CONTENTS,
    BLANK,
    PAGE_BREAK
  }

  static final Line BLANK = new Line(Shape.BLANK, 0, "", "");
  static final Line PAGE_BREAK = new Line(Shape.PAGE_BREAK, 0, "", "");

  static Line printed(int indent, String text) {
    return text.isEmpty() ? BLANK : new Line(Shape.PRINTED, indent, "", text);
  }

  static Line paragraph(String text) {
    return text.isEmpty() ? BLANK : new Line(Shape.PARAGRAPH, 0, "", text);
  }

  boolean is(Shape other) {
    return shape == other;
  }

  boolean holdsText() {
    return shape != Shape.BLANK && shape != Shape.PAGE_BREAK;
  }
}
