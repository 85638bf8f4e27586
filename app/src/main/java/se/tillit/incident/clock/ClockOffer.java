package se.tillit.incident.clock;

import org.jspecify.annotations.Nullable;
import se.tillit.web.State;

/// A clock that a case may need, in words.
///
/// @param due when its first step would be due
/// @param left how long that is from now
/// @param judged what has been judged of it, once anybody has
public record ClockOffer(
    String key,
    String name,
    String whose,
    String due,
    State standing,
    String left,
    boolean likely,
    String assessHref,
    @Nullable String judged) {}
