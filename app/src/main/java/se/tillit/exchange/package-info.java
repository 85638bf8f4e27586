/// Tables in and out of every register. An upload is read and checked in the background, compared
/// with what is known, and taken only when somebody has seen what it will change. Publishes
/// `exchange.published_row` and `exchange.published_change` for the kinds of import that later
/// modules add.
@NullMarked
@ApplicationModule(
    allowedDependencies = {"kernel", "database", "web", "identity", "audittrail", "job"})
package se.tillit.exchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
