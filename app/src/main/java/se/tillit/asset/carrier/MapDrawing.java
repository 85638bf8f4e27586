package se.tillit.asset.carrier;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/// The map as lines and places: operations at the left, carriers at the right, a line as broad as
/// there are assets.
public record MapDrawing(List<Spot> units, List<Spot> carriers, List<Line> lines, int height) {

  public static final int WIDTH = 920;
  private static final int ROW = 34;
  private static final int TOP = 24;
  private static final int LEFT = 270;
  private static final int RIGHT = 600;
  private static final int MOST = 30;

  public MapDrawing {
    units = List.copyOf(units);
    carriers = List.copyOf(carriers);
    lines = List.copyOf(lines);
  }

  /// A name with its place.
  public record Spot(UUID id, String name, int x, int y) {}

  /// A line between places.
  ///
  /// @param flow between carriers; otherwise from an operation to what has its information
  public record Line(String path, String width, boolean flow, String says) {}

  static MapDrawing of(List<AssetMap.Tie> ties, List<AssetMap.Current> currents) {
    Map<UUID, Spot> units = new LinkedHashMap<>();
    Map<UUID, Spot> carriers = new LinkedHashMap<>();
    for (AssetMap.Tie tie : ties) {
      if (carriers.size() < MOST || carriers.containsKey(tie.carrier())) {
        units.computeIfAbsent(
            tie.unit(), id -> new Spot(id, tie.unitName(), LEFT, y(units.size())));
        carriers.computeIfAbsent(
            tie.carrier(), id -> new Spot(id, tie.carrierName(), RIGHT, y(carriers.size())));
      }
    }
    var lines = new ArrayList<Line>();
    for (AssetMap.Tie tie : ties) {
      Spot from = units.get(tie.unit());
      Spot to = carriers.get(tie.carrier());
      if (from != null && to != null) {
        String says = from.name() + " – " + to.name() + ": " + tie.assets();
        lines.add(new Line(across(from, to), width(tie.assets()), false, says));
      }
    }
    for (AssetMap.Current current : currents) {
      Spot from = carriers.get(current.from());
      Spot to = carriers.get(current.to());
      if (from != null && to != null) {
        lines.add(new Line(around(from, to), "1.5", true, from.name() + " → " + to.name()));
      }
    }
    int rows = Math.max(units.size(), carriers.size());
    return new MapDrawing(
        List.copyOf(units.values()), List.copyOf(carriers.values()), lines, TOP * 2 + rows * ROW);
  }

  private static int y(int place) {
    return TOP + place * ROW + ROW / 2;
  }

  private static String across(Spot from, Spot to) {
    int middle = (LEFT + RIGHT) / 2;
    return "M%d %d C%d %d %d %d %d %d"
        .formatted(from.x(), from.y(), middle, from.y(), middle, to.y(), to.x(), to.y());
  }

  /// Flows bow out to the left of the carriers' names, so that they cross none of them.
  private static String around(Spot from, Spot to) {
    int bow = RIGHT - 30 - Math.abs(from.y() - to.y()) / 6;
    return "M%d %d C%d %d %d %d %d %d"
        .formatted(from.x(), from.y(), bow, from.y(), bow, to.y(), to.x(), to.y());
  }

  private static String width(int assets) {
    return String.format(Locale.ROOT, "%.1f", Math.min(9, 0.8 + Math.sqrt(assets)));
  }
}
