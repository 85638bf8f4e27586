/// Legal entities and their bodies, with meetings and terms of office.
@NullMarked
package se.tillit.organisation.body;

import org.jspecify.annotations.NullMarked;
