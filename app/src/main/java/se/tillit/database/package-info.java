/// Opens the database, its own or a given server's, and raises the tenant wall on every transaction
/// (design §5): no row is read or written before the tenant is known.
@NullMarked
@ApplicationModule(allowedDependencies = "kernel")
package se.tillit.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
