/// Tells people what concerns them: an inbox in Tillit, and e-mail at once or once a day as each
/// one chooses.
@NullMarked
@ApplicationModule(
    allowedDependencies = {"kernel", "database", "web", "identity", "audittrail", "job"})
package se.tillit.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
