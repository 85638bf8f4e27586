package se.tillit.governingdocument.text;

import java.util.List;

/// How long a full printed line is in this text: a shorter one ended because its paragraph did.
record PrintedWidth(int characters) {

  private static final int SHORTEST = 30;
  private static final int NARROWEST = 60;
  private static final double NEARLY = 0.85;

  static PrintedWidth of(List<Line> lines) {
    int[] lengths =
        lines.stream()
            .filter(line -> line.is(Line.Shape.PRINTED))
            .mapToInt(line -> line.level() + line.text().length())
            .filter(length -> length >= SHORTEST)
            .sorted()
            .toArray();
    return new PrintedWidth(
        lengths.length == 0
            ? Integer.MAX_VALUE
            : Math.max(NARROWEST, lengths[lengths.length * 9 / 10]));
  }

  /// True when the next line's first word would hardly have had room on this one.
  boolean isFull(Line line, Line next) {
    int space = next.text().indexOf(' ');
    int word = space < 0 ? next.text().length() : space;
    int needed = line.level() + line.text().length() + 1 + word;
    return needed > characters * NEARLY;
  }
}
