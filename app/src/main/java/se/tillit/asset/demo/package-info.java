/// The invented assets and carriers of a demo.
@NullMarked
package se.tillit.asset.demo;

import org.jspecify.annotations.NullMarked;
