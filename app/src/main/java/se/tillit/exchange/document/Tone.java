package se.tillit.exchange.document;

/// The state a word or figure tells of: always a shape and a colour beside the word itself, never
/// colour alone.
public enum Tone {
  PLAIN("", "23221D"),
  GOOD("●", "2C651B"),
  CAUTION("▲", "774F00"),
  BAD("■", "98221A"),
  UNKNOWN("○", "5C574C");

  private final String mark;
  private final String colour;

  Tone(String mark, String colour) {
    this.mark = mark;
    this.colour = colour;
  }

  /// The shape that stands for the state, empty for plain words.
  public String mark() {
    return mark;
  }

  /// Six hexadecimal digits of sRGB; at least 4.5 to 1 against white.
  String colour() {
    return colour;
  }

  /// The words with their mark before them.
  String marked(String text) {
    return mark.isEmpty() ? text : mark + "\u00a0" + text;
  }
}
