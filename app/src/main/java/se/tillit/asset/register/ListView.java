package se.tillit.asset.register;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.tillit.web.Cursor;
import se.tillit.web.Pager;
import se.tillit.web.TableHead;
import se.tillit.web.Words;

/// The register's list as its page shows it: heads that sort, ways on, ways out.
public record ListView(
    String base, AssetFilter filter, AssetPage found, boolean writable, boolean importing) {

  public String action() {
    return base + "/assets";
  }

  public List<TableHead> heads(Words words) {
    return List.of(
        head(words.t("asset.column.name"), AssetFilter.Sort.NAME),
        TableHead.text(words.t("asset.column.unit")),
        TableHead.text(words.t("asset.column.owner")),
        TableHead.text(words.t("asset.column.forms")),
        TableHead.text(words.t("asset.column.personal")),
        head(words.t("asset.column.class"), AssetFilter.Sort.CLASS),
        head(words.t("asset.column.confirmed"), AssetFilter.Sort.CONFIRMED));
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

  public String export(String format) {
    String query = filter.query();
    return action() + "." + format + (query.isEmpty() ? "" : "?" + query);
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
