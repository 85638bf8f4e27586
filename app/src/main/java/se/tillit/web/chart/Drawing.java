package se.tillit.web.chart;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import java.util.List;

/// A finished chart: its SVG, the words that stand in for it, and the figures behind it as a table.
///
/// As content of a template it writes its SVG.
public record Drawing(String svg, String title, String description, Figures figures)
    implements Content {

  /// The figures of a chart, row by row; the first cell names its row.
  public record Figures(List<String> heads, List<List<String>> rows) {

    public Figures {
      heads = List.copyOf(heads);
      rows = rows.stream().map(List::copyOf).toList();
    }
  }

  /// Title and description in one, for where a drawing has a single alternative text.
  public String alternative() {
    return title + ". " + description;
  }

  @Override
  public void writeTo(TemplateOutput output) {
    output.writeContent(svg);
  }
}
