package se.tillit.improvement;

import org.jspecify.annotations.Nullable;

/// What a finding is when it is raised.
///
/// @param source where it arose; none when somebody saw it herself
public record NewFinding(
    FindingKind kind,
    String title,
    String description,
    NewAction.@Nullable Source source,
    NewAction.Place place,
    Requirement requirement) {

  /// The requirement that it breaks: clause, paragraph or control, and the page where it stands.
  public record Requirement(String text, @Nullable String path) {

    public static final Requirement NONE = new Requirement("", null);
  }
}
