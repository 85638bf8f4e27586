package se.tillit.web;

import java.util.Locale;

/// How a demand stands: word, shape and colour, the same on every page. Nothing is kept because
/// data is missing.
public enum State {
  KEPT,
  AT_RISK,
  NOT_KEPT,
  NOT_MEASURED;

  public String labelKey() {
    return "web.state." + word();
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
