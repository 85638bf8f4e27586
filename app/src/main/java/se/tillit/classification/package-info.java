/// Information classification (K-1, K-4.1.4b, M-1c): the municipality's own model, decisions by
/// those who own the information, and the level that each carrier needs because of what it carries.
///
/// Publishes the views of `R__publish_views_of_classification.sql`: `asset_class`, `carrier_class`
/// and `carrier_standing`.
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
      "organisation",
      "improvement",
      "search",
      "asset"
    })
package se.tillit.classification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
