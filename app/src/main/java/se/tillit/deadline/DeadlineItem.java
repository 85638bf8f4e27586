package se.tillit.deadline;

import org.jspecify.annotations.Nullable;
import se.tillit.web.Due;

/// One deadline as said. Done ones have no nearness.
public record DeadlineItem(
    String sentence,
    String kind,
    String day,
    @Nullable Due due,
    @Nullable String where,
    @Nullable String who,
    String href) {}
