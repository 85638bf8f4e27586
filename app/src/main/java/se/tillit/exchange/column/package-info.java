/// Columns of a table: found by their headings in any language, and their cells understood or their
/// faults told with row, column, value and reason. Knows no framework and no database.
@NullMarked
@NamedInterface("column")
package se.tillit.exchange.column;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
