/// Clocks (K-2b): what each regime demands of each who answers for it, from the moment it started
/// until it is submitted or decided not to be, with reminders on the way.
@NullMarked
package se.tillit.incident.clock;

import org.jspecify.annotations.NullMarked;
