package se.tillit.governingdocument.text;

import java.util.ArrayList;
import java.util.List;

/// Shows a structured text in short lines, so that a test reads as the document does.
final class ReadableText {

  private ReadableText() {}

  static List<String> of(StructuredText text) {
    List<String> shown = new ArrayList<>();
    for (Section section : text.sections()) {
      shown.add(
          ("# " + section.number() + " " + section.heading()).replace("#  ", "# ").stripTrailing());
      section.passages().forEach(passage -> shown.add(of(passage)));
    }
    return shown;
  }

  static List<String> pasted(String text) {
    return of(DocumentStructure.of(Extraction.pasted(text)));
  }

  private static String of(Passage passage) {
    return switch (passage.form()) {
      case SENTENCE -> passage.text();
      case LEAD_IN -> "> " + passage.text();
      case ITEM -> (passage.leadIn() == null ? "- " : ">- ") + passage.text();
      case ITEM_SENTENCE -> "  " + passage.text();
      case CONTENTS -> ".. " + passage.text();
    };
  }
}
