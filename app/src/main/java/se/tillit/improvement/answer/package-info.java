/// The answer by the link of a letter: without signing in, for one action, once, and for a while.
@NullMarked
package se.tillit.improvement.answer;

import org.jspecify.annotations.NullMarked;
