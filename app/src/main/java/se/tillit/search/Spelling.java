package se.tillit.search;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/// How words are folded, cut in threes and compared; the same folding as the database's
/// `search.words`, which is published with it.
public final class Spelling {

  private static final String ACCENTED = "åäáàâãæçéèêëíìîïñöóòôõøúùûüýÿ";
  private static final String PLAIN = "aaaaaaaceeeeiiiinoooooouuuuyy";
  private static final int MOST_WORDS = 6;
  private static final int LONGEST = 60;

  private Spelling() {}

  /// The folded words of what was asked for, at most six.
  public static List<String> words(String asked) {
    return Stream.of(fold(asked).split("[^\\p{L}\\p{Nd}]+"))
        .filter(word -> !word.isEmpty())
        .map(word -> word.length() > LONGEST ? word.substring(0, LONGEST) : word)
        .distinct()
        .limit(MOST_WORDS)
        .toList();
  }

  static String fold(String text) {
    var folded = new StringBuilder(text.toLowerCase(Locale.ROOT));
    for (int i = 0; i < folded.length(); i++) {
      int at = ACCENTED.indexOf(folded.charAt(i));
      if (at >= 0) {
        folded.setCharAt(i, PLAIN.charAt(at));
      }
    }
    return folded.toString();
  }

  /// The groups of three letters of a word, with its beginning marked.
  static Set<String> trigrams(String word) {
    String marked = " " + word;
    var groups = new LinkedHashSet<String>();
    for (int i = 0; i + 3 <= marked.length(); i++) {
      groups.add(marked.substring(i, i + 3));
    }
    return groups;
  }

  /// How many letters may be wrong in a word of this length.
  static int tolerance(String word) {
    if (word.length() < 4) {
      return 0;
    }
    return word.length() < 8 ? 1 : 2;
  }

  /// Whether two words differ by at most so many letters added, missing, changed or swapped with
  /// the next.
  static boolean near(String one, String other, int most) {
    if (Math.abs(one.length() - other.length()) > most) {
      return false;
    }
    int[] before = new int[0];
    int[] last = row(other.length());
    for (int i = 1; i <= one.length(); i++) {
      int[] now = new int[other.length() + 1];
      now[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int cost = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
        now[j] = Math.min(Math.min(now[j - 1], last[j]) + 1, last[j - 1] + cost);
        if (i > 1 && j > 1 && swapped(one, other, i, j)) {
          now[j] = Math.min(now[j], before[j - 2] + 1);
        }
      }
      before = last;
      last = now;
    }
    return last[other.length()] <= most;
  }

  private static boolean swapped(String one, String other, int i, int j) {
    return one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
  }

  private static int[] row(int length) {
    int[] row = new int[length + 1];
    Arrays.setAll(row, j -> j);
    return row;
  }
}
