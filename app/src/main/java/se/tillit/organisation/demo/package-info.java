/// The invented organisations of a demo installation.
@NullMarked
package se.tillit.organisation.demo;

import org.jspecify.annotations.NullMarked;
