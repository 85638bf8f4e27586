package se.tillit.exchange.column;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The kinds of cells that most columns consist of.
public final class Cells {

  private static final Pattern WHOLE = Pattern.compile("[-+\u2212]?\\d{1,18}(?:[.,]0+)?");
  private static final Pattern THOUSANDS = Pattern.compile("(?<=\\d) (?=\\d{3}(?:\\D|$))");

  private Cells() {}

  /// Text on one line.
  public static CellParser<String> text(int longest) {
    return text -> limited(text, longest);
  }

  /// Text that may have several lines.
  public static CellParser<String> lines(int longest) {
    return new CellParser<>() {
      @Override
      public Parsed<String> parse(String text) {
        return limited(text, longest);
      }

      @Override
      public boolean keepsLines() {
        return true;
      }
    };
  }

  private static Parsed<String> limited(String text, int longest) {
    int length = text.codePointCount(0, text.length());
    return length <= longest
        ? Parsed.value(text)
        : Parsed.problem("exchange.table.cell.too-long", length, longest);
  }

  /// A day, in any way that Swedes and spreadsheets write one.
  public static CellParser<LocalDate> day() {
    return text ->
        WrittenDay.read(text)
            .map(Parsed::value)
            .orElseGet(() -> Parsed.problem("exchange.table.cell.not-a-day"));
  }

  public static CellParser<Long> wholeNumber(long least, long most) {
    return text -> {
      String digits = THOUSANDS.matcher(text).replaceAll("");
      if (!WHOLE.matcher(digits).matches()) {
        return Parsed.problem("exchange.table.cell.not-a-number");
      }
      long number = Long.parseLong(digits.replaceFirst("[.,]0+$", "").replace('\u2212', '-'));
      return number >= least && number <= most
          ? Parsed.value(number)
          : Parsed.problem("exchange.table.cell.out-of-range", least, most);
    };
  }

  /// One of the given values, by any name that it has in any language.
  public static <T> CellParser<T> choice(
      Collection<T> values, Function<T, String> key, Wording wording) {
    Map<String, T> byName = new HashMap<>();
    for (T value : values) {
      for (String name : wording.names(key.apply(value))) {
        @Nullable T other = byName.put(name, value);
        if (other != null && !other.equals(value)) {
          throw new IllegalArgumentException(name + " means both " + other + " and " + value);
        }
      }
    }
    List<String> shown =
        values.stream()
            .map(value -> wording.heading(key.apply(value), Wording.LANGUAGES.getFirst()))
            .toList();
    return text -> {
      @Nullable T value = byName.get(Wording.plain(text));
      return value == null
          ? Parsed.problem("exchange.table.cell.not-a-choice", String.join(", ", shown))
          : Parsed.value(value);
    };
  }

  public static CellParser<Boolean> yesOrNo(Wording wording) {
    return choice(
        List.of(true, false), yes -> yes ? "exchange.table.yes" : "exchange.table.no", wording);
  }
}
