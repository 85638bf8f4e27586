package se.tillit.governingdocument.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A document in its place below others: the policy first, each followed by those under it.
///
/// @param depth 0 at the top
public record DocumentTree(DocumentRow row, int depth) {

  private static final Comparator<DocumentRow> ORDER =
      Comparator.comparing(DocumentRow::level).thenComparing(DocumentRow::title);

  static List<DocumentTree> of(List<DocumentRow> rows) {
    Set<UUID> known = new HashSet<>(rows.stream().map(DocumentRow::id).toList());
    var placed = new ArrayList<DocumentTree>();
    rows.stream()
        .filter(row -> row.parent() == null || !known.contains(row.parent()))
        .sorted(ORDER)
        .forEach(top -> place(rows, top, 0, placed));
    return List.copyOf(placed);
  }

  private static void place(
      List<DocumentRow> rows, DocumentRow row, int depth, List<DocumentTree> placed) {
    if (placed.stream().anyMatch(it -> it.row().id().equals(row.id()))) {
      return;
    }
    placed.add(new DocumentTree(row, depth));
    below(rows, row.id()).forEach(child -> place(rows, child, depth + 1, placed));
  }

  private static List<DocumentRow> below(List<DocumentRow> rows, @Nullable UUID parent) {
    return rows.stream().filter(it -> Objects.equals(it.parent(), parent)).sorted(ORDER).toList();
  }
}
