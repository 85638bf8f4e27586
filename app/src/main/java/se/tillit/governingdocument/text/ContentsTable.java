package se.tillit.governingdocument.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import se.tillit.governingdocument.text.Line.Shape;

/// Marks the lines of a table of contents, so that they are not taken for the headings they point
/// at.
final class ContentsTable {

  private static final int MOST_LENGTH = 160;
  private static final Pattern TITLE =
      Pattern.compile(
          "(innehåll|innehållsförteckning|table of contents|contents)",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final Pattern PAGE_AT_END = Pattern.compile(".*\\D[ .…]\\d{1,3}");
  private static final Pattern LEADERS = Pattern.compile(".*(\\.{4}|(\\. ){3}|…{2}).*\\d{1,3}");

  private ContentsTable() {}

  static List<Line> marked(List<Line> lines) {
    List<Line> out = new ArrayList<>(lines.size());
    boolean under = false;
    for (Line line : lines) {
      if (!line.holdsText() || line.is(Shape.ITEM) || line.text().length() > MOST_LENGTH) {
        out.add(line);
        under = under && !line.holdsText();
        continue;
      }
      boolean pointer = LEADERS.matcher(line.text()).matches();
      boolean listed = under && PAGE_AT_END.matcher(line.text()).matches();
      under = pointer || listed || TITLE.matcher(line.text()).matches();
      out.add(pointer || listed ? new Line(Shape.CONTENTS, 0, "", line.text()) : line);
    }
    return out;
  }
}
