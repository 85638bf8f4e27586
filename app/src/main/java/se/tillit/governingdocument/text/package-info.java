/// The text of a governing document: read from TXT, DOCX or PDF and cut into sections, sentences
/// and list items, no word lost. Knows nothing of what the sentences demand.
@NullMarked
package se.tillit.governingdocument.text;

import org.jspecify.annotations.NullMarked;
