package se.tillit.governingdocument.text;

import java.util.List;

/// All lines of a document in reading order, and what was noticed while they were read.
public record ExtractedText(List<Line> lines, List<Notice> notices) {

  public ExtractedText {
    lines = List.copyOf(lines);
    notices = List.copyOf(notices);
  }
}
