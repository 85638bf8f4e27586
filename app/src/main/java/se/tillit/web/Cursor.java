package se.tillit.web;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
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

  public UUID id(int place) {
    return read(place, UUID::fromString);
  }

  public LocalDate day(int place) {
    return read(place, LocalDate::parse);
  }

  public Instant instant(int place) {
    return read(place, Instant::parse);
  }

  public int number(int place) {
    return read(place, Integer::parseInt);
  }

  private <T> T read(int place, Function<String, T> reading) {
    try {
      return reading.apply(at(place));
    } catch (IllegalArgumentException | DateTimeException mangled) {
      throw (Refused) new Refused("web.cursor.malformed").at("after").initCause(mangled);
    }
  }

  @Override
  public String toString() {
    byte[] plain = String.join(BETWEEN, values).getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(plain);
  }
}
