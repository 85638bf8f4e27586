/// Going through what was found in a text: settle, split, merge, bind to figures; and what a new
/// edition changes.
@NullMarked
package se.tillit.governingdocument.review;

import org.jspecify.annotations.NullMarked;
