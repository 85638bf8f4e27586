package se.tillit.governingdocument.text;

import java.util.List;

/// A heading with its number as written, and what stands under it; the words before any heading
/// have an empty one.
public record Section(String number, String heading, int depth, List<Passage> passages) {

  public Section {
    passages = List.copyOf(passages);
  }
}
