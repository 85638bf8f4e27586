/// The invented classifications of a demo.
@NullMarked
package se.tillit.classification.demo;

import org.jspecify.annotations.NullMarked;
