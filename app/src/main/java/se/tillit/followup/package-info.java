/// Follow-up: how the adopted documents are kept, clause by clause and unit by unit, and the
/// reports that tell each board so (K-4.1.7c, M-4a).
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
      "exchange :: document",
      "organisation",
      "improvement",
      "governingdocument"
    })
package se.tillit.followup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
