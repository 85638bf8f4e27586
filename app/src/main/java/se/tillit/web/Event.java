package se.tillit.web;

import org.jspecify.annotations.Nullable;

/// Something that happened, in a timeline: when, what, by whom.
///
/// @param when as it is to be read, from [Words]
/// @param machine the same in ISO 8601
public record Event(
    String when, String machine, String what, @Nullable String who, @Nullable String href) {}
