/// Work in the background with its tenant, progress and retry; runs twice without harm, on any
/// node.
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "database", "web", "identity"})
package se.tillit.job;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
