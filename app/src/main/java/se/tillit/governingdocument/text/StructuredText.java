package se.tillit.governingdocument.text;

import java.util.List;

/// A governing document as sections of sentences and list items in reading order.
///
/// Every word of the source is in exactly one heading, passage or line of furniture (page numbers,
/// running heads).
public record StructuredText(List<Section> sections, List<String> furniture, List<Notice> notices) {

  public StructuredText {
    sections = List.copyOf(sections);
    furniture = List.copyOf(furniture);
    notices = List.copyOf(notices);
  }

  public List<Passage> passages() {
    return sections.stream().flatMap(section -> section.passages().stream()).toList();
  }
}
