/// The indicator contract: a figure that a module computes from its own facts for every unit in one
/// set-wise statement, kept by the day and opened down to the records behind it (design §1).
@NullMarked
@ApplicationModule(
    allowedDependencies = {"kernel", "database", "web", "identity", "audittrail", "job"})
package se.tillit.indicator;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
