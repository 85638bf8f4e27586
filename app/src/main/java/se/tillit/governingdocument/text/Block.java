package se.tillit.governingdocument.text;

/// A heading, paragraph or list item, its printed lines joined again.
record Block(Kind kind, int level, String marker, String text) {

  enum Kind {
    HEADING,
    PARAGRAPH,
    ITEM,
    CONTENTS
  }

  boolean is(Kind other) {
    return kind == other;
  }

  boolean endsWithColon() {
    return text.endsWith(":");
  }

  /// True when nothing has closed the last sentence, so that the next line may go on with it.
  boolean isOpen() {
    return endsOpen(text);
  }

  static boolean endsOpen(String text) {
    int at = text.length() - 1;
    while (at >= 0 && "\"'”’»)]".indexOf(text.charAt(at)) >= 0) {
      at--;
    }
    return at < 0 || ".!?:…".indexOf(text.charAt(at)) < 0;
  }
}
