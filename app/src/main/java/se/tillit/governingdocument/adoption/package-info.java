/// The way to a decision, and what a decision brings about (M-3b, M-3c, M-3d).
@NullMarked
package se.tillit.governingdocument.adoption;

import org.jspecify.annotations.NullMarked;
