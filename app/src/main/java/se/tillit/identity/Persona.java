package se.tillit.identity;

import java.util.UUID;

/// Somebody invented whom a visitor of a demo installation may be.
public record Persona(
    UUID account, String name, String role, String tenantKey, String tenantName) {}
