package se.tillit.audittrail;

import java.util.Collection;
import java.util.UUID;

/// Keeps from readers what the trail has said about something that is sealed, such as a title. What
/// is written from then on is read as before, so that the sealing itself is seen; the chain, its
/// verification and the whole export are untouched (ADR 012).
public interface Veils {

  /// Hides what has been said so far about these subjects.
  void draw(Collection<UUID> subjects);

  /// Shows it again.
  void lift(Collection<UUID> subjects);
}
