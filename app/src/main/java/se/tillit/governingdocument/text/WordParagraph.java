package se.tillit.governingdocument.text;

/// One paragraph of a Word document while it is being read.
final class WordParagraph {

  String style = "";
  String numbering = "";
  int numberingLevel = -1;
  int outline = -1;
  boolean bold;

  private final StringBuilder text = new StringBuilder();
  private boolean reading;
  private boolean allBold = true;

  void startRun() {
    bold = false;
  }

  void reading(boolean on) {
    reading = on;
  }

  void takeCharacters(String characters) {
    if (reading) {
      append(characters);
    }
  }

  void append(String characters) {
    text.append(characters);
    allBold &= bold || characters.isBlank();
  }

  String text() {
    return text.toString();
  }

  boolean isAllBold() {
    return allBold && !text.isEmpty();
  }
}
