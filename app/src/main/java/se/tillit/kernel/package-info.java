/// The words every module shares: ids, periods, refusals. Knows no framework and no other module.
@NullMarked
package se.tillit.kernel;

import org.jspecify.annotations.NullMarked;
