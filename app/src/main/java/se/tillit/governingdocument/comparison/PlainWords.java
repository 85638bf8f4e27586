package se.tillit.governingdocument.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A text as its words alone, so that punctuation, bullets and line breaks make no difference.
record PlainWords(List<String> words, String joined) {

  static PlainWords of(String text) {
    List<String> words = new ArrayList<>();
    int start = -1;
    for (int i = 0; i <= text.length(); i++) {
      boolean inside = i < text.length() && Character.isLetterOrDigit(text.charAt(i));
      if (inside && start < 0) {
        start = i;
      } else if (!inside && start >= 0) {
        words.add(text.substring(start, i).toLowerCase(Locale.ROOT));
        start = -1;
      }
    }
    // A clause of signs alone is compared by its signs.
    return words.isEmpty()
        ? new PlainWords(List.of(text.strip()), text.strip())
        : new PlainWords(List.copyOf(words), String.join(" ", words));
  }
}
