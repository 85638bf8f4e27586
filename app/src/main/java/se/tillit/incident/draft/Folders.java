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

/// Opens the drafts of a case for those who may see the case.
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
            incident, card.reference(), card.exercise() != null, time.now(card.exercise())));
  }

  /// The drafts of a case that the caller may see.
  Folder open(Folder.Of of) {
    UUID incident = of.incident();
    List<ClockedStep> found = steps.ofIncident(incident);
    List<DraftRow> rows = store.ofIncident(incident);
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
        materials.of(incident),
        answerers.directory(incident),
        rules,
        recipients);
  }

  /// The case's drafts, by one of them.
  Folder openOf(Viewer viewer, UUID draft) {
    DraftRow row = store.find(draft).orElseThrow(() -> new Unknown("draft", draft));
    return open(viewer, row.incident());
  }
}
