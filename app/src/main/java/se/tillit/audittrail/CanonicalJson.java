package se.tillit.audittrail;

import java.util.Collection;
import java.util.Map;

/// Writes JSON one way only, so that equal facts are equal bytes.
final class CanonicalJson {

  private static final String HEX = "0123456789abcdef";

  private CanonicalJson() {}

  static void append(StringBuilder json, Object value) {
    switch (value) {
      case Map<?, ?> map -> appendObject(json, map);
      case Collection<?> list -> appendArray(json, list);
      case String text -> appendText(json, text);
      default -> json.append(value);
    }
  }

  static void appendText(StringBuilder json, String text) {
    json.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> json.append("\\\"");
        case '\\' -> json.append("\\\\");
        case '\n' -> json.append("\\n");
        case '\r' -> json.append("\\r");
        case '\t' -> json.append("\\t");
        default -> appendCharacter(json, c);
      }
    }
    json.append('"');
  }

  private static void appendCharacter(StringBuilder json, char c) {
    if (c < 0x20 || Character.isSurrogate(c)) {
      json.append("\\u");
      for (int shift = 12; shift >= 0; shift -= 4) {
        json.append(HEX.charAt((c >> shift) & 0xf));
      }
    } else {
      json.append(c);
    }
  }

  private static void appendObject(StringBuilder json, Map<?, ?> map) {
    json.append('{');
    boolean first = true;
    for (var member : map.entrySet()) {
      if (!first) {
        json.append(',');
      }
      first = false;
      appendText(json, String.valueOf(member.getKey()));
      json.append(':');
      append(json, member.getValue());
    }
    json.append('}');
  }

  private static void appendArray(StringBuilder json, Collection<?> list) {
    json.append('[');
    boolean first = true;
    for (Object item : list) {
      if (!first) {
        json.append(',');
      }
      first = false;
      append(json, item);
    }
    json.append(']');
  }
}
