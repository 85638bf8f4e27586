package se.tillit.improvement.review;

import org.jspecify.annotations.Nullable;

/// A decision of a review as typed, or which one to withdraw.
public record DecisionForm(
    @Nullable String text,
    @Nullable String owner,
    @Nullable String due,
    @Nullable String decision,
    @Nullable Integer version) {

  static final DecisionForm EMPTY = new DecisionForm(null, null, null, null, null);
}
