/// Tokens for machines, as pages and as a resource.
@NullMarked
package se.tillit.identity.token;

import org.jspecify.annotations.NullMarked;
