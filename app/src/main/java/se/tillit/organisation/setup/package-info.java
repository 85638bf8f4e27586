/// The way from an empty municipality to a working one, told from facts.
@NullMarked
package se.tillit.organisation.setup;

import org.jspecify.annotations.NullMarked;
