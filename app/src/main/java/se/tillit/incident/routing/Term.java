package se.tillit.incident.routing;

import org.jspecify.annotations.Nullable;
import se.tillit.web.Words;

/// A kind or a cause, shipped or the tenant's own.
///
/// @param list `kind` or `cause`
/// @param name the tenant's own name; empty for a shipped one that goes by its message
/// @param secrecyGround what the kind's cases are secret by, unless somebody decides otherwise
public record Term(
    String list,
    String key,
    String name,
    boolean shipped,
    @Nullable String secrecyGround,
    boolean hidden) {

  public String in(Words words) {
    String message = "incident." + list + "." + key;
    return name.isEmpty() && words.knows(message) ? words.t(message) : name.isEmpty() ? key : name;
  }
}
