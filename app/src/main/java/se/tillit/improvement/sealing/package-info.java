/// What is out of sight while the record that it was written about is.
@NullMarked
package se.tillit.improvement.sealing;

import org.jspecify.annotations.NullMarked;
