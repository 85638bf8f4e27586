package se.tillit.classification.model;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.tillit.audittrail.Detail;
import se.tillit.audittrail.Subject;
import se.tillit.audittrail.Trail;
import se.tillit.classification.Model;
import se.tillit.classification.Models;
import se.tillit.kernel.Ids;
import se.tillit.kernel.Refused;
import se.tillit.kernel.Stale;
import se.tillit.kernel.Unknown;

/// Keeps the model, version by version: one adopted, at most one draft, the rest history.
@Component
class ModelRegister implements Models {

  private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

  private final ModelStore store;
  private final Trail trail;
  private final Clock clock;

  ModelRegister(ModelStore store, Trail trail, Clock clock) {
    this.store = store;
    this.trail = trail;
    this.clock = clock;
  }

  /// Writes the shipped model when the municipality has none: never asked in a transaction that
  /// only reads.
  @Override
  @Transactional
  public Model current() {
    Optional<Model> adopted = store.inState(Model.State.ADOPTED);
    if (adopted.isPresent()) {
      return adopted.get();
    }
    Model shipped = ShippedModel.on(today());
    store.insert(shipped, shipped.id());
    trail.record(
        "classification.model-shipped",
        Subject.of("classification", shipped.id(), shipped.name()),
        Detail.of("number", shipped.number()));
    return shipped;
  }

  @Override
  @Transactional(readOnly = true)
  public Model version(UUID id) {
    return store.byId(id).orElseThrow(() -> new Unknown("model", id));
  }

  @Transactional(readOnly = true)
  public Optional<Model> draft() {
    return store.inState(Model.State.DRAFT);
  }

  @Transactional(readOnly = true)
  public int versionOf(Model model) {
    return store.versionOf(model.id());
  }

  @Transactional(readOnly = true)
  public List<Model> history() {
    return store.history();
  }

  /// Begins a new version as a copy of the adopted one; a draft already begun is taken up again.
  @Transactional
  public Model begin() {
    Optional<Model> begun = store.inState(Model.State.DRAFT);
    if (begun.isPresent()) {
      return begun.get();
    }
    Model from =
        store.inState(Model.State.ADOPTED).orElseThrow(() -> new Unknown("model", "adopted"));
    var draft =
        new Model(
            Ids.next(),
            store.latestNumber() + 1,
            from.name(),
            Model.State.DRAFT,
            from.validMonths(),
            null,
            "",
            from.aspects(),
            from.levels(),
            from.categories(),
            from.criteria());
    store.insert(draft, draft.id());
    trail.record(
        "classification.model-begun",
        Subject.of("classification", draft.id(), draft.name()),
        Detail.of("number", draft.number()));
    return draft;
  }

  @Transactional
  public void rewrite(Model draft, int version) {
    if (store.byId(draft.id()).map(Model::state).orElse(Model.State.REPLACED)
        != Model.State.DRAFT) {
      throw new Refused("classification.model.not-draft");
    }
    if (!store.rewrite(draft, version)) {
      throw new Stale("classification", draft.id());
    }
    trail.record(
        "classification.model-changed",
        Subject.of("classification", draft.id(), draft.name()),
        Detail.of("number", draft.number())
            .with("aspects", draft.aspects().stream().map(Model.Aspect::key).toList()));
  }

  /// @param sameScale the levels mean what they meant, so that earlier classes stand
  @Transactional
  public void adopt(UUID id, String reference, boolean sameScale) {
    Model draft = store.byId(id).orElseThrow(() -> new Unknown("model", id));
    if (draft.state() != Model.State.DRAFT) {
      throw new Refused("classification.model.not-draft");
    }
    if (reference.isBlank()) {
      throw new Refused("classification.model.reference-missing").at("reference");
    }
    UUID scale =
        sameScale
            ? store.inState(Model.State.ADOPTED).map(it -> store.scaleOf(it.id())).orElse(id)
            : id;
    store.adopt(id, today(), reference.strip(), scale);
    trail.record(
        "classification.model-adopted",
        Subject.of("classification", id, draft.name()),
        Detail.of("number", draft.number())
            .with("reference", reference)
            .with("sameScale", sameScale));
  }

  @Transactional
  public void discard(UUID id) {
    store.delete(id);
    trail.record("classification.model-discarded", Subject.of("classification", id, ""));
  }

  private LocalDate today() {
    return LocalDate.now(clock.withZone(SWEDEN));
  }
}
