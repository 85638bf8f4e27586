package se.tillit.exchange.document;

import java.util.List;

/// Items one below the other, with bullets or, where their order matters, with numbers.
public record Listing(Kind kind, List<String> items) implements Block {

  /// Whether the order of the items matters.
  public enum Kind {
    BULLETED,
    NUMBERED
  }

  public Listing {
    items = List.copyOf(items);
  }

  public static Listing bulleted(List<String> items) {
    return new Listing(Kind.BULLETED, items);
  }

  public static Listing numbered(List<String> items) {
    return new Listing(Kind.NUMBERED, items);
  }
}
