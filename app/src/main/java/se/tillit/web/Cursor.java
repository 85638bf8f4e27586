package se.tillit.web;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import se.tillit.kernel.Refused;

/// The place in a keyset-paged list after which the next page begins: the sort values of the last
/// row seen.
public record Cursor(List<String> values) {

  private static final String BETWEEN = "\u001f";

  public static Cursor of(Object... values) {
    return new Cursor(Arrays.stream(values).map(String::valueOf).toList());
  }

  /// Reads a cursor from an address; a mangled one is refused.
  public static Cursor parse(String text) {
    try {
      String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
      return new Cursor(List.of(plain.split(BETWEEN, -1)));
    } catch (IllegalArgumentException e) {
      throw new Refused("web.cursor.malformed").at("after");
    }
  }

  /// The value at a place, for as many places as the list sorts by.
  public String at(int place) {
    if (place >= values.size()) {
      throw new Refused("web.cursor.malformed").at("after");
    }
    return values.get(place);
  }

  @Override
  public String toString() {
    byte[] plain = String.join(BETWEEN, values).getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(plain);
  }
}
