/// Chosen columns: which ones an account shows in each list.
@NullMarked
package se.tillit.identity.columns;

import org.jspecify.annotations.NullMarked;
