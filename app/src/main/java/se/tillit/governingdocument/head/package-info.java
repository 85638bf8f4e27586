/// The head of a document: title, number, owner, place among others, and when it is revised.
@NullMarked
package se.tillit.governingdocument.head;

import org.jspecify.annotations.NullMarked;
