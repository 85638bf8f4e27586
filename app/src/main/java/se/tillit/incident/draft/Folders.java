package se.tillit.incident.draft;

import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import se.tillit.identity.Viewer;
import se.tillit.incident.CaseCard;
import se.tillit.incident.CaseTime;
import se.tillit.incident.Cases;
import se.tillit.incident.regime.Recipient;
import se.tillit.incident.regime.Regimes;
import se.tillit.kernel.Sweden;
import se.tillit.kernel.Unknown;

/// Opens the drafts of a case for those who may see the case, and of a clock that has none.
@Component
class Folders {

  private final Cases cases;
  private final ClockedSteps steps;
  private final DraftStore store;
  private final Materials materials;
  private final Answerers answerers;
  private final Regimes regimes;
  private final CaseTime time;

  Folders(
      Cases cases,
      ClockedSteps steps,
      DraftStore store,
      Materials materials,
      Answerers answerers,
      Regimes regimes,
      CaseTime time) {
    this.cases = cases;
    this.steps = steps;
    this.store = store;
    this.materials = materials;
    this.answerers = answerers;
    this.regimes = regimes;
    this.time = time;
  }

  Folder open(Viewer viewer, UUID incident) {
    CaseCard card = cases.find(viewer, incident);
    return open(
        new Folder.Of(
            incident, null, card.reference(), card.exercise() != null, time.now(card.exercise())));
  }

  /// The drafts of a case that the caller may see.
  Folder open(Folder.Of of) {
    UUID incident = of.incident();
    List<ClockedStep> found = steps.of(of);
    List<DraftRow> rows = store.of(found.stream().map(ClockedStep::id).toList());
    var rules = new HashMap<UUID, Regimes.InForce>();
    var recipients = new HashMap<String, Recipient>();
    for (ClockedStep step : found) {
      rules.computeIfAbsent(step.clock().definition(), regimes::version);
      if (!recipients.containsKey(step.recipient())) {
        regimes
            .recipient(step.recipient(), of.now().atZone(Sweden.ZONE).toLocalDate())
            .ifPresent(it -> recipients.put(step.recipient(), it));
      }
    }
    return new Folder(
        of,
        found,
        rows,
        store.fields(rows.stream().map(DraftRow::id).toList()),
        incident == null ? Material.NONE : materials.of(incident),
        answerers.directory(incident),
        rules,
        recipients);
  }

  /// The case's drafts, by one of them.
  Folder openOf(Viewer viewer, UUID draft) {
    DraftRow row = store.find(draft).orElseThrow(() -> new Unknown("draft", draft));
    return openFor(viewer, steps.find(row.step()).orElseThrow());
  }

  /// The drafts of whatever a step's clock belongs to.
  Folder openFor(Viewer viewer, ClockedStep step) {
    UUID incident = step.incident();
    return incident == null ? openAlone(viewer, step.clock().id()) : open(viewer, incident);
  }

  /// The drafts of a clock that runs without a case.
  Folder openAlone(Viewer viewer, UUID clock) {
    return open(alone(viewer, clock));
  }

  /// That a step is seen: its case, or the clock that has none.
  void demandSeen(Viewer viewer, ClockedStep step) {
    UUID incident = step.incident();
    if (incident == null) {
      alone(viewer, step.clock().id());
    } else {
      cases.find(viewer, incident);
    }
  }

  private Folder.Of alone(Viewer viewer, UUID clock) {
    String title = steps.alone(viewer, clock).orElseThrow(() -> new Unknown("clock", clock));
    return new Folder.Of(null, clock, title, false, time.now(null));
  }
}
