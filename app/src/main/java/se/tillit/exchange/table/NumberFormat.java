package se.tillit.exchange.table;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.regex.Pattern;

/// How a workbook shows a number: as it is, as a day, or filled with zeros as codes are.
///
/// @param day whether the number stands for a day or a time
/// @param digits how many digits are shown at least
record NumberFormat(boolean day, int digits) {

  static final NumberFormat PLAIN = new NumberFormat(false, 0);
  private static final NumberFormat DAY = new NumberFormat(true, 0);

  private static final Pattern ZEROS = Pattern.compile("0{2,18}");

  /// Quoted words, escaped characters, colours and conditions: never part of what a format means.
  private static final Pattern DECORATION =
      Pattern.compile("\"[^\"]*\"|\\\\.|_.|\\*.|\\[(?![hHmMsS]+])[^]]*]");

  private static final Pattern DAY_LETTERS = Pattern.compile("[dDmMyYhHsS]");
  private static final int EXACT_DIGITS = 15;

  /// The formats that workbooks name by number alone; 27 to 58 differ by country and are days too.
  static NumberFormat builtIn(int id) {
    boolean isDay = (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47);
    return isDay || (id >= 50 && id <= 58) ? DAY : PLAIN;
  }

  static NumberFormat of(String code) {
    if (ZEROS.matcher(code).matches()) {
      return new NumberFormat(false, code.length());
    }
    String positive = code.split(";", 2)[0];
    String meaning = DECORATION.matcher(positive).replaceAll("");
    boolean isGeneral = meaning.equalsIgnoreCase("general") || meaning.equalsIgnoreCase("standard");
    return !isGeneral && DAY_LETTERS.matcher(meaning).find() ? DAY : PLAIN;
  }

  /// The number as a person would write it, or as it stands where it is no number.
  String text(String raw, boolean from1904) {
    if (!day && isWhole(raw)) {
      return padded(raw);
    }
    double number;
    try {
      number = Double.parseDouble(raw);
    } catch (NumberFormatException notANumber) {
      return raw;
    }
    if (day && number >= 0 && number < SerialDate.END) {
      return moment(number, from1904);
    }
    return Double.isFinite(number)
        ? padded(new BigDecimal(Double.toString(number)).stripTrailingZeros().toPlainString())
        : raw;
  }

  private static String moment(double serial, boolean from1904) {
    LocalDateTime moment = SerialDate.moment(serial, from1904);
    if (serial < 1) {
      return moment.toLocalTime().toString();
    }
    return moment.toLocalTime().toSecondOfDay() == 0
        ? moment.toLocalDate().toString()
        : moment.toString();
  }

  private String padded(String number) {
    return digits > number.length() && isWhole(number)
        ? "0".repeat(digits - number.length()) + number
        : number;
  }

  private static boolean isWhole(String text) {
    if (text.isEmpty() || text.length() > EXACT_DIGITS) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }
}
