/// Files that prove what came of an action, kept in the database behind the tenant's wall.
@NullMarked
package se.tillit.improvement.evidence;

import org.jspecify.annotations.NullMarked;
