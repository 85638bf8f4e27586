/// Classifying an asset: begun, left and resumed, decided, approved where it lowers what is common.
@NullMarked
package se.tillit.classification.decision;

import org.jspecify.annotations.NullMarked;
