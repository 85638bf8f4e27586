package se.tillit.exchange.document;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Width and height of an SVG drawing in its own units, read from its viewBox.
record DrawingSize(double width, double height) {

  private static final Pattern VIEW_BOX =
      Pattern.compile(
          "viewBox=\"\\s*[-\\d.]+[\\s,]+[-\\d.]+[\\s,]+([\\d.]+)[\\s,]+([\\d.]+)\\s*\"");

  static DrawingSize of(String svg) {
    Matcher box = VIEW_BOX.matcher(svg);
    if (!box.find()) {
      throw new IllegalArgumentException("A drawing without viewBox has no known size");
    }
    return new DrawingSize(Double.parseDouble(box.group(1)), Double.parseDouble(box.group(2)));
  }

  double heightAtWidth(double wanted) {
    return height * wanted / width;
  }
}
