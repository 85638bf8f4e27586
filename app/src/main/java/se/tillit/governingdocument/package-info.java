/// Governing documents (styrdokument): imported, adopted by the body entitled to, in force to a
/// given day, their demands kept as clauses.
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
      "search",
      "organisation"
    })
@NullMarked
package se.tillit.governingdocument;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
