/// The clauses of an edition: reviewed, split, merged, bound to indicators.
@NullMarked
package se.tillit.governingdocument.clause;

import org.jspecify.annotations.NullMarked;
