/// Figures on incidents: what clauses are measured by, the page of figures, and what reports tell.
/// Exercises and what is security-protected are in none of them.
@NullMarked
package se.tillit.incident.measure;

import org.jspecify.annotations.NullMarked;
