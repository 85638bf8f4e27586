package se.tillit.exchange.document;

import java.time.Instant;
import java.util.List;

/// Who made a document, about what, and when: stored inside the file, where an archive looks for
/// it.
public record Provenance(String author, String subject, List<String> keywords, Instant made) {

  public Provenance {
    keywords = List.copyOf(keywords);
  }
}
