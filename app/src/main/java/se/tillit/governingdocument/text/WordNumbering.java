package se.tillit.governingdocument.text;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// Counts the numbers that Word draws but does not store: `4.1.3.` before a heading, `b)` before an
/// item.
final class WordNumbering {

  private static final int LEVELS = 9;

  private final Map<String, Level[]> definitions = new HashMap<>();
  private final Map<String, String> definitionOf = new HashMap<>();
  private final Map<String, Map<Integer, Integer>> starts = new HashMap<>();
  private final Map<String, int[]> counts = new HashMap<>();
  private final Map<String, Integer> levelOfStyle = new HashMap<>();

  private String definition = "";
  private String list = "";
  private int level = -1;

  /// How one depth of a list is numbered.
  private static final class Level {
    private String format = "decimal";
    private String pattern = "";
    private int start = 1;
  }

  private WordNumbering() {}

  static WordNumbering read(XMLStreamReader xml) throws XMLStreamException {
    WordNumbering numbering = new WordNumbering();
    while (xml.hasNext()) {
      if (xml.next() == XMLStreamConstants.START_ELEMENT) {
        numbering.take(xml);
      }
    }
    return numbering;
  }

  private void take(XMLStreamReader xml) {
    switch (xml.getLocalName()) {
      case "abstractNum" -> {
        definition = WordXml.value(xml, "abstractNumId");
        definitions.put(definition, newLevels());
        list = "";
      }
      case "num" -> {
        list = WordXml.value(xml, "numId");
        definition = "";
      }
      case "abstractNumId" -> definitionOf.put(list, WordXml.value(xml));
      case "lvl", "lvlOverride" -> level = levelOf(WordXml.value(xml, "ilvl"));
      case "startOverride" ->
          starts.computeIfAbsent(list, _ -> new HashMap<>()).put(level, WordXml.number(xml));
      case "pStyle" -> levelOfStyle.put(WordXml.value(xml), Math.max(0, level));
      default -> takeLevel(xml);
    }
  }

  private void takeLevel(XMLStreamReader xml) {
    Level[] levels = definitions.get(definition);
    if (levels == null || level < 0) {
      return;
    }
    switch (xml.getLocalName()) {
      case "numFmt" -> levels[level].format = WordXml.value(xml);
      case "lvlText" -> levels[level].pattern = WordXml.value(xml);
      case "start" -> levels[level].start = Math.max(0, WordXml.number(xml));
      default -> {}
    }
  }

  private static Level[] newLevels() {
    Level[] levels = new Level[LEVELS];
    for (int i = 0; i < LEVELS; i++) {
      levels[i] = new Level();
    }
    return levels;
  }

  private static int levelOf(String written) {
    return written.matches("[0-8]") ? written.charAt(0) - '0' : -1;
  }

  /// The marker of the next paragraph of a list at a depth; none when the list is unknown or draws
  /// nothing.
  @Nullable String next(String listId, int depth) {
    String id = definitionOf.get(listId);
    Level[] levels = id == null ? null : definitions.get(id);
    if (levels == null || depth < 0 || depth >= LEVELS) {
      return null;
    }
    // Lists of one definition count on from each other, unless one says where it starts.
    String counter = starts.containsKey(listId) ? listId : "definition " + id;
    int[] count = counts.computeIfAbsent(counter, _ -> new int[LEVELS]);
    count[depth] = count[depth] == 0 ? start(listId, levels, depth) : count[depth] + 1;
    for (int deeper = depth + 1; deeper < LEVELS; deeper++) {
      count[deeper] = 0;
    }
    return drawn(levels, listId, count, depth);
  }

  /// The depth that the definition gives to paragraphs of a style, 0 when it names none.
  int levelOf(@Nullable String styleId, int written) {
    return written >= 0 ? written : levelOfStyle.getOrDefault(styleId == null ? "" : styleId, 0);
  }

  boolean isBullet(String listId, int depth) {
    String id = definitionOf.get(listId);
    Level[] levels = id == null ? null : definitions.get(id);
    return levels != null && depth >= 0 && depth < LEVELS && levels[depth].format.equals("bullet");
  }

  private int start(String listId, Level[] levels, int depth) {
    int overridden = starts.getOrDefault(listId, Map.of()).getOrDefault(depth, -1);
    return overridden >= 0 ? overridden : levels[depth].start;
  }

  private String drawn(Level[] levels, String listId, int[] count, int depth) {
    String pattern = levels[depth].pattern;
    if (levels[depth].format.equals("bullet") || levels[depth].format.equals("none")) {
      return pattern;
    }
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < pattern.length(); i++) {
      int shown =
          i + 1 < pattern.length() && pattern.charAt(i) == '%' ? pattern.charAt(i + 1) - '1' : -1;
      if (shown < 0 || shown >= LEVELS) {
        out.append(pattern.charAt(i));
        continue;
      }
      int value = count[shown] == 0 ? start(listId, levels, shown) : count[shown];
      out.append(number(levels[shown].format, value));
      i++;
    }
    return out.toString().strip();
  }

  private static String number(String format, int value) {
    return switch (format) {
      case "lowerLetter" -> letters(value);
      case "upperLetter" -> letters(value).toUpperCase(Locale.ROOT);
      case "lowerRoman" -> roman(value);
      case "upperRoman" -> roman(value).toUpperCase(Locale.ROOT);
      default -> Integer.toString(value);
    };
  }

  private static String letters(int value) {
    return value < 1
        ? ""
        : String.valueOf((char) ('a' + (value - 1) % 26)).repeat((value - 1) / 26 % 9 + 1);
  }

  private static String roman(int value) {
    if (value < 1 || value > 399) {
      return Integer.toString(value);
    }
    String[] signs = {"c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"};
    int[] worths = {100, 90, 50, 40, 10, 9, 5, 4, 1};
    StringBuilder out = new StringBuilder();
    int left = value;
    for (int i = 0; i < worths.length; i++) {
      while (left >= worths[i]) {
        out.append(signs[i]);
        left -= worths[i];
      }
    }
    return out.toString();
  }
}
