/// Carriers: the systems, services, places and people that information is on, and how it flows
/// between them.
@NullMarked
package se.tillit.asset.carrier;

import org.jspecify.annotations.NullMarked;
