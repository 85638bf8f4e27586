package se.tillit.exchange.document;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// Writes XHTML that is well-formed whatever the words are.
final class Markup {

  private final StringWriter text = new StringWriter();
  private final XMLStreamWriter xml;

  Markup() {
    try {
      xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
    } catch (XMLStreamException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /// Opens an element; attributes are names and values in turn.
  Markup open(String element, String... attributes) {
    return write(() -> {
      xml.writeStartElement(element);
      attributes(attributes);
    });
  }

  Markup close() {
    return write(xml::writeEndElement);
  }

  /// An element without content.
  Markup empty(String element, String... attributes) {
    return write(() -> {
      xml.writeEmptyElement(element);
      attributes(attributes);
    });
  }

  Markup text(String words) {
    return write(() -> xml.writeCharacters(words));
  }

  /// A whole element around words in one face, with its line breaks.
  Markup element(String element, Face face, String words, String... attributes) {
    open(element, attributes);
    return words(face, words).close();
  }

  /// Words in one face, with their line breaks.
  Markup words(Face face, String words) {
    String[] lines = face.drawable(PrintableText.of(words)).split("\n", -1);
    for (int line = 0; line < lines.length; line++) {
      if (line > 0) {
        empty("br");
      }
      text(lines[line]);
    }
    return this;
  }

  @Override
  public String toString() {
    write(xml::flush);
    return text.toString();
  }

  private void attributes(String... attributes) throws XMLStreamException {
    for (int at = 0; at < attributes.length; at += 2) {
      xml.writeAttribute(attributes[at], attributes[at + 1]);
    }
  }

  private Markup write(Step step) {
    try {
      step.run();
      return this;
    } catch (XMLStreamException failure) {
      throw new IllegalStateException(failure);
    }
  }

  @FunctionalInterface
  private interface Step {
    void run() throws XMLStreamException;
  }
}
