package se.tillit.governingdocument.text;

/// A line on a printed page: its words, the size and weight of its letters, where it stands.
record PrintedLine(String text, float size, boolean bold, float left, float top, int page) {

  PrintedLine withText(String other) {
    return new PrintedLine(other, size, bold, left, top, page);
  }

  boolean isOnPageOf(PrintedLine other) {
    return page == other.page;
  }
}
