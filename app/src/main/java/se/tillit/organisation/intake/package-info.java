/// Units and people by spreadsheet, and the way from an empty tenant to a living one.
@NullMarked
package se.tillit.organisation.intake;

import org.jspecify.annotations.NullMarked;
