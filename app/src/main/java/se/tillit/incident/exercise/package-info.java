/// Exercises (M-2.2d): a scenario with injects on a clock of its own, played in the same pages as
/// what is real, and evaluated. Nothing of it counts as real.
@NullMarked
package se.tillit.incident.exercise;

import org.jspecify.annotations.NullMarked;
