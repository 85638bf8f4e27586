package se.tillit.incident.regime;

import se.tillit.web.Words;

/// The same thing said in Swedish and in English.
public record Said(String sv, String en) {

  public String in(Words words) {
    return words.language().equals("en") ? en : sv;
  }
}
