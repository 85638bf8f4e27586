/// Measures what `design` promises: the program in a process of its own, asked through HTTP, and
/// beside each figure the same rows by raw SQL in the same run.
@NullMarked
package se.tillit.bench;

import org.jspecify.annotations.NullMarked;
