/// The engine of imports: keeps, reads, checks, compares, and takes what somebody has accepted.
@NullMarked
package se.tillit.exchange.intake;

import org.jspecify.annotations.NullMarked;
