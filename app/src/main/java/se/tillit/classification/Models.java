package se.tillit.classification;

import java.util.UUID;

/// The versions of the municipality's classification model.
public interface Models {

  /// The adopted version. A municipality that has adopted none classes by the one that Tillit
  /// ships.
  Model current();

  Model version(UUID id);
}
