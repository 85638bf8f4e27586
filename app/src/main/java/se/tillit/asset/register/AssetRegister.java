package se.tillit.asset.register;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.tillit.asset.InformationForm;
import se.tillit.audittrail.Detail;
import se.tillit.audittrail.Subject;
import se.tillit.audittrail.Trail;
import se.tillit.identity.Viewer;
import se.tillit.improvement.Seals;
import se.tillit.kernel.Forbidden;
import se.tillit.kernel.Ids;
import se.tillit.kernel.Refused;

/// The register of information assets: what is taken up, changed, and taken off (K-4.1.4a).
@Component
class AssetRegister {

  private final AssetStore store;
  private final AssetLinks links;
  private final AssetReading reading;
  private final Seals seals;
  private final Trail trail;

  AssetRegister(
      AssetStore store, AssetLinks links, AssetReading reading, Seals seals, Trail trail) {
    this.store = store;
    this.links = links;
    this.reading = reading;
    this.seals = seals;
    this.trail = trail;
  }

  /// Takes up a new asset in a unit that the viewer may write for.
  @Transactional
  public UUID register(Viewer viewer, AssetDraft draft, List<UUID> carriers) {
    demandUnit(viewer, draft.unit());
    UUID id = Ids.next();
    store.insert(id, draft);
    links.replace(id, carriers);
    trail.record("asset.registered", Subject.of("asset", id, draft.name()), described(draft, null));
    return id;
  }

  @Transactional
  public void amend(
      Viewer viewer, UUID id, int version, AssetDraft draft, @Nullable List<UUID> carriers) {
    Asset before = reading.writable(viewer, id);
    if (!draft.unit().equals(before.facts().unit())) {
      demandUnit(viewer, draft.unit());
    }
    store.update(id, version, draft);
    if (carriers != null) {
      links.replace(id, carriers);
    }
    trail.record(
        "asset.changed", Subject.of("asset", id, draft.name()), described(draft, before.facts()));
  }

  /// Takes an asset that is no more off the register; its history stays.
  @Transactional
  public void retire(Viewer viewer, UUID id) {
    Asset asset = reading.writable(viewer, id);
    store.changeState(id, Asset.State.RETIRED);
    links.touch(id);
    trail.record("asset.retired", Subject.of("asset", id, asset.name()));
  }

  /// Takes a retired asset back.
  @Transactional
  public void restore(Viewer viewer, UUID id) {
    Asset asset = reading.seen(viewer, AssetReading.WRITE, id);
    if (asset.state() != Asset.State.RETIRED) {
      throw new Refused("asset.restore.not-retired");
    }
    store.changeState(id, Asset.State.ACTIVE);
    links.touch(id);
    trail.record("asset.restored", Subject.of("asset", id, asset.name()));
  }

  /// Somebody suspects security-protected information (säkerhetsskyddslagen 2018:585): the record
  /// locks for all but the head of security.
  @Transactional
  public void suspect(Viewer viewer, UUID id) {
    Asset asset = reading.seen(viewer, AssetReading.READ, id);
    if (asset.state() != Asset.State.ACTIVE) {
      throw new Refused("asset.lock.not-active");
    }
    store.changeState(id, Asset.State.LOCKED);
    links.touch(id);
    seals.seal(id);
    trail.record("asset.locked", Subject.of("asset", id, asset.name()));
  }

  /// The head of security has found that it holds nothing of the kind.
  @Transactional
  public void unlock(Viewer viewer, UUID id) {
    viewer.demand(AssetReading.SECURITY);
    Asset asset = reading.seen(viewer, AssetReading.SECURITY, id);
    if (asset.state() != Asset.State.LOCKED) {
      throw new Refused("asset.unlock.not-locked");
    }
    store.changeState(id, Asset.State.ACTIVE);
    links.touch(id);
    seals.unseal(id);
    trail.record("asset.unlocked", Subject.of("asset", id, asset.name()));
  }

  private void demandUnit(Viewer viewer, UUID unit) {
    if (!viewer.demand(AssetReading.WRITE).everything()) {
      if (!viewer.scope(AssetReading.READ).reaches(unit)) {
        throw new Refused("asset.unit.unknown").at("unit");
      }
      if (!viewer.scope(AssetReading.WRITE).reaches(unit)) {
        throw new Forbidden(AssetReading.WRITE);
      }
    }
    if (!store.isUnit(unit)) {
      throw new Refused("asset.unit.unknown").at("unit");
    }
  }

  static Detail described(AssetDraft after, @Nullable AssetDraft before) {
    var content = after.content();
    var was = before == null ? null : before.content();
    return Detail.none()
        .changed("name", before == null ? null : before.name(), after.name())
        .changed("description", before == null ? null : before.description(), after.description())
        .changed("type", before == null ? null : before.informationType(), after.informationType())
        .changed("unit", before == null ? null : before.unit(), after.unit())
        .changed("forms", before == null ? null : keys(before.forms()), keys(after.forms()))
        .changed("personalData", was == null ? null : was.personalData(), content.personalData())
        .changed("secrecy", was == null ? null : was.secrecy(), content.secrecy())
        .changed(
            "protectedIdentities",
            was == null ? null : was.protectedIdentities(),
            content.protectedIdentities())
        .changed("recordPlan", was == null ? null : was.recordPlan(), content.recordPlan())
        .changed("need", before == null ? null : before.need(), after.need());
  }

  private static TreeSet<String> keys(Set<InformationForm> forms) {
    return forms.stream().map(InformationForm::key).collect(Collectors.toCollection(TreeSet::new));
  }
}
