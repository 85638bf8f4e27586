package se.tillit.exchange.table;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/// What stands between the cells of a text file: the character that divides its first rows into the
/// same number of cells most often. Excel's own `sep=;` on the first line settles it.
///
/// @param directive the length of that first line, which is no row
record Separator(char character, int directive) {

  /// In order of likelihood in Sweden, where the comma is busy in numbers.
  private static final List<Character> CANDIDATES = List.of(';', '\t', ',', '|');

  private static final int ROWS = 20;

  static Separator of(String sample) {
    String line = sample.lines().findFirst().orElse("");
    String plain = line.replace("\"", "").toLowerCase(Locale.ROOT);
    if (plain.startsWith("sep=") && plain.length() == 5) {
      return new Separator(plain.charAt(4), lineLength(sample, line.length()));
    }
    char best = CANDIDATES.getFirst();
    long highest = 0;
    for (char candidate : CANDIDATES) {
      long score = score(sample, candidate);
      if (score > highest) {
        highest = score;
        best = candidate;
      }
    }
    return new Separator(best, 0);
  }

  private static int lineLength(String sample, int text) {
    boolean both = sample.startsWith("\r\n", text);
    return Math.min(sample.length(), text + (both ? 2 : 1));
  }

  static CSVFormat format(char separator) {
    return CSVFormat.RFC4180
        .builder()
        .setDelimiter(separator)
        .setIgnoreEmptyLines(false)
        .setTrailingData(true)
        .get();
  }

  /// How many rows agree on their number of cells, and then how many cells that is.
  private static long score(String sample, char candidate) {
    Map<Integer, Integer> rowsBySize = new HashMap<>();
    CSVFormat lenient = format(candidate).builder().setLenientEof(true).get();
    try (CSVParser parser = CSVParser.parse(new StringReader(sample), lenient)) {
      for (CSVRecord row : parser) {
        if (row.size() > 1) {
          rowsBySize.merge(row.size(), 1, Integer::sum);
        }
        if (parser.getRecordNumber() == ROWS) {
          break;
        }
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return rowsBySize.entrySet().stream()
        .mapToLong(size -> size.getValue() * 100_000L + Math.min(size.getKey(), 99_999))
        .max()
        .orElse(0);
  }
}
