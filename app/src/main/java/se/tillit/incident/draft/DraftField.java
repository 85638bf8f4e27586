package se.tillit.incident.draft;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import se.tillit.incident.regime.Field;

/// One field of a draft: what it says, what the case says, and what was sent before.
///
/// @param said what the case said when it was last taken or passed over
/// @param now what the case says now
/// @param before what the version before said; none in a first version
record DraftField(
    Field field, String value, String said, String now, @Nullable String before, Edited edited) {

  /// By whom it was last written; nobody when it stands as it was filled.
  record Edited(String by, @Nullable Instant at) {}

  String key() {
    return field.key();
  }

  boolean isBlank() {
    return value.isBlank();
  }

  boolean isMissing() {
    return field.mandatory() && isBlank();
  }

  int length() {
    return Texts.length(value);
  }

  boolean isTooLong() {
    return length() > field.limit();
  }

  boolean isOffered() {
    return !now.isBlank() && !now.equals(said) && !now.equals(value);
  }

  boolean isChanged() {
    return before != null && !before.equals(value);
  }

  /// Whether somebody must write it, since no source knows it.
  boolean isAsked() {
    return !Sources.known().contains(field.from());
  }
}
