package se.tillit.web.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import se.tillit.web.chart.ConformanceIcicle.Part;

/// Gives every part of an icicle its rows, and folds the best-kept parts together until the whole
/// fits a page.
record IcicleRows(int depth, int count, List<Cell> cells) {

  private static final int MOST = 34;

  // Units before what they belong to, the best kept before the rest, the most crowded before the
  // sparse.
  private static final Comparator<Branch> FOLDS_FIRST =
      Comparator.<Branch>comparingInt(branch -> branch.depth)
          .thenComparing(branch -> branch.best().part, ConformanceIcicle.worstFirst())
          .thenComparingInt(branch -> branch.shown.size());

  /// A place in the icicle: a part, or the rest of its parent's parts counted together.
  ///
  /// @param last whether nothing stands to the right of it
  record Cell(int depth, int row, int rows, boolean last, Part part, List<Part> rest) {}

  static IcicleRows of(Part whole, int deepest) {
    Branch root = new Branch(whole, 0, deepest - 1);
    while (root.rows() > MOST) {
      Optional<Branch> next = root.all().filter(Branch::foldable).max(FOLDS_FIRST);
      if (next.isEmpty()) {
        break;
      }
      next.get().foldBest();
    }
    List<Cell> cells = new ArrayList<>();
    root.place(0, cells);
    return new IcicleRows(root.height(), root.rows(), cells);
  }

  // A part while its parts are being folded.
  private static final class Branch {

    private final Part part;
    private final int depth;
    private final List<Branch> shown = new ArrayList<>();
    private final List<Part> folded = new ArrayList<>();

    Branch(Part part, int depth, int deepest) {
      this.part = part;
      this.depth = depth;
      if (depth < deepest) {
        part.parts().forEach(below -> shown.add(new Branch(below, depth + 1, deepest)));
      }
    }

    int rows() {
      int own = shown.stream().mapToInt(Branch::rows).sum() + (folded.isEmpty() ? 0 : 1);
      return Math.max(1, own);
    }

    int height() {
      int below = shown.stream().mapToInt(Branch::height).max().orElse(folded.isEmpty() ? 0 : 1);
      return 1 + below;
    }

    Stream<Branch> all() {
      return Stream.concat(Stream.of(this), shown.stream().flatMap(Branch::all));
    }

    // Parts that still have parts in sight of their own are folded last.
    boolean foldable() {
      return shown.size() + folded.size() > 1
          && !shown.isEmpty()
          && shown.stream().allMatch(below -> below.shown.isEmpty());
    }

    Branch best() {
      return shown.stream()
          .max(Comparator.comparing((Branch below) -> below.part, ConformanceIcicle.worstFirst()))
          .orElseThrow();
    }

    // The first to fold takes another with it: one alone would still need its row.
    void foldBest() {
      boolean first = folded.isEmpty();
      fold(best());
      if (first) {
        fold(best());
      }
    }

    private void fold(Branch below) {
      shown.remove(below);
      folded.add(below.part);
    }

    void place(int row, List<Cell> cells) {
      boolean last = shown.isEmpty() && folded.isEmpty();
      cells.add(new Cell(depth, row, rows(), last, part, List.of()));
      int next = row;
      for (Branch below : shown) {
        below.place(next, cells);
        next += below.rows();
      }
      if (!folded.isEmpty()) {
        cells.add(new Cell(depth + 1, next, 1, true, part, List.copyOf(folded)));
      }
    }
  }
}
