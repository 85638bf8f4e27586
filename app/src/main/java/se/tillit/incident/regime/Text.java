package se.tillit.incident.regime;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// One mapping of a definition's text, which remembers where it stands and gathers everything that
/// is wrong with it, so that a writer sees all of it at once.
final class Text {

  private final Map<String, Object> entries;
  private final String path;
  private final List<Fault> faults;
  private final Set<String> read = new TreeSet<>();

  private Text(Map<String, Object> entries, String path, List<Fault> faults) {
    this.entries = entries;
    this.path = path;
    this.faults = faults;
  }

  /// What is wrong, and where: `steps[1].due`.
  record Fault(String path, String messageKey, List<Object> arguments) {}

  static Text root(Object parsed, List<Fault> faults) {
    return new Text(entries(parsed), "", faults);
  }

  private static Map<String, Object> entries(@Nullable Object parsed) {
    var entries = new LinkedHashMap<String, Object>();
    if (parsed instanceof Map<?, ?> map) {
      map.forEach((key, value) -> {
        if (value != null) {
          entries.put(String.valueOf(key), value);
        } else {
          entries.put(String.valueOf(key), "");
        }
      });
    }
    return entries;
  }

  boolean has(String key) {
    read.add(key);
    return entries.containsKey(key);
  }

  String text(String key) {
    read.add(key);
    Object value = entries.get(key);
    if (value == null || value instanceof Map || value instanceof List || isBlank(value)) {
      fault(key, "incident.regime.fault.missing");
      return "";
    }
    return String.valueOf(value).strip();
  }

  String text(String key, String otherwise) {
    return has(key) ? text(key) : otherwise;
  }

  int number(String key, int least, int most) {
    String text = text(key);
    if (!text.matches("\\d{1,9}")
        || Integer.parseInt(text) < least
        || Integer.parseInt(text) > most) {
      fault(key, "incident.regime.fault.number", least, most);
      return least;
    }
    return Integer.parseInt(text);
  }

  boolean flag(String key) {
    return has(key) && "true".equals(text(key));
  }

  /// One of the words of an enum, written in lower case.
  <E extends Enum<E>> E word(String key, Class<E> type) {
    String text = text(key);
    E[] all = type.getEnumConstants();
    for (E one : all) {
      if (one.name().equalsIgnoreCase(text)) {
        return one;
      }
    }
    fault(key, "incident.regime.fault.word", text, words(all));
    return all[0];
  }

  private static String words(Object[] all) {
    var words = new ArrayList<String>();
    for (Object one : all) {
      words.add(one.toString().toLowerCase(java.util.Locale.ROOT));
    }
    return String.join(", ", words);
  }

  Said said(String key) {
    return part(key).said();
  }

  Said said() {
    return new Said(text("sv"), text("en"));
  }

  Legal legal() {
    return new Legal(text("source"), word("confidence", Confidence.class));
  }

  Text part(String key) {
    read.add(key);
    if (!(entries.get(key) instanceof Map)) {
      fault(key, "incident.regime.fault.missing");
    }
    return child(entries.get(key), at(key));
  }

  List<Text> parts(String key) {
    read.add(key);
    var parts = new ArrayList<Text>();
    if (entries.get(key) instanceof List<?> list) {
      for (int at = 0; at < list.size(); at++) {
        parts.add(child(list.get(at), at(key) + "[" + (at + 1) + "]"));
      }
    }
    return parts;
  }

  List<String> words(String key) {
    read.add(key);
    return entries.get(key) instanceof List<?> list
        ? list.stream().map(String::valueOf).toList()
        : List.of();
  }

  Map<String, Integer> numbers(String key) {
    var numbers = new LinkedHashMap<String, Integer>();
    if (has(key)) {
      Text part = part(key);
      part.entries.keySet().forEach(name -> numbers.put(name, part.number(name, 0, 1_000_000_000)));
    }
    return numbers;
  }

  void fault(String key, String messageKey, Object... arguments) {
    faults.add(new Fault(at(key), messageKey, List.of(arguments)));
  }

  /// Faults every entry that nobody has read: a misspelt word would otherwise change nothing.
  void nothingElse() {
    for (String key : entries.keySet()) {
      if (!read.contains(key)) {
        fault(key, "incident.regime.fault.unknown");
      }
    }
  }

  private Text child(@Nullable Object value, String at) {
    return new Text(entries(value), at, faults);
  }

  private String at(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  private static boolean isBlank(Object value) {
    return String.valueOf(value).isBlank();
  }
}
