package se.tillit.web;

import static java.util.Comparator.comparing;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.CollationKey;
import java.text.Collator;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// What Tillit says, in one language: messages, numbers, days and times as a Swedish municipality
/// writes them.
///
/// A message key begins with its module: `asset.list.title` stands in
/// `messages/asset_sv.properties`.
public final class Words {

  public static final Words SWEDISH = new Words(Locale.forLanguageTag("sv-SE"));

  /// English words around Swedish dates, times and decimals.
  public static final Words ENGLISH = new Words(Locale.forLanguageTag("en-SE"));

  private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

  // A place in the alphabet is worked out once a word: to compare two from scratch costs more than
  // to read them from the database.
  private static final Collation SWEDISH_ORDER = new Collation();
  private static final Cache<String, CollationKey> COLLATED =
      Caffeine.newBuilder().maximumSize(20_000).build();
  private static final char THIN_SPACE = '\u202f';
  private static final char NO_BREAK_SPACE = '\u00a0';

  private final Locale locale;
  private final Map<String, Properties> modules = new ConcurrentHashMap<>();
  private final Map<String, Message> messages = new ConcurrentHashMap<>();

  private Words(Locale locale) {
    this.locale = locale;
  }

  /// The words for a language tag; Swedish for any that Tillit does not speak.
  public static Words in(String language) {
    return language.equals("en") || language.startsWith("en-") ? ENGLISH : SWEDISH;
  }

  public static List<Words> all() {
    return List.of(SWEDISH, ENGLISH);
  }

  /// `sv` or `en`, as `<html lang>` wants it.
  public String language() {
    return locale.getLanguage();
  }

  public Locale locale() {
    return locale;
  }

  /// The message with its arguments in place. An apostrophe is an apostrophe; plurals are written
  /// `{0,choice,…}`.
  public String t(String key, Object... arguments) {
    Message message = messages.get(key);
    if (message == null) {
      String pattern = pattern(key);
      if (pattern == null) {
        return missing(key);
      }
      message = Message.of(pattern, locale);
      messages.put(key, message);
    }
    return message.format == null ? message.pattern : format(message.format, arguments);
  }

  private String format(MessageFormat format, Object... arguments) {
    Object[] spoken = new Object[arguments.length];
    for (int i = 0; i < arguments.length; i++) {
      spoken[i] = arguments[i] instanceof Instant instant ? time(instant) : arguments[i];
    }
    return thin(((MessageFormat) format.clone()).format(spoken));
  }

  /// Whether a message exists: for text that is optional, such as the hint of a field.
  public boolean knows(String key) {
    return pattern(key) != null;
  }

  /// 2026-11-21.
  public String date(LocalDate day) {
    return day.toString();
  }

  /// 2026-11-21 14:05, as the clock stands in Sweden.
  public String time(Instant instant) {
    return TIME.format(instant.atZone(SWEDEN));
  }

  /// 14:05, as the clock stands in Sweden.
  public String clock(Instant instant) {
    return CLOCK.format(instant.atZone(SWEDEN));
  }

  /// 12 345.
  public String number(long number) {
    return thin(NumberFormat.getIntegerInstance(locale).format(number));
  }

  /// 12,5: at most one decimal.
  public String decimal(double number) {
    NumberFormat format = NumberFormat.getNumberInstance(locale);
    format.setMaximumFractionDigits(1);
    return thin(format.format(number));
  }

  /// 86 %, rounded down so that only the whole is 100; a dash when there is nothing to measure.
  public String percent(long met, long total) {
    if (total <= 0) {
      return "–";
    }
    return number(Math.floorDiv(met * 100, total)) + NO_BREAK_SPACE + "%";
  }

  /// Alphabetical order as a Swede expects it in either language: … z å ä ö.
  public Comparator<String> alphabetical() {
    return comparing(word -> COLLATED.get(word, SWEDISH_ORDER::get));
  }

  private static String thin(String text) {
    if (text.indexOf(NO_BREAK_SPACE) < 0) {
      return text;
    }
    StringBuilder thinned = new StringBuilder(text);
    for (int i = 1; i < text.length() - 1; i++) {
      boolean betweenDigits =
          Character.isDigit(text.charAt(i - 1)) && Character.isDigit(text.charAt(i + 1));
      if (text.charAt(i) == NO_BREAK_SPACE && betweenDigits) {
        thinned.setCharAt(i, THIN_SPACE);
      }
    }
    return thinned.toString();
  }

  private @Nullable String pattern(String key) {
    int dot = key.indexOf('.');
    String module = dot < 0 ? key : key.substring(0, dot);
    return modules.computeIfAbsent(module, this::load).getProperty(key);
  }

  private Properties load(String module) {
    Properties properties = new Properties();
    String file = "/messages/" + module + "_" + language() + ".properties";
    try (InputStream stream = Words.class.getResourceAsStream(file)) {
      if (stream != null) {
        properties.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
    return properties;
  }

  /// Never silent: tests run with `-Dtillit.words=strict`; a page in use shows which key it lacks.
  private String missing(String key) {
    if ("strict".equals(System.getProperty("tillit.words"))) {
      throw new IllegalArgumentException("No message " + key + " in " + language());
    }
    System.getLogger(Words.class.getName())
        .log(System.Logger.Level.WARNING, "No message {0} in {1}", key, language());
    return "??" + key + "??";
  }

  /// The one collator is asked by one at a time.
  private static final class Collation {

    private final Collator collator = Collator.getInstance(Locale.forLanguageTag("sv-SE"));

    synchronized CollationKey get(String word) {
      return collator.getCollationKey(word);
    }
  }

  private record Message(String pattern, @Nullable MessageFormat format) {

    static Message of(String pattern, Locale locale) {
      boolean plain = pattern.indexOf('{') < 0;
      return new Message(
          pattern, plain ? null : new MessageFormat(pattern.replace("'", "''"), locale));
    }
  }
}
