package se.tillit.governingdocument.demand;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The words of a sentence in small letters, and where each stands.
final class Words {

  private static final int LONGEST_WORD = 80;

  /// What goes on longer without a full stop is a table or noise; its beginning tells enough.
  private static final int MOST_WORDS = 600;

  private final String text;
  private final List<String> words = new ArrayList<>();
  private final List<Integer> starts = new ArrayList<>();
  private final List<Integer> ends = new ArrayList<>();

  private Words(String text) {
    this.text = text;
  }

  static Words of(String text) {
    Words words = new Words(text);
    int at = 0;
    while (at < text.length() && words.size() < MOST_WORDS) {
      int end = at;
      while (end < text.length() && belongs(text, end)) {
        end++;
      }
      if (end == at) {
        at++;
        continue;
      }
      words.starts.add(at);
      words.ends.add(end);
      int shown = Math.min(end, at + LONGEST_WORD);
      words.words.add(text.substring(at, shown).toLowerCase(Locale.ROOT));
      at = end;
    }
    return words;
  }

  // «ISO/IEC», «24:e» and «27000-serien» are words; a hyphen may also end one, as in «roll- och
  // ansvar».
  private static boolean belongs(String text, int at) {
    char next = text.charAt(at);
    if (Character.isLetterOrDigit(next)) {
      return true;
    }
    boolean after = at > 0 && Character.isLetterOrDigit(text.charAt(at - 1));
    boolean before = at + 1 < text.length() && Character.isLetterOrDigit(text.charAt(at + 1));
    return next == '-' && after || "/:.’'".indexOf(next) >= 0 && after && before;
  }

  int size() {
    return words.size();
  }

  boolean has(int i) {
    return i >= 0 && i < words.size();
  }

  /// The word at a place, empty before the first and after the last.
  String at(int i) {
    return has(i) ? words.get(i) : "";
  }

  int start(int i) {
    return starts.get(i);
  }

  int end(int i) {
    return ends.get(i);
  }

  /// The words from one place to another, as written.
  String written(int from, int to) {
    return from >= to ? "" : text.substring(starts.get(from), ends.get(to - 1));
  }

  boolean startsLarge(int i) {
    return has(i) && Character.isUpperCase(text.codePointAt(starts.get(i)));
  }

  /// True when a comma, colon or dash stands between the word and the one before it.
  boolean isSetOff(int i) {
    if (i <= 0 || i >= size()) {
      return false;
    }
    String between = text.substring(ends.get(i - 1), starts.get(i));
    return between.chars().anyMatch(sign -> ",;:–—(".indexOf(sign) >= 0);
  }
}
