/// Incidents of the invented municipalities.
@NullMarked
package se.tillit.incident.demo;

import org.jspecify.annotations.NullMarked;
