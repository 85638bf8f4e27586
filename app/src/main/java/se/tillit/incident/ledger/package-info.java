/// What is only ever added to cases: their numbers, the keys of what was sent, what happened, and
/// what was decided.
@NullMarked
package se.tillit.incident.ledger;

import org.jspecify.annotations.NullMarked;
