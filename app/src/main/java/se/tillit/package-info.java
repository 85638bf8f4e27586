/// Tillit: the management system for information security of a municipality and its companies.
@NullMarked
package se.tillit;

import org.jspecify.annotations.NullMarked;
