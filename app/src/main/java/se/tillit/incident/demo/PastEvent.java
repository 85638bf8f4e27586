package se.tillit.incident.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// An invented event whose case is closed: a line of `incident/demo-history.tsv`.
///
/// @param where words in the name of a unit
/// @param contained hours after it was noticed
/// @param closed days after it was noticed
record PastEvent(
    int daysAgo,
    String where,
    String kind,
    String certainty,
    String personalData,
    String cause,
    int contained,
    int closed,
    int severity,
    String title,
    String happening,
    String lesson) {

  /// All of them, the earliest first.
  static List<PastEvent> all() {
    try (InputStream file = PastEvent.class.getResourceAsStream("/incident/demo-history.tsv")) {
      if (file == null) {
        throw new IllegalStateException("incident/demo-history.tsv is missing");
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(it -> !it.startsWith("#"))
          .map(PastEvent::read)
          .toList()
          .reversed();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static PastEvent read(String line) {
    String[] parts = line.split("\t");
    return new PastEvent(
        Integer.parseInt(parts[0]),
        parts[1],
        parts[2],
        parts[3],
        parts[4],
        parts[5],
        Integer.parseInt(parts[6]),
        Integer.parseInt(parts[7]),
        Integer.parseInt(parts[8]),
        parts[9],
        parts[10],
        parts[11]);
  }
}
