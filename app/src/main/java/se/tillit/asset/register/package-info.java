/// The register of information assets: what there is, who answers for it, and its yearly
/// confirmation.
@NullMarked
package se.tillit.asset.register;

import org.jspecify.annotations.NullMarked;
