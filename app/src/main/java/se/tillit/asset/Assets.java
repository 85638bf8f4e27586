package se.tillit.asset;

import java.util.Collection;
import java.util.UUID;
import se.tillit.identity.Viewer;

/// The register of information assets, as later modules may use it.
public interface Assets {

  /// The asset as the viewer may see it with the permission; unknown otherwise. Its owner always
  /// may.
  AssetCard find(Viewer viewer, String permission, UUID asset);

  /// Keeps what the classification has settled, beside the asset, so that its register shows it.
  void settle(UUID asset, SettledClass settled);

  /// The asset has no class that stands any more.
  void unsettle(UUID asset);

  /// Keeps the levels that carriers need because of what they carry.
  void settleCarriers(Collection<SettledCarrier> carriers);

  /// A carrier and the class it needs; none when something on it lacks a class.
  record SettledCarrier(UUID carrier, SettledClass settled) {}
}
