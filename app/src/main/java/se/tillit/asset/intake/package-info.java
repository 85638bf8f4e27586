/// Assets from a spreadsheet.
@NullMarked
package se.tillit.asset.intake;

import org.jspecify.annotations.NullMarked;
