package se.tillit.governingdocument.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.tillit.governingdocument.text.Line.Shape;

/// Turns the paragraphs and table rows of a Word document into lines with their headings, bullets
/// and numbers.
final class WordLines {

  private static final int LONGEST_BOLD_HEADING = 100;
  private static final int LONGEST_ROW_NAME = 60;

  private final WordStyles styles;
  private final WordNumbering numberings;
  private final List<Line> lines = new ArrayList<>();
  private final Deque<Row> rows = new ArrayDeque<>();

  WordLines(WordStyles styles, WordNumbering numberings) {
    this.styles = styles;
    this.numberings = numberings;
  }

  /// A table row: the lines of each of its cells.
  private static final class Row {
    private final List<List<Line>> cells = new ArrayList<>();
  }

  List<Line> written() {
    return lines;
  }

  void startRow() {
    rows.push(new Row());
  }

  void startCell() {
    if (!rows.isEmpty()) {
      rows.peek().cells.add(new ArrayList<>());
    }
  }

  void take(WordParagraph paragraph) {
    List<Line> target = target();
    String[] pieces = paragraph.text().split("\n");
    for (int i = 0; i < pieces.length; i++) {
      String words = PlainText.squeezed(pieces[i]);
      if (words.isEmpty()) {
        continue;
      }
      target.add(i == 0 ? line(paragraph, words) : Line.paragraph(words));
    }
  }

  private List<Line> target() {
    Row row = rows.peek();
    return row == null || row.cells.isEmpty() ? lines : row.cells.getLast();
  }

  private Line line(WordParagraph paragraph, String words) {
    if (styles.isContents(paragraph.style)) {
      return new Line(Shape.CONTENTS, 0, "", words);
    }
    int heading =
        paragraph.outline >= 0 && paragraph.outline < 9
            ? paragraph.outline + 1
            : styles.headingLevel(paragraph.style);
    String list = listOf(paragraph);
    int depth = list == null ? 0 : depthOf(paragraph);
    String marker = list == null ? null : numberings.next(list, depth);
    if (heading > 0) {
      return new Line(Shape.HEADING, heading, marker == null ? "" : marker, words);
    }
    if (marker != null && !marker.isEmpty()) {
      return listed(paragraph, list, depth, marker, words);
    }
    return isBoldHeading(paragraph, words)
        ? new Line(Shape.HEADING, 0, "", words)
        : Line.paragraph(words);
  }

  private Line listed(
      WordParagraph paragraph, @Nullable String list, int depth, String marker, String words) {
    boolean bullet = list != null && numberings.isBullet(list, depth);
    return !bullet && isBoldHeading(paragraph, words)
        ? new Line(Shape.HEADING, depth + 1, marker, words)
        : new Line(Shape.ITEM, depth, marker, words);
  }

  private @Nullable String listOf(WordParagraph paragraph) {
    String own = paragraph.numbering;
    String list = own.isEmpty() ? styles.numbering(paragraph.style) : own;
    // List 0 is how Word writes «no list here, whatever the style says».
    return list == null || list.equals("0") ? null : list;
  }

  private int depthOf(WordParagraph paragraph) {
    int written =
        paragraph.numberingLevel >= 0
            ? paragraph.numberingLevel
            : styles.numberingLevel(paragraph.style);
    return numberings.levelOf(paragraph.style, written);
  }

  private static boolean isBoldHeading(WordParagraph paragraph, String words) {
    return paragraph.isAllBold()
        && words.length() <= LONGEST_BOLD_HEADING
        && Block.endsOpen(words)
        && !words.endsWith(",");
  }

  void endRow() {
    if (rows.isEmpty()) {
      return;
    }
    List<List<Line>> cells = rows.pop().cells.stream().filter(cell -> !cell.isEmpty()).toList();
    List<Line> target = target();
    for (int i = 0; i < cells.size(); i++) {
      boolean named = cells.size() > 1 && isRowName(cells.getFirst());
      for (Line line : cells.get(i)) {
        target.add(!named ? plain(line) : i > 0 ? inRow(line) : rowName(line));
      }
    }
  }

  // «Kommunstyrelsen | Antar riktlinjer»: the first cell leads in what the others say.
  private static boolean isRowName(List<Line> cell) {
    String name = cell.getFirst().text();
    return cell.size() == 1
        && cell.getFirst().marker().isEmpty()
        && name.length() <= LONGEST_ROW_NAME
        && Block.endsOpen(name);
  }

  private static Line inRow(Line line) {
    int level = line.is(Shape.ITEM) ? line.level() + 1 : 0;
    return new Line(Shape.ITEM, level, line.marker(), line.text());
  }

  private static Line rowName(Line line) {
    return new Line(Shape.ROW_NAME, 0, "", line.text());
  }

  private static Line plain(Line line) {
    return line.is(Shape.HEADING) ? Line.paragraph(line.text()) : line;
  }
}
