package se.tillit.identity;

import java.util.Optional;

/// Leads somebody to what comes before everything else, as long as it does: a municipality that
/// nobody has set up yet.
public interface FirstPage {

  /// The page below the tenant's address, such as `/setup`.
  Optional<String> of(Viewer viewer);
}
