package se.tillit.governingdocument.demand;

import java.util.ArrayList;
import java.util.List;

/// Writes out a phrase of a word list: `chef{,en}` is two forms, `(dess/de) bolag` may lack its
/// first word.
final class PhraseNotation {

  private PhraseNotation() {}

  static List<List<String>> expand(String phrase) {
    List<List<String>> expanded = new ArrayList<>();
    expanded.add(List.of());
    for (String part : phrase.split(" ")) {
      List<String> choices = choices(part);
      boolean optional = part.startsWith("(");
      List<List<String>> longer = new ArrayList<>();
      for (List<String> begun : expanded) {
        if (optional) {
          longer.add(begun);
        }
        choices.forEach(choice -> longer.add(with(begun, choice)));
      }
      expanded = longer;
    }
    return expanded;
  }

  private static List<String> with(List<String> begun, String word) {
    List<String> longer = new ArrayList<>(begun);
    longer.add(word);
    return List.copyOf(longer);
  }

  private static List<String> choices(String part) {
    if (part.startsWith("(")) {
      return List.of(part.substring(1, part.length() - 1).split("/"));
    }
    int brace = part.indexOf('{');
    if (brace < 0) {
      return List.of(part);
    }
    int end = part.indexOf('}');
    List<String> forms = new ArrayList<>();
    for (String ending : part.substring(brace + 1, end).split(",", -1)) {
      forms.add(part.substring(0, brace) + ending + part.substring(end + 1));
    }
    return forms;
  }
}
