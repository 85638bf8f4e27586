/// The handling of cases: queue, assessment, timeline, decisions, what and whom it strikes, related
/// cases, and the end (K-4.1.7a, K-4.1.7b).
@NullMarked
package se.tillit.incident.handling;

import org.jspecify.annotations.NullMarked;
