package se.tillit.improvement;

import java.util.UUID;

/// Puts what was written about a record out of everybody's sight, since it may tell what the record
/// holds: its actions and findings, and what people were told of them. Nothing is erased.
public interface Seals {

  void seal(UUID record);

  /// Shows them again.
  void unseal(UUID record);
}
