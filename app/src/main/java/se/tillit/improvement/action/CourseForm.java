package se.tillit.improvement.action;

import org.jspecify.annotations.Nullable;

/// What is typed about an action's course: a new last day and why, what stands in its way, or what
/// it waits for.
public record CourseForm(
    @Nullable String due,
    @Nullable String reason,
    @Nullable String because,
    @Nullable String blocker,
    @Nullable Integer version) {

  int read() {
    return version == null ? -1 : version;
  }
}
