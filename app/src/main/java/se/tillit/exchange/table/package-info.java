/// Tables in and out: rows of spreadsheets and text files, read within limits, checked column by
/// column, and written so that no cell is ever executed. Knows no framework and no database.
@NullMarked
@NamedInterface("table")
package se.tillit.exchange.table;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
