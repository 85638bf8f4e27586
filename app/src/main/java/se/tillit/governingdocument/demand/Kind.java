package se.tillit.governingdocument.demand;

/// What a sentence of a governing document is: the municipality lives by the first three.
public enum Kind {
  /// Something shall, should or must not be done.
  DEMAND,
  /// Somebody answers for something, decides it or does it.
  ROLE_DUTY,
  /// Somebody may do something.
  PERMISSION,
  DEFINITION,
  CONTEXT
}
