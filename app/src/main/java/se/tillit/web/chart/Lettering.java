package se.tillit.web.chart;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/// Measures words as our typeface sets them, so that they can be broken or shortened before they
/// are drawn.
final class Lettering {

  // Advance widths of Source Sans 3 in thousandths of the size, from the space to the tilde.
  private static final int[] WIDTHS = {
    200, 289, 426, 497, 497, 824, 609, 249, 303, 303, 418, 497, 249, 311, 249, 350, 497, 497, 497,
        497, 497, 497, 497,
    497, 497, 497, 249, 249, 497, 497, 497, 425, 847, 543, 588, 571, 615, 527, 494, 617, 652, 263,
        479, 579, 486, 727,
    647, 664, 566, 664, 569, 534, 536, 645, 515, 786, 513, 476, 539, 303, 350, 303, 497, 500, 542,
        504, 553, 456, 555,
    496, 292, 504, 544, 246, 247, 495, 255, 829, 547, 542, 555, 555, 347, 419, 338, 544, 467, 719,
        446, 467, 425, 303,
    241, 303, 497
  };
  private static final int OTHER = 620;
  private static final int ELLIPSIS = 746;
  private static final double BOLD = 1.05;

  private Lettering() {}

  static double width(String words, double size, boolean bold) {
    int thousandths =
        Normalizer.normalize(words, Normalizer.Form.NFD)
            .codePoints()
            .filter(sign -> Character.getType(sign) != Character.NON_SPACING_MARK)
            .map(Lettering::width)
            .sum();
    return thousandths * size / 1000 * (bold ? BOLD : 1);
  }

  private static int width(int sign) {
    if (sign >= ' ' && sign <= '~') {
      return WIDTHS[sign - ' '];
    }
    return sign == '…' ? ELLIPSIS : OTHER;
  }

  /// The words, or as many of their letters as there is room for and an ellipsis; empty where not
  /// even those fit.
  static String fitted(String words, double size, double room) {
    if (width(words, size, false) <= room) {
      return words;
    }
    int end = words.length();
    while (end > 0 && width(words.substring(0, end).stripTrailing() + "…", size, false) > room) {
      end = words.offsetByCodePoints(end, -1);
    }
    return end < 2 ? "" : words.substring(0, end).stripTrailing() + "…";
  }

  /// The words on at most so many lines, broken between words, the last one shortened if need be.
  static List<String> lines(String words, double size, double room, int most) {
    List<String> lines = new ArrayList<>();
    String left = words.strip();
    while (!left.isEmpty() && lines.size() < most) {
      int end = lines.size() == most - 1 ? left.length() : fitting(left, size, room);
      String line = left.substring(0, end);
      boolean broken = lines.size() < most - 1 && width(line, size, false) > room;
      int kept = broken ? breaking(line, size, room) : end;
      lines.add(broken ? line.substring(0, kept) + "-" : fitted(line, size, room));
      left = left.substring(kept).strip();
    }
    return lines;
  }

  // How much of a word that is too long by itself goes before the hyphen.
  private static int breaking(String word, double size, double room) {
    int end = word.offsetByCodePoints(0, 1);
    for (int next = end; next < word.length() && fits(word, next, size, room); ) {
      end = next;
      next = word.offsetByCodePoints(next, 1);
    }
    return end;
  }

  private static boolean fits(String word, int end, double size, double room) {
    return width(word.substring(0, end) + "-", size, false) <= room;
  }

  // How much of the words goes on one line: up to the last space that fits, all of them if none
  // does.
  private static int fitting(String words, double size, double room) {
    if (width(words, size, false) <= room) {
      return words.length();
    }
    int end = words.indexOf(' ');
    for (int next = end; next > 0 && width(words.substring(0, next), size, false) <= room; ) {
      end = next;
      next = words.indexOf(' ', next + 1);
    }
    return end < 0 ? words.length() : end;
  }
}
