package se.tillit.improvement.finding;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Which findings are wanted, as the address asks.
///
/// @param which `open` (default: not closed), `undecided`, `late`, `closed` or `all`
public record FindingFilter(
    @Nullable String which,
    @Nullable String kind,
    @Nullable UUID unit,
    @Nullable UUID record,
    @Nullable String source,
    @Nullable String q) {

  public String shownWhich() {
    return which == null || which.isEmpty() ? "open" : which;
  }

  public String text() {
    return q == null ? "" : q.strip();
  }

  public String shownKind() {
    return kind == null ? "" : kind;
  }

  public boolean isEmpty() {
    return shownWhich().equals("open")
        && shownKind().isEmpty()
        && unit == null
        && record == null
        && (source == null || source.isEmpty())
        && text().isEmpty();
  }

  public String address() {
    return "which="
        + shownWhich()
        + (shownKind().isEmpty() ? "" : "&kind=" + encoded(shownKind()))
        + (unit == null ? "" : "&unit=" + unit)
        + (record == null ? "" : "&record=" + record)
        + (source == null || source.isEmpty() ? "" : "&source=" + encoded(source))
        + (text().isEmpty() ? "" : "&q=" + encoded(text()));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
