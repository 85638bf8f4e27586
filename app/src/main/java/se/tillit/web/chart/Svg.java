package se.tillit.web.chart;

import java.util.Locale;

/// Writes one SVG drawing, piece by piece, well-formed and with its accessible name.
final class Svg {

  static final double TEXT = 14;
  static final double SMALL = 12.5;

  private final StringBuilder xml = new StringBuilder(4_000);

  Svg(double width, double height, String title, String description) {
    xml.append(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"chart\" role=\"img\" aria-label=\"");
    escaped(title + ". " + description);
    xml.append("\" viewBox=\"0 0 ").append(number(width)).append(' ').append(number(height));
    xml.append("\" width=\"").append(number(width)).append("\" height=\"").append(number(height));
    xml.append("\" font-family=\"'Source Sans 3', sans-serif\" font-size=\"")
        .append(number(TEXT))
        .append("\">");
    element("title", title).element("desc", description);
  }

  private Svg element(String name, String words) {
    xml.append('<').append(name).append('>');
    escaped(words);
    xml.append("</").append(name).append('>');
    return this;
  }

  Svg rectangle(double x, double y, double width, double height, Ink fill) {
    xml.append("<rect");
    numbers("x", x, "y", y, "width", width, "height", height);
    return painted(fill).closed();
  }

  Svg circle(double x, double y, double radius, Ink fill) {
    xml.append("<circle");
    numbers("cx", x, "cy", y, "r", radius);
    return painted(fill).closed();
  }

  Svg ring(double x, double y, double radius, Ink stroke, double width) {
    xml.append("<circle");
    numbers("cx", x, "cy", y, "r", radius);
    xml.append(" fill=\"none\"");
    return stroked(stroke, width).closed();
  }

  Svg line(double x1, double y1, double x2, double y2, Ink stroke, double width) {
    xml.append("<line");
    numbers("x1", x1, "y1", y1, "x2", x2, "y2", y2);
    return stroked(stroke, width).closed();
  }

  Svg dashes(double x1, double y1, double x2, double y2, Ink stroke) {
    xml.append("<line stroke-dasharray=\"5 4\"");
    numbers("x1", x1, "y1", y1, "x2", x2, "y2", y2);
    return stroked(stroke, 1.5).closed();
  }

  /// A filled shape by its path.
  Svg shape(String path, Ink fill) {
    xml.append("<path d=\"").append(path).append('"');
    return painted(fill).closed();
  }

  /// An open line by its path.
  Svg stroke(String path, Ink stroke, double width) {
    xml.append("<path fill=\"none\" stroke-linejoin=\"round\" stroke-linecap=\"round\" d=\"")
        .append(path)
        .append('"');
    return stroked(stroke, width).closed();
  }

  Svg text(double x, double y, Lay lay, String words) {
    if (words.isEmpty()) {
      return this;
    }
    xml.append("<text");
    numbers("x", x, "y", y);
    if (lay.size() != TEXT) {
      numbers("font-size", lay.size());
    }
    if (lay.bold()) {
      xml.append(" font-weight=\"700\"");
    }
    if (!lay.anchor().equals("start")) {
      xml.append(" text-anchor=\"").append(lay.anchor()).append('"');
    }
    painted(lay.ink());
    xml.append('>');
    escaped(words);
    xml.append("</text>");
    return this;
  }

  /// How a piece of text is laid: its size, weight, colour, and which end stands at the point.
  record Lay(double size, boolean bold, Ink ink, String anchor) {

    static final Lay PLAIN = new Lay(TEXT, false, Ink.TEXT, "start");
    static final Lay SUBTLE = new Lay(SMALL, false, Ink.SUBTLE, "start");
    static final Lay STRONG = new Lay(TEXT, true, Ink.TEXT, "start");

    Lay middle() {
      return new Lay(size, bold, ink, "middle");
    }

    Lay end() {
      return new Lay(size, bold, ink, "end");
    }

    Lay in(Ink other) {
      return new Lay(size, bold, other, anchor);
    }

    Lay sized(double other) {
      return new Lay(other, bold, ink, anchor);
    }
  }

  /// Ends the drawing and hands over its XML.
  String end() {
    return xml.append("</svg>").toString();
  }

  private Svg painted(Ink fill) {
    xml.append(" fill=\"")
        .append(fill.paper())
        .append("\" class=\"fill-")
        .append(fill.word())
        .append('"');
    return this;
  }

  private Svg stroked(Ink stroke, double width) {
    xml.append(" stroke=\"")
        .append(stroke.paper())
        .append("\" class=\"stroke-")
        .append(stroke.word())
        .append('"');
    numbers("stroke-width", width);
    return this;
  }

  private Svg closed() {
    xml.append("/>");
    return this;
  }

  private void numbers(Object... namesAndValues) {
    for (int at = 0; at < namesAndValues.length; at += 2) {
      xml.append(' ').append(namesAndValues[at]).append("=\"");
      xml.append(number((double) namesAndValues[at + 1])).append('"');
    }
  }

  /// A coordinate with at most two decimals, with a point in every language.
  static String number(double value) {
    String written = String.format(Locale.ROOT, "%.2f", value);
    return written.replaceAll("\\.?0+$", "").replaceAll("^-0$", "0");
  }

  private void escaped(String words) {
    words.codePoints().forEach(this::escaped);
  }

  private void escaped(int sign) {
    switch (sign) {
      case '<' -> xml.append("&lt;");
      case '>' -> xml.append("&gt;");
      case '&' -> xml.append("&amp;");
      case '"' -> xml.append("&quot;");
      default -> {
        if (Character.isISOControl(sign)) {
          xml.append(' ');
        } else if (sign < Character.MIN_SURROGATE
            || (sign > Character.MAX_SURROGATE && (sign & 0xfffe) != 0xfffe)) {
          xml.appendCodePoint(sign);
        }
      }
    }
  }
}
