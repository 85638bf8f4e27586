package se.tillit.web;

import java.util.List;

/// Which columns a person wants in one table.
///
/// @param action takes `POST` of `table`, each chosen `column`, and `returnTo`
public record Columns(String action, String table, String returnTo, List<Option> options) {

  public Columns {
    options = List.copyOf(options);
  }

  public boolean shows(String column) {
    return options.stream().anyMatch(option -> option.value().equals(column) && option.chosen());
  }
}
