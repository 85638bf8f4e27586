/// A tenant's own roles: a name for a choice of permissions, given to accounts everywhere or in a
/// unit.
@NullMarked
package se.tillit.identity.role;

import org.jspecify.annotations.NullMarked;
