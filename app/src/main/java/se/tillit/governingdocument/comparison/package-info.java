/// Two versions of a governing document clause by clause: what stayed, changed, moved, came and
/// went.
@NullMarked
package se.tillit.governingdocument.comparison;

import org.jspecify.annotations.NullMarked;
