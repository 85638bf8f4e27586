package se.tillit.exchange.column;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One row understood: its values, what is wrong with it, and what was cleaned on the way.
public final class RowReading {

  private final int sheetRow;
  private final Map<Column<?>, Object> values;
  private final List<RowProblem> problems;
  private final List<RowProblem> notices;

  RowReading(
      int sheetRow,
      Map<Column<?>, Object> values,
      List<RowProblem> problems,
      List<RowProblem> notices) {
    this.sheetRow = sheetRow;
    this.values = values;
    this.problems = List.copyOf(problems);
    this.notices = List.copyOf(notices);
  }

  public int sheetRow() {
    return sheetRow;
  }

  /// Whether every cell has a value that its column can hold.
  public boolean isSound() {
    return problems.isEmpty();
  }

  public List<RowProblem> problems() {
    return problems;
  }

  /// What does not stop the row but should be told, such as characters that were removed.
  public List<RowProblem> notices() {
    return notices;
  }

  @SuppressWarnings("unchecked") // a column's values were made by that column's parser
  public <T> Optional<T> value(Column<T> column) {
    return Optional.ofNullable((@Nullable T) values.get(column));
  }

  /// The value of a required column of a sound row.
  public <T> T required(Column<T> column) {
    return value(column).orElseThrow(() -> new IllegalStateException(column.key()));
  }
}
