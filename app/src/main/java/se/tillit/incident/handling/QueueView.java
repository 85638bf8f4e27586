package se.tillit.incident.handling;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.tillit.web.Columns;
import se.tillit.web.Cursor;
import se.tillit.web.Option;
import se.tillit.web.Pager;
import se.tillit.web.TableHead;
import se.tillit.web.Words;

/// The queue as its page shows it: heads that sort, ways on, ways out.
public record QueueView(
    String action,
    QueueFilter filter,
    List<QueueRow> rows,
    boolean later,
    @Nullable Cursor next,
    Columns columns,
    boolean handling) {

  /// The columns that a person may leave out; number and name always show.
  static List<Option> offered(Words words) {
    return Stream.of("reported", "kind", "where", "handler", "severity", "state")
        .map(name -> Option.of(name, words.t("incident.column." + name), true))
        .toList();
  }

  public List<TableHead> heads(Words words) {
    var heads = new ArrayList<TableHead>();
    heads.add(TableHead.text(words.t("incident.column.case")));
    for (Option column : columns.options()) {
      if (column.chosen()) {
        heads.add(head(column));
      }
    }
    return heads;
  }

  private TableHead head(Option column) {
    TableHead head = TableHead.text(column.label());
    return switch (column.value()) {
      case "reported" -> head.sortable(address(filter.sorted(turned()), null), reportedSort());
      case "severity" ->
          head.sortable(
              address(filter.sorted("-severity"), null),
              filter.order().equals("-severity") ? TableHead.Sort.DESCENDING : TableHead.Sort.NONE);
      default -> head;
    };
  }

  private String turned() {
    return filter.order().equals("-reported") ? "reported" : "-reported";
  }

  private TableHead.Sort reportedSort() {
    return switch (filter.order()) {
      case "reported" -> TableHead.Sort.ASCENDING;
      case "-reported" -> TableHead.Sort.DESCENDING;
      default -> TableHead.Sort.NONE;
    };
  }

  public Pager pager() {
    return new Pager(
        later ? here() : null, null, next == null ? null : address(filter, next), rows.size(), -1);
  }

  public String here() {
    return address(filter, null);
  }

  public String export() {
    String query = filter.address();
    return action + ".xlsx" + (query.isEmpty() ? "" : "?" + query);
  }

  private String address(QueueFilter wanted, @Nullable Cursor after) {
    String query = wanted.address();
    String paged = after == null ? query : (query.isEmpty() ? "" : query + "&") + "after=" + after;
    return paged.isEmpty() ? action : action + "?" + paged;
  }
}
