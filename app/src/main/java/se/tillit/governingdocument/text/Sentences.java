package se.tillit.governingdocument.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Cuts a paragraph into sentences, knowing Swedish abbreviations.
final class Sentences {

  /// Written with a full stop, and never the end of a sentence.
  private static final Set<String> INSIDE =
      WordSet.of(
          "ex bl dvs enl kap ca cirka jfr jmf resp ev inkl exkl nr st tel avd art sid vol dnr "
              + "tfn s.k d.v.s f.d p.g.a pga fr.o.m t.o.m fr t.ex bl.a m.a.o i.e e.g dr prof mom p "
              + "punkt moms tex bla sk o.d s alt max min ggr fig tab bil doc mgr kl a.a u.å div el eg");

  private Sentences() {}

  static List<String> split(String paragraph) {
    List<String> sentences = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < paragraph.length(); i++) {
      if (!isStop(paragraph.charAt(i))) {
        continue;
      }
      int end = afterClosing(paragraph, i + 1);
      if (end < paragraph.length()
          && paragraph.charAt(end) == ' '
          && opensSentence(paragraph, end + 1)
          && !isAbbreviation(paragraph, start, i)) {
        sentences.add(paragraph.substring(start, end));
        start = end + 1;
      }
      i = Math.max(i, end - 1);
    }
    if (start < paragraph.length()) {
      sentences.add(paragraph.substring(start));
    }
    return sentences;
  }

  private static boolean isStop(char sign) {
    return sign == '.' || sign == '!' || sign == '?' || sign == '…';
  }

  private static int afterClosing(String text, int from) {
    int at = from;
    while (at < text.length() && ".!?…\"'”’»)]".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return at;
  }

  private static boolean opensSentence(String text, int from) {
    int at = from;
    while (at < text.length() && "\"'”’»«“([–-§".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    if (at >= text.length()) {
      return false;
    }
    int first = text.codePointAt(at);
    return !Character.isLowerCase(first) && text.charAt(at) != ' ';
  }

  // The word before the full stop: a known abbreviation, an initial, or «1.» as in a date or an
  // outline.
  private static boolean isAbbreviation(String text, int from, int stop) {
    if (text.charAt(stop) != '.') {
      return false;
    }
    int start = stop;
    while (start > from && stop - start < 12 && !endsWord(text.charAt(start - 1))) {
      start--;
    }
    String word = text.substring(start, stop).toLowerCase(Locale.ROOT);
    boolean initial = word.length() == 1 && Character.isLetter(word.charAt(0));
    boolean first = start == from && word.chars().allMatch(Character::isDigit);
    return INSIDE.contains(word) || initial && !spacedMore(text, start) || first;
  }

  // «m. m.» and «m. fl.» may end a sentence, as «m.m.» may.
  private static boolean spacedMore(String text, int start) {
    return start >= 3 && text.startsWith("m. ", start - 3);
  }

  private static boolean endsWord(char sign) {
    return sign == ' ' || sign == '(' || sign == '"' || sign == '”' || sign == '/';
  }
}
