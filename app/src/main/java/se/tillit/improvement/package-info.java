/// Actions (åtgärder): the one thing that all findings become, with owner, last day, state and
/// effect; together the action plan (handlingsplan). Publishes the views of
/// `improvement/R__views_of_improvement.sql`.
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
      "exchange :: table",
      "exchange :: document",
      "organisation",
      "search"
    })
package se.tillit.improvement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
