/// Improvement that closes (ISO/IEC 27001 clauses 6.2, 9.3 and 10): findings from every source, the
/// actions (åtgärder) that they become and whose effect is checked, the goals that actions serve,
/// and the management review that looks at all of it. Publishes the views of
/// `improvement/R__views_of_improvement.sql`.
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
      "search"
    })
package se.tillit.improvement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
