package se.tillit.organisation.unit;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A legal entity, a body or a unit as a spreadsheet has it, in the way that an import reads it
/// back.
record PlaceRow(
    String kind,
    String name,
    @Nullable String parent,
    @Nullable String answersTo,
    @Nullable String code,
    LocalDate from) {}
