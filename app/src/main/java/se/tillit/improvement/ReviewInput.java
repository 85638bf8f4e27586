package se.tillit.improvement;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a module tells a management review: live figures at points of its agenda. One bean a
/// module; told within the tenant, in the transaction that drafts or freezes the minutes, of the
/// whole tenant.
public interface ReviewInput {

  /// @param from the day after the review before this one
  /// @param to the day of the review
  List<Line> lines(LocalDate from, LocalDate to);

  /// One sentence at a point, in no language yet.
  ///
  /// @param key message that makes one whole sentence of the arguments; whole numbers stay numbers
  /// @param path page below the tenant's address that shows what is counted
  record Line(AgendaPoint point, String key, List<Object> arguments, @Nullable String path) {

    public Line {
      arguments = List.copyOf(arguments);
    }

    public static Line of(AgendaPoint point, String path, String key, Object... arguments) {
      return new Line(point, key, Arrays.asList(arguments), path);
    }
  }
}
