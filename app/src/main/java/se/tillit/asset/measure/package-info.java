/// Figures on the register: is it kept, does each asset have a living owner, has the owner
/// confirmed it.
@NullMarked
package se.tillit.asset.measure;

import org.jspecify.annotations.NullMarked;
