package se.tillit.deadline;

import org.jspecify.annotations.Nullable;
import se.tillit.web.Due;

/// One line of "Att göra", as said.
///
/// @param press takes a `POST` that finishes it in place
public record TodoItem(
    String sentence,
    String why,
    @Nullable Due due,
    String href,
    String action,
    @Nullable String press) {}
