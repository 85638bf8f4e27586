package se.tillit.identity;

import java.util.List;
import se.tillit.web.Columns;
import se.tillit.web.Option;
import se.tillit.web.Page;

/// The columns that each account wants to see in a list, kept from visit to visit.
public interface ChosenColumns {

  /// The viewer's choice among the columns offered, or the offer's own where nothing was chosen
  /// yet.
  ///
  /// @param table a short name of the list, such as `assets`
  /// @param offered every column that may be left out, marked as chosen where it shows from the
  ///   start
  Columns of(Viewer viewer, Page page, String table, List<Option> offered);
}
