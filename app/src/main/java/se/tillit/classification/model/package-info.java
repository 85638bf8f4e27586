/// The municipality's classification model, version by version.
@NullMarked
package se.tillit.classification.model;

import org.jspecify.annotations.NullMarked;
