package se.tillit.exchange.document;

import java.util.List;
import java.util.Locale;

/// Writes each block of a document as XHTML, so that the PDF made from it is tagged for what it is.
final class PrintBlocks {

  private static final int FIGURES_PER_ROW = 4;

  private final Markup markup;
  private final List<String> drawings;
  private int headings;

  PrintBlocks(Markup markup, List<String> drawings) {
    this.markup = markup;
    this.drawings = drawings;
  }

  void write(Block block) {
    switch (block) {
      case Heading heading -> write(heading);
      case Paragraph paragraph -> write(paragraph);
      case Listing listing -> write(listing);
      case Table table -> write(table);
      case Facts facts -> write(facts);
      case KeyFigures figures -> write(figures);
      case Figure figure -> write(figure);
      case PageBreak _ -> markup.open("div", "class", "pagebreak").close();
    }
  }

  private void write(Heading heading) {
    markup.element("h" + (heading.level() + 1), Face.BOLD, heading.text(), "id", "h" + headings++);
  }

  private void write(Paragraph paragraph) {
    boolean quote = paragraph.kind() == Paragraph.Kind.QUOTE;
    if (quote) {
      markup.open("blockquote");
    }
    markup.open("p", "class", paragraph.kind().name().toLowerCase(Locale.ROOT));
    paragraph.spans().forEach(this::write);
    markup.close();
    if (quote) {
      markup.close();
    }
  }

  private void write(Span span) {
    switch (span.emphasis()) {
      case NONE -> markup.words(Face.REGULAR, span.text());
      case STRONG -> markup.element("strong", Face.BOLD, span.text());
      case STRESSED -> markup.element("em", Face.ITALIC, span.text());
    }
  }

  private void write(Listing listing) {
    markup.open(listing.kind() == Listing.Kind.NUMBERED ? "ol" : "ul");
    listing.items().forEach(item -> markup.element("li", Face.REGULAR, item));
    markup.close();
  }

  private void write(Table table) {
    markup.open("table", "class", "rows");
    markup.element("caption", Face.BOLD, table.caption());
    markup.open("thead").open("tr");
    int shares = table.columns().stream().mapToInt(Table.Column::share).sum();
    for (Table.Column column : table.columns()) {
      String width = String.format(Locale.ROOT, "width: %.3f%%", 100.0 * column.share() / shares);
      markup.element(
          "th",
          Face.BOLD,
          column.heading(),
          "scope",
          "col",
          "class",
          style(column.alignment()),
          "style",
          width);
    }
    markup.close().close().open("tbody");
    table.rows().forEach(row -> write(row, table.columns()));
    markup.close().close();
  }

  private void write(Table.Row row, List<Table.Column> columns) {
    markup.open("tr", "class", row.emphasised() ? "sum" : "row");
    for (int at = 0; at < columns.size(); at++) {
      String alignment = style(columns.get(at).alignment());
      if (at == 0) {
        markup.open("th", "scope", "row", "class", alignment);
      } else {
        markup.open("td", "class", alignment);
      }
      write(row.cells().get(at), row.emphasised() ? Face.BOLD : Face.REGULAR);
      markup.close();
    }
    markup.close();
  }

  private void write(Table.Cell cell, Face face) {
    if (cell.tone() == Tone.PLAIN) {
      markup.words(face, cell.text());
    } else {
      markup.element("span", face, cell.tone().marked(cell.text()), "class", style(cell.tone()));
    }
  }

  private void write(Facts facts) {
    markup.open("table", "class", "facts").open("tbody");
    for (Facts.Fact fact : facts.facts()) {
      markup.open("tr");
      markup.element("th", Face.REGULAR, fact.name(), "scope", "row");
      markup.element("td", Face.REGULAR, fact.value());
      markup.close();
    }
    markup.close().close();
  }

  private void write(KeyFigures figures) {
    List<KeyFigures.KeyFigure> all = figures.figures();
    for (int from = 0; from < all.size(); from += FIGURES_PER_ROW) {
      int to = Math.min(from + FIGURES_PER_ROW, all.size());
      markup.open("div", "class", "figures of" + Math.min(FIGURES_PER_ROW, all.size()));
      all.subList(from, to).forEach(this::write);
      markup.close();
    }
  }

  private void write(KeyFigures.KeyFigure figure) {
    markup.open("div", "class", "figure");
    markup.element(
        "p",
        Face.BOLD,
        figure.tone().marked(figure.value()),
        "class",
        "value " + style(figure.tone()));
    markup.element("p", Face.REGULAR, figure.label(), "class", "label");
    if (!figure.note().isBlank()) {
      markup.element("p", Face.REGULAR, figure.note(), "class", "note");
    }
    markup.close();
  }

  private void write(Figure figure) {
    markup.open("div", "class", "drawing");
    String alternative =
        Face.REGULAR.drawable(PrintableText.of(figure.alternative()).replace('\n', ' '));
    markup.empty(
        "img",
        "src",
        "figure:/" + drawings.size() + ".svg",
        "alt",
        alternative,
        "style",
        "width: 100%");
    drawings.add(figure.svg());
    if (!figure.caption().isBlank()) {
      markup.element("p", Face.REGULAR, figure.caption(), "class", "caption");
    }
    markup.close();
  }

  private static String style(Enum<?> kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }
}
