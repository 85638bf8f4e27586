package se.tillit.improvement.action;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import se.tillit.web.Columns;
import se.tillit.web.Option;
import se.tillit.web.Pager;
import se.tillit.web.TableHead;
import se.tillit.web.Words;

/// The register's list as its page shows it: heads that sort, rows, and the way on.
///
/// @param address the list as it stands, to come back to
/// @param selectable whether the viewer may change any of them
public record ActionListView(
    String here,
    String address,
    ActionFilter filter,
    Columns columns,
    List<ActionRow> rows,
    Pager pager,
    boolean selectable) {

  private static final Set<String> LATENT =
      Set.of("deputy", "body", "source", "served-goal", "start");

  /// The columns that a person may leave out; the title always shows.
  static List<Option> offered(Words words) {
    return Stream.of(
            "due",
            "state",
            "responsible",
            "unit",
            "deputy",
            "body",
            "source",
            "served-goal",
            "start")
        .map(it -> Option.of(it, words.t("improvement." + it), !LATENT.contains(it)))
        .toList();
  }

  public List<TableHead> heads(Words words) {
    var heads = new ArrayList<TableHead>();
    heads.add(TableHead.text(words.t("improvement.title")).sortable(by("title"), now("title")));
    for (Option column : columns.options()) {
      if (column.chosen()) {
        TableHead head = TableHead.text(column.label());
        boolean due = column.value().equals("due");
        heads.add(
            due
                ? head.sortable(by(filter.order().equals("due") ? "-due" : "due"), now("due"))
                : head);
      }
    }
    return heads;
  }

  private String by(String order) {
    return here + "?" + filter.address() + "&sort=" + order;
  }

  private TableHead.Sort now(String order) {
    return filter.order().equals(order)
        ? TableHead.Sort.ASCENDING
        : filter.order().equals("-" + order) ? TableHead.Sort.DESCENDING : TableHead.Sort.NONE;
  }
}
