/// Incidents, deviations, near misses and weaknesses (K-4.1.7a, K-4.1.7b, K-2b): reported in a
/// minute, handled to the end, with every law's clock beside the case.
///
/// Publishes the view `published_incident` of `R__publish_views_of_incident.sql`: without words,
/// exercises and what is security-protected.
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "kernel",
      "database",
      "web",
      "web :: chart",
      "identity",
      "audittrail",
      "job",
      "notification",
      "indicator",
      "deadline",
      "exchange",
      "exchange :: column",
      "exchange :: document",
      "exchange :: file",
      "exchange :: table",
      "organisation",
      "improvement",
      "asset",
      "classification",
      "search"
    })
package se.tillit.incident;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
