package se.tillit.asset.register;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.tillit.web.Cursor;

/// One page of the register with the ways on.
///
/// @param counted how many there are in all, or -1 when there are more than it is worth counting
public record AssetPage(
    List<AssetRow> rows, @Nullable Cursor previous, @Nullable Cursor next, long counted) {

  public AssetPage {
    rows = List.copyOf(rows);
  }
}
