package se.tillit.identity.settings;

import java.time.Instant;

/// @param handle names the session without being the secret that opens it
public record OpenSession(
    String handle, String browser, String address, Instant since, Instant lastSeen, boolean own) {}
