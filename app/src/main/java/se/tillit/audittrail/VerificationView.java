package se.tillit.audittrail;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A walk's outcome as a page shows it.
///
/// @param problem what is wrong, as the last part of a message key, or null where all is whole
public record VerificationView(Instant at, long entries, long brokenAt, @Nullable String problem) {

  static VerificationView of(ChainVerification.Verdict verdict) {
    Long at = verdict.brokenAt();
    return new VerificationView(
        verdict.at(), verdict.entries(), at == null ? 0 : at, verdict.problem());
  }
}
