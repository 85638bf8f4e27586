/// Actions from a spreadsheet.
@NullMarked
package se.tillit.improvement.intake;

import org.jspecify.annotations.NullMarked;
