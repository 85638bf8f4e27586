/// People and their assignments.
@NullMarked
package se.tillit.organisation.person;

import org.jspecify.annotations.NullMarked;
