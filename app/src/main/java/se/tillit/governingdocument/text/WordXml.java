package se.tillit.governingdocument.text;

import javax.xml.stream.XMLStreamReader;

/// Attributes of WordprocessingML elements, whichever of its two namespaces the file uses.
final class WordXml {

  private WordXml() {}

  static String value(XMLStreamReader xml) {
    return value(xml, "val");
  }

  static String value(XMLStreamReader xml, String attribute) {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      if (xml.getAttributeLocalName(i).equals(attribute)) {
        return xml.getAttributeValue(i);
      }
    }
    return "";
  }

  static int number(XMLStreamReader xml) {
    String value = value(xml);
    return value.matches("\\d{1,6}") ? Integer.parseInt(value) : -1;
  }

  /// True for `<w:b/>` and `<w:b w:val="true"/>`, false for `<w:b w:val="0"/>`.
  static boolean isOn(XMLStreamReader xml) {
    String value = value(xml);
    return !value.equals("0") && !value.equals("false") && !value.equals("none");
  }
}
