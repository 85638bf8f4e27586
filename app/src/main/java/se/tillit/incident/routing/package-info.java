/// How reports are taken in a tenant: who gets them, whether anybody may report without a name, and
/// the words that cases are sorted by.
@NullMarked
package se.tillit.incident.routing;

import org.jspecify.annotations.NullMarked;
