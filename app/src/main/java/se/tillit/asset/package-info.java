/// The information that operations own and handle, in every form (K-4a, M-1d), who answers for it
/// (K-4e), and what carries it: systems, services, places and people (K-4.1.4a).
///
/// Publishes the views of `R__publish_views_of_asset.sql`: `asset_owner`, `current_asset`,
/// `current_carrier`, `asset_on_carrier` and `current_flow`.
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "kernel",
      "database",
      "web",
      "identity",
      "audittrail",
      "job",
      "notification",
      "indicator",
      "deadline",
      "exchange",
      "exchange :: column",
      "exchange :: document",
      "exchange :: table",
      "organisation",
      "improvement",
      "search"
    })
package se.tillit.asset;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
