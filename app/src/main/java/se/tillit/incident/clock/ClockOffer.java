package se.tillit.incident.clock;

import org.jspecify.annotations.Nullable;

/// A clock that a case may need, in words.
///
/// @param judged what has been judged of it, once anybody has
public record ClockOffer(
    String key,
    String name,
    String whose,
    String due,
    boolean likely,
    String assessHref,
    @Nullable String judged) {}
