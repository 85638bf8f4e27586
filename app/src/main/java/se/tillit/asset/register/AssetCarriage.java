package se.tillit.asset.register;

import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.tillit.audittrail.Detail;
import se.tillit.audittrail.Subject;
import se.tillit.audittrail.Trail;
import se.tillit.identity.Viewer;

/// Puts an asset on carriers and takes it off them.
@Component
class AssetCarriage {

  private final AssetReading reading;
  private final AssetLinks links;
  private final Trail trail;

  AssetCarriage(AssetReading reading, AssetLinks links, Trail trail) {
    this.reading = reading;
    this.links = links;
    this.trail = trail;
  }

  @Transactional
  public void change(Viewer viewer, UUID id, UnaryOperator<List<UUID>> change) {
    Asset asset = reading.writable(viewer, id);
    List<UUID> before = links.carriersOf(id).stream().sorted().toList();
    List<UUID> after = change.apply(before).stream().distinct().sorted().toList();
    links.replace(id, after);
    trail.record(
        "asset.carriers-changed",
        Subject.of("asset", id, asset.name()),
        Detail.none().changed("carriers", before, after));
  }
}
