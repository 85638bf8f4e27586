/// What others see of governing documents: figures, deadlines, things to do, hits.
@NullMarked
package se.tillit.governingdocument.watch;

import org.jspecify.annotations.NullMarked;
