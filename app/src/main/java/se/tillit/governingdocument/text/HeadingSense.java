package se.tillit.governingdocument.text;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.tillit.governingdocument.text.Line.Shape;

/// Judges whether a line is a heading, from its number, its shape and the lines around it.
final class HeadingSense {

  private static final int MARGIN_SHARE = 6;
  private static final int LONGEST_TITLE = 110;
  private static final int MOST_WORDS = 14;
  private static final int MOST_WORDS_UNNUMBERED = 9;
  private static final Pattern FINITE =
      Pattern.compile(
          "(^|.* )(ska|skall|måste|bör|får|ansvarar|är|har|antar|samordnar|innebär)( .*|$)");

  /// What a title page tells of the document: «Antagen av kommunfullmäktige 2022-10-31».
  private static final Pattern REMARK =
      Pattern.compile(
          "(Antag|Fastställ|Beslut|Gäller|Giltig|Revider|Diarie|Dnr|Version|Ersätter|Datum|Dokument).*[\\d:].*");

  private final List<Line> lines;
  private final int margin;
  private @Nullable HeadingNumber previous;
  private int listNumber;

  HeadingSense(List<Line> lines) {
    this.lines = lines;
    this.margin = margin(lines);
  }

  // The least indent that many lines have: what stands further in is a list or a table.
  private static int margin(List<Line> lines) {
    int[] counts = new int[32];
    int all = 0;
    for (Line line : lines) {
      if (line.is(Shape.PRINTED)) {
        counts[Math.min(line.level(), counts.length - 1)]++;
        all++;
      }
    }
    int least = 0;
    while (least < counts.length - 1 && counts[least] * MARGIN_SHARE < all) {
      least++;
    }
    return least;
  }

  @Nullable HeadingNumber numberAt(int i) {
    return HeadingNumber.of(lines.get(i).text());
  }

  void accept(HeadingNumber number) {
    previous = number;
    listNumber = 0;
  }

  void acceptItem(HeadingNumber number) {
    listNumber = number.parts().getFirst();
  }

  boolean isHeading(int i, HeadingNumber number, boolean afterColon) {
    if (!isTitle(number.rest(), MOST_WORDS)) {
      return false;
    }
    if (number.depth() > 1) {
      return true;
    }
    boolean nextInList =
        listNumber > 0 && number.parts().getFirst() == listNumber + 1
            || opensNumberedList(i, number);
    if (afterColon || nextInList) {
      return false;
    }
    return number.follows(previous) || number.endsWithStop() && stampedApart(i);
  }

  // «1. Öppen» with «2. Intern» on the very next line is a list, not two empty chapters.
  private boolean opensNumberedList(int i, HeadingNumber number) {
    if (i + 1 >= lines.size() || !lines.get(i + 1).holdsText()) {
      return false;
    }
    HeadingNumber next = numberAt(i + 1);
    return next != null
        && next.depth() == 1
        && next.parts().getFirst() == number.parts().getFirst() + 1;
  }

  private boolean stampedApart(int i) {
    return i == 0 || !lines.get(i - 1).holdsText();
  }

  /// A short line without number or full stop, set apart from the text before it and followed by
  /// text.
  boolean isUnnumberedHeading(int i, boolean allowed) {
    Line line = lines.get(i);
    Line next = nextWithText(i);
    if (!allowed || next == null || line.level() > margin + 1 || hasIndentedSibling(i)) {
      return false;
    }
    return isTitle(line.text(), MOST_WORDS_UNNUMBERED)
        && !REMARK.matcher(line.text()).matches()
        && !FINITE.matcher(line.text()).matches()
        && !Character.isLowerCase(next.text().codePointAt(0))
        && (stampedApart(i) || beginsText(i));
  }

  // Directly under other text it must at least be followed by a line that is clearly running text.
  private boolean beginsText(int i) {
    Line before = lines.get(i - 1);
    Line next = nextWithText(i);
    return before.is(Shape.HEADING)
        || !Block.endsOpen(before.text())
            && next != null
            && next.text().length() > LONGEST_TITLE / 2;
  }

  private static boolean isTitle(String words, int mostWords) {
    if (words.isEmpty() || words.length() > LONGEST_TITLE) {
      return false;
    }
    int first = words.codePointAt(0);
    boolean opens = Character.isUpperCase(first) || Character.isDigit(first);
    boolean open = ".:;,".indexOf(words.charAt(words.length() - 1)) < 0;
    boolean modal = words.contains(" ska ") || words.contains(" skall ") || words.contains(". ");
    return opens && open && !modal && words.split(" ", mostWords + 2).length <= mostWords;
  }

  /// True when the next printed line stands as far in as this one: two items of a list that lost
  /// its bullets.
  boolean hasIndentedSibling(int i) {
    int indent = lines.get(i).level();
    Line next = nextWithText(i);
    return indent > margin && next != null && next.is(Shape.PRINTED) && next.level() == indent;
  }

  private @Nullable Line nextWithText(int i) {
    for (int j = i + 1; j < lines.size(); j++) {
      if (lines.get(j).holdsText()) {
        return lines.get(j);
      }
    }
    return null;
  }
}
