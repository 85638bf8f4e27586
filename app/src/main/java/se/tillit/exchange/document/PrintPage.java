package se.tillit.exchange.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// A document as one XHTML page with print styles, ready to be set as PDF.
final class PrintPage {

  private static final int LONGEST_MARGIN_TEXT = 88;

  private final Document document;
  private final Markup markup = new Markup();
  private final List<String> drawings = new ArrayList<>();
  private int headings;

  PrintPage(Document document) {
    this.document = document;
  }

  String write() {
    markup.open("html", "lang", document.language().toLanguageTag());
    head();
    markup.open("body");
    titles();
    PrintBlocks blocks = new PrintBlocks(markup, drawings);
    document.body().forEach(blocks::write);
    return markup.close().close().toString();
  }

  /// The drawings that the page asks for, by position: `figure:/0.svg` is the first.
  List<String> drawings() {
    return drawings;
  }

  private void head() {
    markup.open("head");
    markup.element("title", Face.REGULAR, oneLine(document.title()));
    meta("author", document.provenance().author());
    meta("subject", document.provenance().subject());
    meta("keywords", String.join(", ", document.provenance().keywords()));
    markup.open("style").text(styles()).close();
    bookmarks();
    markup.close();
  }

  private void meta(String name, String content) {
    if (!content.isBlank()) {
      markup.empty("meta", "name", name, "content", oneLine(content));
    }
  }

  // Chapters with their sections inside; deeper headings would only crowd the panel.
  private void bookmarks() {
    markup.open("bookmarks");
    bookmark(document.title(), "title").close();
    boolean open = false;
    for (Block block : document.body()) {
      if (block instanceof Heading heading) {
        String target = "h" + headings++;
        if (heading.level() == 1) {
          if (open) {
            markup.close();
          }
          bookmark(heading.text(), target);
          open = true;
        } else if (heading.level() == 2) {
          bookmark(heading.text(), target).close();
        }
      }
    }
    if (open) {
      markup.close();
    }
    markup.close();
  }

  private Markup bookmark(String name, String target) {
    return markup.open("bookmark", "name", oneLine(name), "href", "#" + target);
  }

  private void titles() {
    if (!document.kicker().isBlank()) {
      markup.element("p", Face.BOLD, document.kicker(), "class", "kicker");
    }
    markup.element("h1", Face.BOLD, document.title(), "id", "title");
    if (!document.subtitle().isBlank()) {
      markup.element("p", Face.REGULAR, document.subtitle(), "class", "subtitle");
    }
  }

  private String styles() {
    Margins margins = document.margins();
    return resource("/document/print.css")
        + marginBox("top-left", quoted(margins.headStart()))
        + marginBox("top-right", quoted(margins.headEnd()))
        + marginBox("bottom-left", quoted(margins.foot()))
        + marginBox(
            "bottom-right",
            quoted(margins.pageWord()) + " \" \" counter(page) \" (\" counter(pages) \")\"");
  }

  // Nothing falls back in PDF/A: each margin box names the typeface itself.
  private static String marginBox(String place, String content) {
    String end = place.endsWith("right") ? "right" : "left";
    return "@page { @%s { content: %s; font: 8.5pt '%s'; color: #5c574c; text-align: %s; width: %s } }\n"
        .formatted(place, content, Face.FAMILY, end, place.equals("bottom-right") ? "25%" : "auto");
  }

  private static String quoted(String words) {
    StringBuilder css = new StringBuilder("\"");
    shortened(oneLine(words)).codePoints().forEach(sign -> appendEscaped(css, sign));
    return css.append('"').toString();
  }

  private static void appendEscaped(StringBuilder css, int sign) {
    if (sign < 0x80 && Character.isLetterOrDigit(sign)) {
      css.appendCodePoint(sign);
    } else {
      css.append('\\').append("%06x".formatted(sign));
    }
  }

  private static String shortened(String words) {
    return words.codePointCount(0, words.length()) <= LONGEST_MARGIN_TEXT
        ? words
        : words.substring(0, words.offsetByCodePoints(0, LONGEST_MARGIN_TEXT - 1)).strip() + "…";
  }

  private static String oneLine(String words) {
    return Face.REGULAR.drawable(PrintableText.of(words).replace('\n', ' ')).strip();
  }

  private static String resource(String name) {
    try (InputStream stream = PrintPage.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException("The build lacks " + name);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
