package se.tillit.asset.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/// A file of invented lines in the jar: cells parted by semicolons, a first line that says what
/// they are.
final class DemoFile {

  private DemoFile() {}

  static List<String[]> lines(String name) {
    String file = "/demo/" + name;
    try (InputStream in = Objects.requireNonNull(DemoFile.class.getResourceAsStream(file), file);
        var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .filter(line -> !line.startsWith("#") && !line.isBlank())
          .map(line -> line.split(";", -1))
          .toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(file, failure);
    }
  }

  /// Whether a unit is one of those that a line is about: parts of names, `*` for all.
  static boolean isAbout(String parts, String unit) {
    return parts.equals("*") || Arrays.stream(parts.split("[|]")).anyMatch(unit::contains);
  }
}
