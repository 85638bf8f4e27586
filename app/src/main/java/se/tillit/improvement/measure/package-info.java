/// What is counted, what falls due, and what is asked of people.
@NullMarked
package se.tillit.improvement.measure;

import org.jspecify.annotations.NullMarked;
