/// The tamper-evident trail: every change, and every reading of what is secret, in one hash chain
/// per tenant that an outsider can verify (M-2.1d). Written in the same transaction as the change.
/// Published view: none; the table `audittrail.entry` is read through {@link
/// se.tillit.audittrail.Trail}.
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "database", "web", "identity", "job"})
package se.tillit.audittrail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
