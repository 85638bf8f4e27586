/// The invented municipalities of a demo installation and the people whom a visitor may be.
@NullMarked
package se.tillit.identity.demo;

import org.jspecify.annotations.NullMarked;
