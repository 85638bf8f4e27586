/// Units: what each is called, where it stands and which body it answers to, from day to day.
@NullMarked
package se.tillit.organisation.unit;

import org.jspecify.annotations.NullMarked;
