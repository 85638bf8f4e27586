package se.tillit.improvement.action;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.tillit.web.Due;

/// An action as a row of the register, as said.
public record ActionRow(
    UUID id,
    String title,
    String href,
    @Nullable String where,
    @Nullable String who,
    @Nullable Due due,
    String day,
    String state,
    @Nullable String priority,
    @Nullable String stuck) {}
