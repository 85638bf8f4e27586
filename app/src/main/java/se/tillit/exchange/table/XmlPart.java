package se.tillit.exchange.table;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// One XML part of a workbook, read forwards. Elements are known by their local names, so that both
/// the transitional and the strict form of the standard are understood; document types are refused.
final class XmlPart implements Closeable {

  private static final XMLInputFactory FACTORY = factory();

  private final InputStream in;
  private final XMLStreamReader reader;

  XmlPart(InputStream in) {
    this.in = in;
    try {
      this.reader = FACTORY.createXMLStreamReader(utf8(in));
    } catch (XMLStreamException damaged) {
      throw TableReader.damaged(damaged);
    }
  }

  /// Every spreadsheet program writes UTF-8, some with its mark; nothing else is tried.
  private static Reader utf8(InputStream in) throws XMLStreamException {
    CharsetDecoder strict =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    Reader text = new BufferedReader(new InputStreamReader(in, strict));
    try {
      text.mark(1);
      if (text.read() != '\ufeff') {
        text.reset();
      }
      return text;
    } catch (IOException damaged) {
      throw new XMLStreamException(damaged);
    }
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    return factory;
  }

  /// Moves to the next start or end of an element; false at the end of the part.
  boolean advance() {
    try {
      while (reader.hasNext()) {
        int event = reader.next();
        if (event == XMLStreamConstants.START_ELEMENT || event == XMLStreamConstants.END_ELEMENT) {
          return true;
        }
        refuseDocumentType(event);
      }
      return false;
    } catch (XMLStreamException damaged) {
      throw TableReader.damaged(damaged);
    }
  }

  private static void refuseDocumentType(int event) throws XMLStreamException {
    if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
      throw new XMLStreamException("document types have no place in a workbook");
    }
  }

  boolean starts(String element) {
    return reader.isStartElement() && reader.getLocalName().equals(element);
  }

  boolean ends(String element) {
    return reader.isEndElement() && reader.getLocalName().equals(element);
  }

  @Nullable String attribute(String name) {
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      if (reader.getAttributeLocalName(i).equals(name)) {
        return reader.getAttributeValue(i);
      }
    }
    return null;
  }

  /// Appends the text up to the end of the present element, never much more than `most` characters.
  void text(StringBuilder into, int most) {
    try {
      int depth = 1;
      while (depth > 0 && reader.hasNext()) {
        int event = reader.next();
        switch (event) {
          case XMLStreamConstants.START_ELEMENT -> depth++;
          case XMLStreamConstants.END_ELEMENT -> depth--;
          case XMLStreamConstants.CHARACTERS,
              XMLStreamConstants.CDATA,
              XMLStreamConstants.SPACE -> {
            if (into.length() <= most) {
              into.append(
                  reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
            }
          }
          default -> refuseDocumentType(event);
        }
      }
    } catch (XMLStreamException damaged) {
      throw TableReader.damaged(damaged);
    }
  }

  /// Passes over the present element and all it holds.
  void skip() {
    text(new StringBuilder(), -1);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
