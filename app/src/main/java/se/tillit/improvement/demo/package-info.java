/// The invented municipalities' improvement.
@NullMarked
package se.tillit.improvement.demo;

import org.jspecify.annotations.NullMarked;
