/// The management review (ledningens genomgång, ISO/IEC 27001 clause 9.3): an agenda with live
/// figures, who took part, what was decided, and minutes that are frozen.
@NullMarked
package se.tillit.improvement.review;

import org.jspecify.annotations.NullMarked;
