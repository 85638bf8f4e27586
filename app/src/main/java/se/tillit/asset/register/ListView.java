package se.tillit.asset.register;

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

/// The register's list as its page shows it: heads that sort, ways on, ways out.
public record ListView(
    String base,
    AssetFilter filter,
    AssetPage found,
    Columns columns,
    boolean writable,
    boolean importing) {

  /// The columns that a person may leave out; the name always shows.
  static List<Option> offered(Words words) {
    return Stream.of("unit", "owner", "forms", "personal", "class", "confirmed")
        .map(name -> Option.of(name, words.t("asset.column." + name), true))
        .toList();
  }

  public String action() {
    return base + "/assets";
  }

  public List<TableHead> heads(Words words) {
    var heads = new ArrayList<TableHead>();
    heads.add(head(words.t("asset.column.name"), AssetFilter.Sort.NAME));
    for (Option column : columns.options()) {
      if (column.chosen()) {
        heads.add(
            switch (column.value()) {
              case "class" -> head(column.label(), AssetFilter.Sort.CLASS);
              case "confirmed" -> head(column.label(), AssetFilter.Sort.CONFIRMED);
              default -> TableHead.text(column.label());
            });
      }
    }
    return heads;
  }

  private TableHead head(String label, AssetFilter.Sort sort) {
    boolean now = filter.order().sort() == sort;
    var next = new AssetFilter.Order(sort, now && !filter.order().descending());
    var state =
        !now
            ? TableHead.Sort.NONE
            : filter.order().descending() ? TableHead.Sort.DESCENDING : TableHead.Sort.ASCENDING;
    return TableHead.text(label).sortable(address(filter.sorted(next), null, null), state);
  }

  public Pager pager() {
    Cursor previous = found.previous();
    Cursor next = found.next();
    return new Pager(
        previous == null ? null : address(filter, null, null),
        previous == null ? null : address(filter, "before", previous),
        next == null ? null : address(filter, "after", next),
        found.rows().size(),
        found.counted());
  }

  public String here() {
    return address(filter, null, null);
  }

  private String address(AssetFilter wanted, @Nullable String way, @Nullable Cursor place) {
    String query = wanted.query();
    String paged = place == null ? query : (query.isEmpty() ? "" : query + "&") + way + "=" + place;
    return paged.isEmpty() ? action() : action() + "?" + paged;
  }
}
