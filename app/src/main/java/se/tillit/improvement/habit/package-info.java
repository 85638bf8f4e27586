/// How a tenant runs its improvement: its times, and the ladder of what is overdue.
@NullMarked
package se.tillit.improvement.habit;

import org.jspecify.annotations.NullMarked;
