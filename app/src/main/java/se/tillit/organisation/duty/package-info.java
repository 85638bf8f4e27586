/// Duties that people hold, their deputies, and those that nobody holds (K-4.1.2).
@NullMarked
package se.tillit.organisation.duty;

import org.jspecify.annotations.NullMarked;
