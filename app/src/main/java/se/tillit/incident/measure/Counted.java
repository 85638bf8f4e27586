package se.tillit.incident.measure;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Figures on incidents of a body or of the whole, with those of the year before beside them, told
/// so that nobody can be pointed out.
///
/// @param months cases per month of the period, by `2026-01`, and of the same month a year before
/// @param settled how long those closed in the period took; none when they are too few
public record Counted(
    Total total,
    List<Part> bodies,
    List<Part> kinds,
    List<Part> causes,
    List<Part> certainties,
    Map<String, Part> months,
    Settled settled,
    Exposure exposure) {

  /// Too few to be told of at all.
  static final Counted UNTOLD =
      new Counted(
          new Total(null, null, true),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          Map.of(),
          new Settled(null, null, null),
          new Exposure(null, null, null, null));

  /// All cases; none told when they are between one and four.
  ///
  /// @param few whether some are kept back
  public record Total(@Nullable Long now, @Nullable Long before, boolean few) {}

  /// Cases with something in common, by name.
  public record Part(String name, long now, long before) {}

  /// Days from report to closure: the median, and how many it is of.
  public record Settled(@Nullable Double now, @Nullable Double before, @Nullable Long closed) {}

  /// What was seen before it happened, and what was not.
  ///
  /// @param nearMisses reported risks per hundred employees
  /// @param unknown cases whose information nobody had classified, or entered in the register
  /// @param struck cases that have happened
  public record Exposure(
      @Nullable Double nearMisses,
      @Nullable Double nearMissesBefore,
      @Nullable Long unknown,
      @Nullable Long struck) {}
}
