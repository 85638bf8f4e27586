package se.tillit.incident.measure;

import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.tillit.web.Words;
import se.tillit.web.chart.CountBars;
import se.tillit.web.chart.Drawing;

/// Figures on incidents as sentences and drawings.
public record ShownFigures(Counted counted, Span span, Words words) {

  public boolean isEmpty() {
    var total = counted.total();
    return !total.few() && Objects.equals(total.now(), 0L) && Objects.equals(total.before(), 0L);
  }

  /// What stands first: how many, against the year before.
  public String lead() {
    var total = counted.total();
    String from = words.date(span.from());
    String to = words.date(span.to());
    if (total.now() == null) {
      return words.t("incident.figures.lead.few", from, to);
    }
    return total.before() == null
        ? words.t("incident.figures.lead.alone", total.now(), from, to)
        : words.t("incident.figures.lead", total.now(), from, to, total.before());
  }

  public List<String> sentences() {
    return java.util.stream.Stream.of(closing(), nearMisses(), unknown())
        .filter(it -> !it.isEmpty())
        .toList();
  }

  private String closing() {
    var settled = counted.settled();
    if (settled.now() == null) {
      return words.t("incident.figures.closing.few");
    }
    String days = words.decimal(settled.now());
    return settled.before() == null
        ? words.t("incident.figures.closing.alone", days, closed())
        : words.t("incident.figures.closing", days, closed(), words.decimal(settled.before()));
  }

  private long closed() {
    Long closed = counted.settled().closed();
    return closed == null ? 0 : closed;
  }

  private String nearMisses() {
    var exposure = counted.exposure();
    if (exposure.nearMisses() == null) {
      return words.t("incident.figures.near-misses.few");
    }
    String now = words.decimal(exposure.nearMisses());
    Double before = exposure.nearMissesBefore();
    return before == null
        ? words.t("incident.figures.near-misses.alone", now)
        : words.t("incident.figures.near-misses", now, words.decimal(before));
  }

  private String unknown() {
    Long unknown = counted.exposure().unknown();
    Long struck = counted.exposure().struck();
    return unknown == null || struck == null || struck == 0
        ? ""
        : words.t("incident.figures.unknown", unknown, struck);
  }

  public List<Drawing> drawings() {
    return java.util.stream.Stream.of(
            drawing("incident.figures.by-body", counted.bodies()),
            drawing("incident.figures.by-kind", counted.kinds()),
            drawing("incident.figures.by-cause", counted.causes()),
            drawing("incident.figures.by-certainty", counted.certainties()),
            drawing("incident.figures.by-month", months()))
        .filter(Objects::nonNull)
        .map(Drawing.class::cast)
        .toList();
  }

  private List<Counted.Part> months() {
    DateTimeFormatter name = DateTimeFormatter.ofPattern("LLLL", words.locale());
    return counted.months().values().stream()
        .map(it -> new Counted.Part(YearMonth.parse(it.name()).format(name), it.now(), it.before()))
        .toList();
  }

  private @Nullable Drawing drawing(String title, List<Counted.Part> parts) {
    if (parts.isEmpty()) {
      return null;
    }
    List<CountBars.Row> rows =
        parts.stream().map(it -> new CountBars.Row(it.name(), it.now(), it.before())).toList();
    int year = span.from().getYear();
    return new CountBars(
            words.t(title),
            words.t("incident.figures.name"),
            Integer.toString(year),
            Integer.toString(year - 1),
            rows)
        .draw(words);
  }
}
