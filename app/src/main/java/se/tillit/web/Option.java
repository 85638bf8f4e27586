package se.tillit.web;

import org.jspecify.annotations.Nullable;

/// One choice in a list, a group of radio buttons or of check boxes.
///
/// @param hint one sentence below the label; shown by radio buttons and check boxes
public record Option(String value, String label, boolean chosen, @Nullable String hint) {

  public static Option of(String value, String label) {
    return new Option(value, label, false, null);
  }

  public static Option of(String value, String label, boolean chosen) {
    return new Option(value, label, chosen, null);
  }

  public Option with(String newHint) {
    return new Option(value, label, chosen, newHint);
  }
}
