package se.tillit.organisation.body;

import java.util.UUID;

/// A legal entity in a list.
public record EntityRow(UUID id, String name, String kind) {}
