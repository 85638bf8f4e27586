/// The policies of the invented municipalities, in our own words.
@NullMarked
package se.tillit.governingdocument.demo;

import org.jspecify.annotations.NullMarked;
