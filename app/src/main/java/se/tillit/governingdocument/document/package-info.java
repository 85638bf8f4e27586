/// Documents through their editions: what there is, what is in force, what is under way.
@NullMarked
package se.tillit.governingdocument.document;

import org.jspecify.annotations.NullMarked;
