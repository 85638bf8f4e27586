package se.tillit.asset.register;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.tillit.audittrail.Detail;
import se.tillit.audittrail.Subject;
import se.tillit.audittrail.Trail;
import se.tillit.identity.Viewer;
import se.tillit.kernel.Forbidden;
import se.tillit.kernel.Unknown;

/// Opens an asset for somebody, as far as she may see it; reading what is secret leaves its mark in
/// the trail.
@Component
class AssetReading {

  static final String READ = "asset.read";
  static final String WRITE = "asset.write";
  static final String SECURITY = "asset.security-protection";

  private final AssetStore store;
  private final Trail trail;

  AssetReading(AssetStore store, Trail trail) {
    this.store = store;
    this.trail = trail;
  }

  /// For its page: with a mark in the trail when the record has a secrecy ground.
  @Transactional
  public Asset open(Viewer viewer, UUID id) {
    Asset asset = seen(viewer, READ, id);
    if (asset.isSecret()) {
      trail.record(
          "asset.read",
          Subject.of("asset", id, asset.name()),
          Detail.of("secrecy", asset.facts().content().secrecy()));
    }
    return asset;
  }

  /// The asset if the viewer may see it; a locked one is for the head of security alone.
  @Transactional(readOnly = true)
  public Asset seen(Viewer viewer, String permission, UUID id) {
    Asset asset = store.find(id).orElseThrow(() -> new Unknown("asset", id));
    if (!isSeen(viewer, permission, asset)) {
      throw new Unknown("asset", id);
    }
    return asset;
  }

  private static boolean isSeen(Viewer viewer, String permission, Asset asset) {
    return asset.state() == Asset.State.LOCKED
        ? viewer.scope(SECURITY).reaches(asset.facts().unit())
        : viewer.scope(permission).reaches(asset.facts().unit()) || isOwner(viewer, asset);
  }

  /// The asset, when the viewer may change it; refused when she only sees it.
  @Transactional(readOnly = true)
  public Asset writable(Viewer viewer, UUID id) {
    Asset asset = seen(viewer, READ, id);
    if (!mayWrite(viewer, asset)) {
      throw new Forbidden(WRITE);
    }
    return asset;
  }

  /// Many at once, in one statement; one that is not seen, or not to be changed, refuses them all.
  @Transactional(readOnly = true)
  public List<Asset> writable(Viewer viewer, Collection<UUID> ids) {
    var wanted = new LinkedHashSet<>(ids);
    Map<UUID, Asset> found =
        store.find(wanted).stream().collect(Collectors.toMap(Asset::id, asset -> asset));
    List<Asset> assets = new ArrayList<>();
    for (UUID id : wanted) {
      Asset asset = found.get(id);
      if (asset == null || !isSeen(viewer, READ, asset)) {
        throw new Unknown("asset", id);
      }
      if (!mayWrite(viewer, asset)) {
        throw new Forbidden(WRITE);
      }
      assets.add(asset);
    }
    return assets;
  }

  static boolean mayWrite(Viewer viewer, Asset asset) {
    return asset.state() == Asset.State.ACTIVE
        && (viewer.scope(WRITE).reaches(asset.facts().unit()) || isOwner(viewer, asset));
  }

  static boolean isOwner(Viewer viewer, Asset asset) {
    UUID person = AssetStore.personOf(viewer);
    return person != null && person.equals(asset.ownership().owner());
  }
}
