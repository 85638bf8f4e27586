package se.tillit.web.chart;

import static se.tillit.web.chart.WheelMarks.CENTRE;
import static se.tillit.web.chart.WheelMarks.OUTER;

import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Comparator;
import java.util.List;
import se.tillit.web.Due;
import se.tillit.web.State;
import se.tillit.web.Words;

/// The year as a wheel, January at the top and clockwise, with what falls due as numbered marks and
/// a key beside it.
public record AnnualWheel(String title, Year year, LocalDate today, List<Item> items) {

  private static final double WIDTH = 720;
  private static final double KEY_X = 454;
  private static final double KEY_BELOW_X = 372;
  private static final double KEY_ROW = 35;
  private static final int BESIDE = 12;

  /// What falls due on a day of the year, and whether it is done.
  public record Item(LocalDate day, String label, boolean done) {

    State state(LocalDate today) {
      return done ? State.NOT_MEASURED : Due.of(day, today).state();
    }

    String standing(LocalDate today, Words words) {
      if (done) {
        return words.t("web.chart.done");
      }
      Due due = Due.of(day, today);
      return words.t(due.labelKey(), due.days());
    }
  }

  public AnnualWheel {
    items =
        items.stream()
            .filter(item -> item.day().getYear() == year.getValue())
            .sorted(Comparator.comparing(Item::day).thenComparing(Item::label))
            .toList();
  }

  public Drawing draw(Words words) {
    int below = Math.max(0, items.size() - BESIDE);
    double height = 2 * CENTRE + (below == 0 ? 0 : 10 + (below + 1) / 2 * KEY_ROW);
    Svg svg = new Svg(WIDTH, height, title, description(words));
    WheelMarks marks = WheelMarks.of(items.stream().map(item -> angle(item.day())).toList());
    drawMonths(svg, marks, words);
    drawToday(svg, marks, words);
    for (int at = 0; at < items.size(); at++) {
      drawMark(svg, at, marks.x(at), marks.y(at));
      drawKey(svg, at, words);
    }
    return new Drawing(svg.end(), title, description(words), figures(words));
  }

  private void drawMonths(Svg svg, WheelMarks marks, Words words) {
    for (Month month : Month.values()) {
      double from = angle(year.atMonth(month).atDay(1));
      double to = from + 2 * Math.PI * month.length(year.isLeap()) / year.length();
      svg.shape(sector(from, to, marks), month.getValue() % 2 == 1 ? Ink.TINT : Ink.STONE);
      String name = month.getDisplayName(TextStyle.SHORT, words.locale()).replace(".", "");
      double middle = (from + to) / 2;
      double radius = (marks.hub() + marks.rim()) / 2;
      svg.text(
          WheelMarks.x(middle, radius),
          WheelMarks.y(middle, radius) + 4.5,
          Svg.Lay.PLAIN.middle(),
          name);
      ray(svg, from, marks.rim(), Ink.LINE, 1);
    }
    svg.ring(CENTRE, CENTRE, OUTER, Ink.LINE, 1);
    svg.text(CENTRE, CENTRE + 12, Svg.Lay.STRONG.middle().sized(36).in(Ink.MAIN), year.toString());
  }

  private void drawToday(Svg svg, WheelMarks marks, Words words) {
    if (today.getYear() != year.getValue()) {
      return;
    }
    double angle = angle(today);
    double inside = marks.hub() - 20;
    ray(svg, angle, marks.rim(), Ink.MAIN, 2);
    svg.circle(WheelMarks.x(angle, marks.hub()), WheelMarks.y(angle, marks.hub()), 4.5, Ink.MAIN);
    svg.text(
        WheelMarks.x(angle, inside),
        WheelMarks.y(angle, inside) + 4.5,
        Svg.Lay.SUBTLE.middle().in(Ink.MAIN),
        words.t("web.chart.today"));
  }

  private static void ray(Svg svg, double angle, double from, Ink ink, double width) {
    svg.line(
        WheelMarks.x(angle, from),
        WheelMarks.y(angle, from),
        WheelMarks.x(angle, OUTER),
        WheelMarks.y(angle, OUTER),
        ink,
        width);
  }

  private void drawMark(Svg svg, int at, double x, double y) {
    State state = items.get(at).state(today);
    svg.circle(x, y, 10, Ink.PAPER);
    StateShape.draw(svg, state, x, y, state == State.AT_RISK ? 23 : 20);
    Ink number =
        switch (state) {
          case NOT_MEASURED -> Ink.SUBTLE;
          case AT_RISK -> Ink.ON_AT_RISK;
          case KEPT, NOT_KEPT -> Ink.ON_STATE;
        };
    double base = y + (state == State.AT_RISK ? 7 : 4);
    svg.text(x, base, Svg.Lay.STRONG.middle().sized(11.5).in(number), Integer.toString(at + 1));
  }

  // The first dozen beside the wheel, the rest in two columns below it.
  private void drawKey(Svg svg, int at, Words words) {
    boolean beside = at < BESIDE;
    int below = at - BESIDE;
    double x = beside ? KEY_X : below % 2 == 0 ? 12 : KEY_BELOW_X;
    double y = beside ? 16 + at * KEY_ROW : 2 * CENTRE + 24 + below / 2 * KEY_ROW;
    double room = beside ? WIDTH - KEY_X - 20 : KEY_BELOW_X - 62;
    drawMark(svg, at, x, y);
    Item item = items.get(at);
    svg.text(x + 20, y + 1, Svg.Lay.PLAIN, Lettering.fitted(item.label(), Svg.TEXT, room));
    String day = item.day().format(DateTimeFormatter.ofPattern("d MMMM", words.locale()));
    svg.text(x + 20, y + 15.5, Svg.Lay.SUBTLE, day + " · " + item.standing(today, words));
  }

  private double angle(LocalDate day) {
    return 2 * Math.PI * (day.getDayOfYear() - 1) / year.length();
  }

  private static String sector(double from, double to, WheelMarks marks) {
    return "M%sA%s 0 0 1 %sL%sA%s 0 0 0 %sZ"
        .formatted(
            point(from, marks.rim()),
            Svg.number(marks.rim()) + " " + Svg.number(marks.rim()),
            point(to, marks.rim()),
            point(to, marks.hub()),
            Svg.number(marks.hub()) + " " + Svg.number(marks.hub()),
            point(from, marks.hub()));
  }

  private static String point(double angle, double radius) {
    return Svg.number(WheelMarks.x(angle, radius)) + " " + Svg.number(WheelMarks.y(angle, radius));
  }

  private String description(Words words) {
    return words.t(
        "web.chart.wheel",
        items.size(),
        items.stream().filter(Item::done).count(),
        items.stream().filter(item -> !item.done() && item.day().isBefore(today)).count());
  }

  private Drawing.Figures figures(Words words) {
    return new Drawing.Figures(
        List.of(words.t("web.chart.item"), words.t("web.chart.day"), words.t("web.chart.standing")),
        items.stream()
            .map(item -> List.of(item.label(), words.date(item.day()), item.standing(today, words)))
            .toList());
  }
}
