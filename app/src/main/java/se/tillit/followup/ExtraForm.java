package se.tillit.followup;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An extra report as asked for: why, about what and to whom.
public record ExtraForm(@Nullable String reason, @Nullable String subject, @Nullable UUID body) {

  public String reasonText() {
    return reason == null ? "" : reason;
  }

  public String subjectText() {
    return subject == null ? "" : subject;
  }
}
