/// Goals (ISO/IEC 27001 clause 6.2): strategic ones, the yearly steps towards them, how they are
/// measured and how far they have come.
@NullMarked
package se.tillit.improvement.goal;

import org.jspecify.annotations.NullMarked;
