package se.tillit.governingdocument.text;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import se.tillit.kernel.Refused;

/// Reads the text of a Word document (DOCX) as it stands with every tracked change accepted.
final class WordText {

  private final WordLines lines;
  private final Deque<WordParagraph> open = new ArrayDeque<>();
  private final List<Notice> notices;
  private int skipping;
  private boolean changes;
  private boolean objects;

  private WordText(WordLines lines, List<Notice> notices) {
    this.lines = lines;
    this.notices = notices;
  }

  static List<Line> lines(byte[] content, List<Notice> notices) {
    try {
      WordPackage word = WordPackage.open(content);
      WordLines lines =
          new WordLines(
              WordStyles.read(word.read("styles")), WordNumbering.read(word.read("numbering")));
      WordText text = new WordText(lines, notices);
      text.objects = word.holdsObjects();
      for (String part : List.of("document", "footnotes", "endnotes")) {
        text.read(word.read(part));
      }
      return text.finished();
    } catch (IOException | XMLStreamException damaged) {
      throw new Refused("governingdocument.file.damaged");
    }
  }

  private List<Line> finished() {
    if (changes) {
      notices.add(Notice.of("governingdocument.notice.tracked-changes"));
    }
    if (objects) {
      notices.add(Notice.of("governingdocument.notice.objects-left-out"));
    }
    List<Notice> cleaning = new ArrayList<>();
    List<Line> cleaned = new ArrayList<>();
    long characters = 0;
    for (Line line : lines.written()) {
      String clean = PlainText.squeezed(TextCleaning.clean(line.text(), cleaning));
      characters += clean.length();
      cleaned.add(
          new Line(
              clean.isEmpty() ? Line.Shape.BLANK : line.shape(),
              line.level(),
              line.marker(),
              clean));
    }
    if (characters > Extraction.MOST_CHARACTERS) {
      throw new Refused("governingdocument.text.too-long", Extraction.MOST_CHARACTERS);
    }
    cleaning.stream().distinct().limit(2).forEach(notices::add);
    return cleaned;
  }

  private void read(XMLStreamReader xml) throws XMLStreamException {
    while (xml.hasNext()) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> start(xml);
        case XMLStreamConstants.END_ELEMENT -> end(xml.getLocalName());
        case XMLStreamConstants.CHARACTERS -> inParagraph(p -> p.takeCharacters(xml.getText()));
        default -> {}
      }
    }
  }

  private void start(XMLStreamReader xml) {
    if (skipping > 0 || isLeftOut(xml)) {
      skipping++;
      return;
    }
    switch (xml.getLocalName()) {
      case "p" -> open.push(new WordParagraph());
      case "tr" -> lines.startRow();
      case "tc" -> lines.startCell();
      case "ins", "moveTo" -> changes = true;
      case "t" -> inParagraph(p -> p.reading(true));
      case "tab", "ptab" -> inParagraph(p -> p.append("\t"));
      case "br", "cr" -> inParagraph(p -> p.append("\n"));
      case "noBreakHyphen" -> inParagraph(p -> p.append("-"));
      case "sym" -> symbol(WordXml.value(xml, "char"));
      case "pStyle" -> inParagraph(p -> p.style = WordXml.value(xml));
      case "numId" -> inParagraph(p -> p.numbering = WordXml.value(xml));
      case "ilvl" -> inParagraph(p -> p.numberingLevel = WordXml.number(xml));
      case "outlineLvl" -> inParagraph(p -> p.outline = WordXml.number(xml));
      case "r" -> inParagraph(WordParagraph::startRun);
      case "b" -> inParagraph(p -> p.bold = WordXml.isOn(xml));
      default -> {}
    }
  }

  // Deleted text, a second copy for old readers, the separators of notes; a previous state of a
  // property.
  private boolean isLeftOut(XMLStreamReader xml) {
    return switch (xml.getLocalName()) {
      case "del", "moveFrom" -> {
        changes = true;
        yield true;
      }
      case "Fallback", "rPrChange", "pPrChange", "sectPr" -> true;
      case "object" -> {
        objects = true;
        yield true;
      }
      case "footnote", "endnote" -> !WordXml.value(xml, "type").isEmpty();
      default -> false;
    };
  }

  private void end(String name) {
    if (skipping > 0) {
      skipping--;
      return;
    }
    switch (name) {
      case "p" -> {
        if (!open.isEmpty()) {
          lines.take(open.pop());
        }
      }
      case "t" -> inParagraph(p -> p.reading(false));
      case "tr" -> lines.endRow();
      default -> {}
    }
  }

  private void symbol(String code) {
    if (code.matches("[0-9A-Fa-f]{4}")) {
      inParagraph(p -> p.append(Character.toString(Integer.parseInt(code, 16))));
    }
  }

  private void inParagraph(Consumer<WordParagraph> change) {
    if (skipping == 0 && !open.isEmpty()) {
      change.accept(open.peek());
    }
  }
}
