package se.tillit.improvement.action;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Which actions are wanted, as the address asks.
///
/// @param which `open` (default), `late`, `stuck`, `unchecked`, `closed` or `all`
/// @param source an indicator's key or another source's word
/// @param sort `due` (default), `-due` or `title`
public record ActionFilter(
    @Nullable String which,
    @Nullable UUID unit,
    @Nullable UUID body,
    @Nullable UUID goal,
    @Nullable UUID record,
    @Nullable String source,
    @Nullable Boolean mine,
    @Nullable String q,
    @Nullable String sort) {

  public String shownWhich() {
    return which == null || which.isEmpty() ? "open" : which;
  }

  public String order() {
    return sort == null || sort.isEmpty() ? "due" : sort;
  }

  public String text() {
    return q == null ? "" : q.strip();
  }

  public boolean isMine() {
    return mine != null && mine;
  }

  public boolean isEmpty() {
    return shownWhich().equals("open")
        && unit == null
        && body == null
        && goal == null
        && record == null
        && (source == null || source.isEmpty())
        && !isMine()
        && text().isEmpty();
  }

  /// The same choice as it stands in an address, without the sorting.
  public String address() {
    return "which="
        + shownWhich()
        + (unit == null ? "" : "&unit=" + unit)
        + (body == null ? "" : "&body=" + body)
        + (goal == null ? "" : "&goal=" + goal)
        + (record == null ? "" : "&record=" + record)
        + (source == null || source.isEmpty() ? "" : "&source=" + encoded(source))
        + (isMine() ? "&mine=true" : "")
        + (text().isEmpty() ? "" : "&q=" + encoded(text()));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
