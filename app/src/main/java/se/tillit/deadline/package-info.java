/// What falls due and for whom: the annual wheel (årshjul), each person's list of things to do, and
/// the calendar feed (design §1). Modules contribute by {@link se.tillit.deadline.DeadlineSource}
/// and {@link se.tillit.deadline.TodoSource}. Lists leave as spreadsheets by exchange's table
/// export, which knows nothing of deadlines.
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
      "exchange"
    })
package se.tillit.deadline;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
