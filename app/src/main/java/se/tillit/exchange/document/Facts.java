package se.tillit.exchange.document;

import java.util.List;

/// Named facts at the head of a letter: date, diary number, handler, addressee.
public record Facts(List<Fact> facts) implements Block {

  /// One name and its value.
  public record Fact(String name, String value) {}

  public Facts {
    facts = List.copyOf(facts);
  }
}
