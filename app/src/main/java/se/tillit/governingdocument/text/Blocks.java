package se.tillit.governingdocument.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.tillit.governingdocument.text.Block.Kind;
import se.tillit.governingdocument.text.Line.Shape;

/// Joins printed lines to headings, paragraphs and list items again, across blank lines and page
/// breaks where a sentence goes on.
final class Blocks {

  /// Words after which no Swedish sentence ends.
  private static final Set<String> NEVER_LAST =
      WordSet.of(
          "och eller samt att för av i på med till som den det de en ett vid om från inom utan "
              + "ska skall bör måste kan får är har enligt sin sina sitt dess deras varje alla");

  private final List<Line> lines;
  private final PrintedWidth width;
  private final HeadingSense headings;
  private final List<Block> blocks = new ArrayList<>();

  private @Nullable Line last;
  private StringBuilder text = new StringBuilder();
  private Kind kind = Kind.PARAGRAPH;
  private int level;
  private String marker = "";
  private boolean gap = true;
  private boolean listing;

  private Blocks(List<Line> lines) {
    this.lines = lines;
    this.width = PrintedWidth.of(lines);
    this.headings = new HeadingSense(lines);
  }

  static List<Block> of(List<Line> lines) {
    Blocks blocks = new Blocks(lines);
    for (int i = 0; i < lines.size(); i++) {
      blocks.take(i);
    }
    blocks.close();
    return blocks.blocks;
  }

  private void take(int i) {
    Line line = lines.get(i);
    switch (line.shape()) {
      case BLANK, PAGE_BREAK -> gap = true;
      case HEADING -> takeHeading(i, line);
      case ITEM -> open(Kind.ITEM, line.level(), line.marker(), line);
      case ROW_NAME -> open(Kind.PARAGRAPH, 0, "", line);
      case CONTENTS -> open(Kind.CONTENTS, 0, "", line);
      case PARAGRAPH, PRINTED -> takeText(i, line);
    }
    if (line.holdsText()) {
      last = line;
      gap = false;
    }
  }

  private void takeHeading(int i, Line line) {
    if (last != null && last.is(Shape.HEADING) && !gap && startsLower(line.text())) {
      join(line.text());
      return;
    }
    HeadingNumber number = headings.numberAt(i);
    if (number == null) {
      open(Kind.HEADING, line.level(), line.marker(), line);
    } else {
      openHeading(number, line);
    }
  }

  private void takeText(int i, Line line) {
    if (takeMarked(i, line)) {
      return;
    }
    if (kind == Kind.ITEM && text.isEmpty()) {
      // A bullet that stood alone on its line: here are its words.
      text.append(line.text());
    } else if (goesOn(line)) {
      join(line.text());
    } else if (headings.isUnnumberedHeading(i, !endsWithColon() && (!listing || gap))) {
      open(Kind.HEADING, 0, "", line);
      listing = false;
    } else if (isUnmarkedItem(i, line)) {
      open(Kind.ITEM, line.level(), "", line);
    } else {
      open(Kind.PARAGRAPH, 0, "", line);
      listing = false;
    }
  }

  private boolean takeMarked(int i, Line line) {
    Marker bullet = Marker.of(line.text());
    if (bullet != null) {
      open(Kind.ITEM, line.level(), bullet.sign(), line, bullet.rest());
      listing = true;
      return true;
    }
    HeadingNumber number = headings.numberAt(i);
    if (number == null) {
      return false;
    }
    if (headings.isHeading(i, number, endsWithColon())) {
      openHeading(number, line);
      listing = false;
      return true;
    }
    if (isClause(number) && !midSentence(line)) {
      headings.acceptItem(number);
      open(Kind.ITEM, line.level(), number.written(), line, number.rest());
      listing = true;
      return true;
    }
    return false;
  }

  // «1. Utse en ägare» is an item of a list, «4.2 Chefer ska …» a numbered clause; «4.1 och 4.2» is
  // neither.
  private static boolean isClause(HeadingNumber number) {
    boolean listed = number.depth() == 1;
    return listed ? number.endsWithStop() : !startsLower(number.rest());
  }

  private boolean midSentence(Line line) {
    return kind != Kind.HEADING && isOpen() && !gap && last != null && width.isFull(last, line);
  }

  private void openHeading(HeadingNumber number, Line line) {
    headings.accept(number);
    open(Kind.HEADING, number.depth(), number.written(), line, number.rest());
  }

  private boolean goesOn(Line line) {
    if (last == null || blocks.isEmpty() && text.isEmpty() || kind == Kind.CONTENTS) {
      return false;
    }
    if (last.is(Shape.PARAGRAPH) || line.is(Shape.PARAGRAPH)) {
      return false;
    }
    boolean full = width.isFull(last, line);
    if (kind == Kind.HEADING) {
      return !gap && startsLower(line.text()) && text.length() > 30;
    }
    if (!isOpen()) {
      return !gap && !endsWithColon() && full && !startsNewItemIndent(line);
    }
    if (endsUnfinished()) {
      return true;
    }
    return startsLower(line.text()) ? full || !startsLikeItem(line) : full;
  }

  // After «…:» lines that all begin with the same small word are items whose bullets were lost.
  private boolean startsLikeItem(Line line) {
    return kind == Kind.ITEM
        && marker.isEmpty()
        && firstWord(line.text()).equals(firstWord(text.substring(0, Math.min(40, text.length()))));
  }

  private boolean startsNewItemIndent(Line line) {
    return line.level() != (last == null ? 0 : last.level()) && kind != Kind.ITEM;
  }

  // A lone space before a line, where others have none, is what is left of a bullet.
  private boolean isUnmarkedItem(int i, Line line) {
    if (endsWithColon() && kind != Kind.HEADING) {
      return true;
    }
    if (kind == Kind.ITEM && marker.isEmpty()) {
      boolean sameIndent = last != null && line.level() == last.level();
      return line.level() > 0 && sameIndent
          || line.level() == 0 && !gap && Block.endsOpen(line.text());
    }
    return line.level() > 0 && headings.hasIndentedSibling(i);
  }

  private boolean endsUnfinished() {
    char end = text.charAt(text.length() - 1);
    return end == ',' || end == '-' || end == '/' || NEVER_LAST.contains(lastWord());
  }

  private String lastWord() {
    int end = text.length();
    int start = end;
    while (start > 0 && end - start < 12 && Character.isLetter(text.charAt(start - 1))) {
      start--;
    }
    return text.substring(start, end);
  }

  private static String firstWord(String words) {
    int space = words.indexOf(' ');
    return space < 0 ? words : words.substring(0, space);
  }

  private boolean isOpen() {
    return !text.isEmpty() && Block.endsOpen(tail());
  }

  private boolean endsWithColon() {
    return !text.isEmpty() && text.charAt(text.length() - 1) == ':';
  }

  private String tail() {
    return text.substring(Math.max(0, text.length() - 8));
  }

  private static boolean startsLower(String words) {
    return Character.isLowerCase(words.codePointAt(0));
  }

  private void join(String words) {
    boolean hyphen = text.length() > 1 && text.charAt(text.length() - 1) == '-';
    if (hyphen && Hyphens.isSplitWord(lastBeforeHyphen(), words)) {
      text.setLength(text.length() - 1);
    } else if (!hyphen || Hyphens.isSuspended(words) || text.charAt(text.length() - 2) == ' ') {
      text.append(' ');
    }
    text.append(words);
  }

  private String lastBeforeHyphen() {
    int end = text.length() - 1;
    int start = end;
    while (start > 0 && end - start < 40 && Character.isLetterOrDigit(text.charAt(start - 1))) {
      start--;
    }
    return text.substring(start, end);
  }

  private void open(Kind newKind, int newLevel, String newMarker, Line line) {
    open(newKind, newLevel, newMarker, line, line.text());
  }

  private void open(Kind newKind, int newLevel, String newMarker, Line line, String words) {
    close();
    kind = newKind;
    level = newLevel;
    marker = newMarker;
    text = new StringBuilder(words);
    last = line;
  }

  private void close() {
    if (!text.isEmpty() || !marker.isEmpty()) {
      blocks.add(new Block(kind, level, marker, text.toString()));
    }
    text = new StringBuilder();
    marker = "";
  }
}
