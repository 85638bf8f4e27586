package se.tillit.web.chart;

import java.util.Locale;
import se.tillit.web.State;

/// A colour by its task in a chart: the value for paper, and the name by which `chart.css` finds
/// it.
enum Ink {
  TEXT("#23221d"),
  SUBTLE("#5c574c"),
  LINE("#e1dbd0"),
  AXIS("#8a8477"),
  PAPER("#ffffff"),
  STONE("#f4f1eb"),
  MAIN("#1b5541"),
  FORMER("#a9c4b5"),
  TINT("#e7efe9"),
  KEPT("#3a7a26"),
  KEPT_TINT("#e8f3e3"),
  AT_RISK("#c07f0a"),
  AT_RISK_TINT("#fcf0d8"),
  NOT_KEPT("#b42c22"),
  NOT_KEPT_TINT("#fbe8e5"),
  NOT_MEASURED("#8a8477"),
  NOT_MEASURED_TINT("#f4f1eb"),
  ON_STATE("#ffffff"),
  ON_AT_RISK("#1d1400");

  private final String paper;

  Ink(String paper) {
    this.paper = paper;
  }

  String paper() {
    return paper;
  }

  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Ink of(State state) {
    return switch (state) {
      case KEPT -> KEPT;
      case AT_RISK -> AT_RISK;
      case NOT_KEPT -> NOT_KEPT;
      case NOT_MEASURED -> NOT_MEASURED;
    };
  }

  static Ink tintOf(State state) {
    return switch (state) {
      case KEPT -> KEPT_TINT;
      case AT_RISK -> AT_RISK_TINT;
      case NOT_KEPT -> NOT_KEPT_TINT;
      case NOT_MEASURED -> NOT_MEASURED_TINT;
    };
  }
}
