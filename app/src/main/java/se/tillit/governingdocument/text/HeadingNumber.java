package se.tillit.governingdocument.text;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The number of a heading or numbered item, such as `4.1.3.`, and what may follow what.
record HeadingNumber(String written, List<Integer> parts, String rest) {

  private static final int DEEPEST = 6;

  /// The number that a line begins with, with a space and words after it, or none.
  static @Nullable HeadingNumber of(String line) {
    List<Integer> parts = new ArrayList<>();
    int at = 0;
    boolean stopped = false;
    while (parts.size() < DEEPEST) {
      int digits = digits(line, at);
      if (digits == 0 || digits > 2) {
        break;
      }
      parts.add(Integer.parseInt(line.substring(at, at + digits)));
      at += digits;
      stopped = at < line.length() && line.charAt(at) == '.';
      if (!stopped) {
        break;
      }
      at++;
    }
    boolean apart =
        at < line.length() && (line.charAt(at) == ' ' || stopped && startsTitle(line, at));
    if (parts.isEmpty() || !apart || line.substring(at).isBlank()) {
      return null;
    }
    return new HeadingNumber(line.substring(0, at), List.copyOf(parts), line.substring(at).strip());
  }

  private static boolean startsTitle(String line, int at) {
    return Character.isUpperCase(line.charAt(at));
  }

  private static int digits(String line, int from) {
    int at = from;
    while (at < line.length() && at - from < 3 && isDigit(line.charAt(at))) {
      at++;
    }
    return at - from;
  }

  private static boolean isDigit(char sign) {
    return sign >= '0' && sign <= '9';
  }

  int depth() {
    return parts.size();
  }

  boolean endsWithStop() {
    return written.endsWith(".");
  }

  /// True when this number comes after the other in an outline: 4.1.3 after 4.1.2, 4.1, or 4.1.1
  /// with one left out.
  boolean follows(@Nullable HeadingNumber previous) {
    if (previous == null) {
      return parts.stream().allMatch(part -> part <= 1) || depth() == 1 && parts.getFirst() <= 2;
    }
    int same = 0;
    while (same < depth()
        && same < previous.depth()
        && parts.get(same).equals(previous.parts.get(same))) {
      same++;
    }
    if (same == depth()) {
      return false;
    }
    int before = same < previous.depth() ? previous.parts.get(same) : 0;
    int step = parts.get(same) - before;
    boolean restFirst = parts.subList(same + 1, depth()).stream().allMatch(part -> part <= 1);
    return step >= 1 && step <= 2 && restFirst;
  }
}
