package se.tillit.governingdocument.demand;

import java.util.List;
import se.tillit.governingdocument.text.Section;

/// A section and how each of its passages is understood, in the same order.
public record ReadSection(Section section, List<ReadPassage> passages) {

  public ReadSection {
    passages = List.copyOf(passages);
  }
}
