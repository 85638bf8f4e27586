/// Makes a request that is sent twice happen once.
@NullMarked
package se.tillit.improvement.request;

import org.jspecify.annotations.NullMarked;
