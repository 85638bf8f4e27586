/// Units, bodies and people as search finds them.
@NullMarked
package se.tillit.organisation.found;

import org.jspecify.annotations.NullMarked;
