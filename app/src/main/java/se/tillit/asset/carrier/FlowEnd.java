package se.tillit.asset.carrier;

import java.util.UUID;

/// The other end of a flow of information.
///
/// @param outward from the carrier that is looked at; otherwise to it
public record FlowEnd(UUID carrier, String name, String note, boolean outward) {}
