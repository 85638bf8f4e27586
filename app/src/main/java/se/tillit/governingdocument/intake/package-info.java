/// Taking in a text: pasted or uploaded, as a new document or a new edition of one.
@NullMarked
package se.tillit.governingdocument.intake;

import org.jspecify.annotations.NullMarked;
