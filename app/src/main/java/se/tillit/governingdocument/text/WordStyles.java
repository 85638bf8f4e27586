package se.tillit.governingdocument.text;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// The paragraph styles of a Word document: which are headings, which are numbered.
final class WordStyles {

  private static final int MOST_ANCESTORS = 20;

  private final Map<String, Style> styles = new HashMap<>();

  /// A style's own settings; what it leaves out it has from the style that it is based on.
  private static final class Style {
    private String name = "";
    private String basedOn = "";
    private int outline = -1;
    private String numbering = "";
    private int numberingLevel = -1;
  }

  static WordStyles read(XMLStreamReader xml) throws XMLStreamException {
    WordStyles styles = new WordStyles();
    Style style = new Style();
    while (xml.hasNext()) {
      if (xml.next() != XMLStreamConstants.START_ELEMENT) {
        continue;
      }
      switch (xml.getLocalName()) {
        case "style" -> {
          style = new Style();
          styles.styles.put(WordXml.value(xml, "styleId"), style);
        }
        case "name" -> style.name = WordXml.value(xml).toLowerCase(Locale.ROOT);
        case "basedOn" -> style.basedOn = WordXml.value(xml);
        case "outlineLvl" -> style.outline = WordXml.number(xml);
        case "numId" -> style.numbering = WordXml.value(xml);
        case "ilvl" -> style.numberingLevel = WordXml.number(xml);
        default -> {}
      }
    }
    return styles;
  }

  /// 1 for the highest heading, 0 for a style that is no heading.
  int headingLevel(String styleId) {
    int steps = 0;
    for (Style style = styles.get(styleId);
        style != null && steps++ < MOST_ANCESTORS;
        style = styles.get(style.basedOn)) {
      if (style.outline >= 0) {
        return style.outline >= 9 ? 0 : style.outline + 1;
      }
      int named = namedLevel(style.name);
      if (named > 0) {
        return named;
      }
    }
    return 0;
  }

  private static int namedLevel(String name) {
    if (name.equals("title") || name.equals("rubrik")) {
      return 1;
    }
    boolean heading = name.matches("(heading|rubrik) [1-9]");
    return heading ? name.charAt(name.length() - 1) - '0' : 0;
  }

  boolean isContents(String styleId) {
    Style style = styles.get(styleId);
    return style != null && style.name.matches("(toc|innehåll) [1-9]");
  }

  /// The list that the style belongs to, or none.
  @Nullable String numbering(String styleId) {
    int steps = 0;
    for (Style style = styles.get(styleId);
        style != null && steps++ < MOST_ANCESTORS;
        style = styles.get(style.basedOn)) {
      if (!style.numbering.isEmpty()) {
        return style.numbering;
      }
    }
    return null;
  }

  /// The style's depth in its list, or -1 when neither it nor those it is based on say.
  int numberingLevel(String styleId) {
    int steps = 0;
    for (Style style = styles.get(styleId);
        style != null && steps++ < MOST_ANCESTORS;
        style = styles.get(style.basedOn)) {
      if (style.numberingLevel >= 0) {
        return style.numberingLevel;
      }
    }
    return -1;
  }
}
