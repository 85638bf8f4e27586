package se.tillit.governingdocument.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import se.tillit.governingdocument.text.Line.Shape;

/// Reads headings, indents and gaps from the way lines are printed.
final class PrintedLines {

  private static final float LARGER = 1.12f;
  private static final float WIDER_GAP = 1.45f;
  private static final int LONGEST_HEADING = 140;

  private final List<PrintedLine> printed;
  private final int bodySize;
  private final int margin;
  private final float spacing;
  private final List<Integer> headingSizes;

  private PrintedLines(List<PrintedLine> printed) {
    this.printed = printed;
    this.bodySize = mostCommonSize(printed);
    this.margin = mostCommonLeft(printed);
    this.spacing = mostCommonSpacing(printed);
    TreeSet<Integer> sizes = new TreeSet<>();
    printed.stream().filter(this::isLarge).forEach(line -> sizes.add(rounded(line.size())));
    this.headingSizes = new ArrayList<>(sizes.descendingSet());
  }

  static List<Line> asLines(List<PrintedLine> printed) {
    return new PrintedLines(printed).lines();
  }

  private List<Line> lines() {
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < printed.size(); i++) {
      PrintedLine line = printed.get(i);
      if (i > 0 && !line.isOnPageOf(printed.get(i - 1))) {
        lines.add(Line.PAGE_BREAK);
      } else if (i > 0 && isApart(printed.get(i - 1), line)) {
        lines.add(Line.BLANK);
      }
      lines.add(line(line));
    }
    return lines;
  }

  private Line line(PrintedLine line) {
    if (isLarge(line)
        && line.text().length() <= LONGEST_HEADING
        && Marker.of(line.text()) == null) {
      return new Line(
          Shape.HEADING, headingSizes.indexOf(rounded(line.size())) + 1, "", line.text());
    }
    int indent = Math.max(0, Math.round((line.left() - margin) / Math.max(1f, line.size() * 0.5f)));
    return Line.printed(indent, line.text());
  }

  private boolean isLarge(PrintedLine line) {
    return line.size() > bodySize * LARGER && rounded(line.size()) > bodySize;
  }

  private boolean isApart(PrintedLine before, PrintedLine line) {
    float gap = line.top() - before.top();
    boolean otherWeight = before.bold() != line.bold();
    return gap > spacing * WIDER_GAP
        || gap < 0
        || otherWeight && line.text().length() < LONGEST_HEADING;
  }

  private static int mostCommonSize(List<PrintedLine> lines) {
    Map<Integer, Integer> counts = new HashMap<>();
    lines.forEach(line -> counts.merge(rounded(line.size()), line.text().length(), Integer::sum));
    return mostCommon(counts);
  }

  private static int mostCommonLeft(List<PrintedLine> lines) {
    Map<Integer, Integer> counts = new HashMap<>();
    lines.forEach(line -> counts.merge(Math.round(line.left()), 1, Integer::sum));
    return mostCommon(counts);
  }

  private static float mostCommonSpacing(List<PrintedLine> lines) {
    Map<Integer, Integer> counts = new HashMap<>();
    for (int i = 1; i < lines.size(); i++) {
      float gap = lines.get(i).top() - lines.get(i - 1).top();
      if (lines.get(i).isOnPageOf(lines.get(i - 1)) && gap > 1) {
        counts.merge(Math.round(gap), 1, Integer::sum);
      }
    }
    return counts.isEmpty() ? Float.MAX_VALUE / 4 : mostCommon(counts);
  }

  // The smallest of equals, so that the same file always reads the same.
  private static int mostCommon(Map<Integer, Integer> counts) {
    return counts.entrySet().stream()
        .max(
            Map.Entry.<Integer, Integer>comparingByValue()
                .thenComparing(Map.Entry.<Integer, Integer>comparingByKey().reversed()))
        .map(Map.Entry::getKey)
        .orElse(0);
  }

  private static int rounded(float size) {
    return Math.round(size);
  }
}
