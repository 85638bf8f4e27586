package se.tillit.audittrail;

import java.util.Collection;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What a change changed: named values, with the value before where there was one. Immutable.
public final class Detail {

  private static final Detail NONE = new Detail(new TreeMap<>());

  private final SortedMap<String, Object> values;

  private Detail(SortedMap<String, Object> values) {
    this.values = values;
  }

  public static Detail none() {
    return NONE;
  }

  public static Detail of(String name, @Nullable Object value) {
    return NONE.with(name, value);
  }

  public Detail with(String name, @Nullable Object value) {
    if (value == null) {
      return this;
    }
    var more = new TreeMap<>(values);
    more.put(name, plain(value));
    return new Detail(more);
  }

  /// Keeps the field only when it changed.
  public Detail changed(String name, @Nullable Object before, @Nullable Object after) {
    if (Objects.equals(before, after)) {
      return this;
    }
    var change = new TreeMap<String, Object>();
    change.put("before", before == null ? "" : plain(before));
    change.put("after", after == null ? "" : plain(after));
    var more = new TreeMap<>(values);
    more.put(name, change);
    return new Detail(more);
  }

  public boolean isEmpty() {
    return values.isEmpty();
  }

  /// Canonical JSON: sorted names, no space, the shortest escapes. The chain's hash covers these
  /// characters.
  public String toJson() {
    var json = new StringBuilder();
    CanonicalJson.append(json, values);
    return json.toString();
  }

  private static Object plain(Object value) {
    return switch (value) {
      case Boolean b -> b;
      case Integer i -> i;
      case Long l -> l;
      case Collection<?> c -> c.stream().map(Detail::plain).toList();
      default -> value.toString();
    };
  }
}
