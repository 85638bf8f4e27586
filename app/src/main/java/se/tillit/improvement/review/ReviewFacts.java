package se.tillit.improvement.review;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.tillit.improvement.AgendaPoint;
import se.tillit.web.Words;

/// What the modules told a review: sentences at the points of its agenda, in no language, so that
/// frozen minutes read in each.
public record ReviewFacts(List<Line> lines) {

  /// A sentence at a point.
  public record Line(String point, String key, List<Object> arguments, @Nullable String path) {

    public String said(Words words) {
      return words.t(key, arguments.toArray());
    }
  }

  public ReviewFacts {
    lines = List.copyOf(lines);
  }

  public List<Line> at(AgendaPoint point) {
    return lines.stream().filter(it -> it.point().equals(point.key())).toList();
  }
}
