/// Figures on classification, and what is asked of people.
@NullMarked
package se.tillit.classification.measure;

import org.jspecify.annotations.NullMarked;
