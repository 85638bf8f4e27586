package se.tillit.followup;

import java.util.List;
import se.tillit.web.State;
import se.tillit.web.Words;
import se.tillit.web.chart.Drawing;
import se.tillit.web.chart.TrendLine;

/// A figure in words: what it counts, how it stands, and where the records behind it are.
public record ShownFigure(
    String indicator, String title, Tally tally, List<TrendLine.Month> months, String href) {

  static ShownFigure of(Conformance.Figure figure, Words words, String tenant, String query) {
    String key = figure.indicator();
    return new ShownFigure(
        key,
        title(key, words),
        figure.tally(),
        figure.months(),
        tenant + "/indicators/" + key + Reach.within(query, figure.clause()));
  }

  /// The name of an indicator, as its module says it.
  static String title(String key, Words words) {
    return words.t(messages(key) + ".title");
  }

  static String meaning(String key, Words words) {
    return words.t(messages(key) + ".meaning");
  }

  private static String messages(String key) {
    return key.replaceFirst("\\.", ".indicator.");
  }

  public State state() {
    return tally.state();
  }

  public String sentence(Words words) {
    return tally.total() == 0
        ? words.t("followup.figure.none", title)
        : words.t("followup.figure", tally.met(), tally.total(), title);
  }

  public String asked(Words words) {
    return words.t("followup.figure.target", tally.target());
  }

  /// The trend of twelve months, small.
  public Drawing trend(Words words) {
    return new TrendLine(title, months, tally.target()).small(words);
  }
}
