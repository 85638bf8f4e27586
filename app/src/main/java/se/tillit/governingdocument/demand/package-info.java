/// What the sentences of a governing document demand: of whom, how strongly, how often, reported to
/// whom, and which figures could tell whether it is kept. Proposes with the words that led there; a
/// person decides.
@NullMarked
package se.tillit.governingdocument.demand;

import org.jspecify.annotations.NullMarked;
