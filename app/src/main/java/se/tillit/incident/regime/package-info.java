/// Regimes: what the law, a contract or a policy demands after an event, as dated and versioned
/// text that a knowing user may change (law.md §10): shipped for every row, never rewritten.
@NullMarked
package se.tillit.incident.regime;

import org.jspecify.annotations.NullMarked;
