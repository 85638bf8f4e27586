/// The municipality as it is and was: legal entities, bodies, units, people, assignments, roles,
/// terms of office and meetings (design §2; K-4.1.2, K-4e). Publishes the views of
/// `R__publish_views.sql`.
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
      "search",
      "exchange :: table",
      "exchange :: column"
    })
package se.tillit.organisation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
