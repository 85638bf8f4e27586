package se.tillit.web;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Which columns a person wants in one table.
///
/// @param action takes `POST` of `table`, each chosen `column`, and `returnTo`
public record Columns(String action, String table, String returnTo, List<Option> options) {

  public Columns {
    options = List.copyOf(options);
  }

  /// The heads of a table: the one that always shows, then those that are chosen.
  ///
  /// @param numbers the columns whose cells are numbers
  public List<TableHead> heads(TableHead first, String... numbers) {
    Set<String> atTheRight = Set.of(numbers);
    return Stream.concat(
            Stream.of(first),
            options.stream()
                .filter(Option::chosen)
                .map(it ->
                    atTheRight.contains(it.value())
                        ? TableHead.number(it.label())
                        : TableHead.text(it.label())))
        .toList();
  }

  public boolean shows(String column) {
    return options.stream().anyMatch(option -> option.value().equals(column) && option.chosen());
  }
}
