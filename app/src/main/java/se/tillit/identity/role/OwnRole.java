package se.tillit.identity.role;

import java.util.List;
import java.util.UUID;

/// A role of the tenant's own.
///
/// @param holders how many accounts have it, whether they may come in today or not
public record OwnRole(UUID id, String name, List<String> permissions, int holders, int version) {}
