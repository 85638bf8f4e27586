/// The level that carriers need, aspect by aspect, and why.
@NullMarked
package se.tillit.classification.carrier;

import org.jspecify.annotations.NullMarked;
