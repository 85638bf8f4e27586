package se.tillit.incident.handling;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Which cases are wanted, as the address asks.
///
/// @param state `open` (default), `reported`, `triaged`, `handled`, `closed` or `all`
/// @param handler `me`, `none`, or a person
/// @param severity the least level wanted
/// @param clock `late`, `day` (something is due within a day), `running` or `none`
/// @param sort `-reported` (default), `reported` or `-severity`
public record QueueFilter(
    @Nullable String state,
    @Nullable UUID body,
    @Nullable String kind,
    @Nullable String handler,
    @Nullable Integer severity,
    @Nullable String certainty,
    @Nullable String clock,
    @Nullable String q,
    @Nullable String sort) {

  public String which() {
    return state == null || state.isEmpty() ? "open" : state;
  }

  public String order() {
    return sort == null || sort.isEmpty() ? "-reported" : sort;
  }

  public String text() {
    return q == null ? "" : q.strip();
  }

  public boolean narrows() {
    return !address().isEmpty();
  }

  public QueueFilter sorted(String newSort) {
    return new QueueFilter(state, body, kind, handler, severity, certainty, clock, q, newSort);
  }

  /// The same choice as it stands in an address; empty when nothing was chosen.
  public String address() {
    var chosen = new LinkedHashMap<String, @Nullable Object>();
    chosen.put("state", which().equals("open") ? null : which());
    chosen.put("body", body);
    chosen.put("kind", kind);
    chosen.put("handler", handler);
    chosen.put("severity", severity);
    chosen.put("certainty", certainty);
    chosen.put("clock", clock);
    chosen.put("q", text());
    chosen.put("sort", order().equals("-reported") ? null : order());
    return chosen.entrySet().stream()
        .filter(it -> it.getValue() != null && !it.getValue().toString().isEmpty())
        .map(QueueFilter::pair)
        .collect(Collectors.joining("&"));
  }

  private static String pair(Map.Entry<String, @Nullable Object> one) {
    return one.getKey()
        + "="
        + URLEncoder.encode(String.valueOf(one.getValue()), StandardCharsets.UTF_8);
  }
}
