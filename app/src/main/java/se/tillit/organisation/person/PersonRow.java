package se.tillit.organisation.person;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.tillit.web.Cursor;

/// A person in a list; without a name when it is protected.
public record PersonRow(
    UUID id,
    String givenName,
    String familyName,
    @Nullable String title,
    @Nullable String unit,
    @Nullable String email,
    Cursor place) {}
