package se.tillit.incident.draft;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.tillit.audittrail.Detail;
import se.tillit.audittrail.Subject;
import se.tillit.audittrail.Trail;
import se.tillit.exchange.file.Markings;
import se.tillit.identity.Viewer;
import se.tillit.incident.CaseTime;
import se.tillit.incident.Cases;
import se.tillit.incident.IncidentId;
import se.tillit.incident.IncidentPermissions;
import se.tillit.incident.regime.Regimes;
import se.tillit.incident.regime.Step;
import se.tillit.kernel.Refused;
import se.tillit.kernel.Stale;
import se.tillit.kernel.Sweden;
import se.tillit.kernel.Unknown;

/// Keeps drafts (K-2b, K-4.1.7b): begun from the case, written by people, frozen when sent. Reading
/// leaves its mark too, since a report on an incident is secret (OSL 18 kap. 8 b §).
@Component
class DraftRegister {

  private static final int LONGEST_AUDIENCE = 120;

  private final Folders folders;
  private final ClockedSteps steps;
  private final DraftStore store;
  private final Regimes regimes;
  private final Cases cases;
  private final Trail trail;
  private final CaseTime time;

  DraftRegister(
      Folders folders,
      ClockedSteps steps,
      DraftStore store,
      Regimes regimes,
      Cases cases,
      Trail trail,
      CaseTime time) {
    this.folders = folders;
    this.steps = steps;
    this.store = store;
    this.regimes = regimes;
    this.cases = cases;
    this.trail = trail;
    this.time = time;
  }

  /// What to begin.
  ///
  /// @param audience the group that a letter is for
  record Order(UUID step, String stage, String audience, String language) {}

  /// What was typed in a field, and the mark of what its writer had read there.
  record Typed(String value, String mark) {}

  /// What a form asks for.
  ///
  /// @param take fields that shall say what the case says
  /// @param keep fields that shall stay as they are though the case says otherwise
  record Change(Map<String, Typed> typed, Set<String> take, Set<String> keep) {}

  /// How a supplement was sent.
  record Sending(@Nullable Instant at, String channel, String caseNumber, String sender) {}

  @Transactional
  public Folder folder(Viewer viewer, UUID incident) {
    return folders.open(viewer, incident);
  }

  /// Of a clock that runs without a case.
  @Transactional
  public Folder folderAlone(Viewer viewer, UUID clock) {
    return folders.openAlone(viewer, clock);
  }

  /// The draft, with a mark in the trail that it was read.
  @Transactional
  public Draft read(Viewer viewer, UUID id, String how) {
    Draft draft = find(viewer, id);
    trail.record(
        "incident.draft-read",
        Subject.of("draft-reading", id, name(draft)),
        Detail.of("how", how).with("secrecy", draft.head().secrecy()));
    return draft;
  }

  /// All drafts of a case, with a mark in the trail that they were read.
  @Transactional
  public List<Draft> readAll(Viewer viewer, UUID incident) {
    return read(folders.open(viewer, incident), incident);
  }

  /// The same of a clock that runs without a case.
  @Transactional
  public List<Draft> readAllAlone(Viewer viewer, UUID clock) {
    return read(folders.openAlone(viewer, clock), clock);
  }

  private List<Draft> read(Folder folder, UUID of) {
    List<Draft> drafts = folder.rows().stream().map(folder::draft).toList();
    if (!drafts.isEmpty()) {
      trail.record(
          "incident.draft-read",
          Subject.of("draft-reading", of, folder.of().reference()),
          Detail.of("how", "api").with("drafts", drafts.size()));
    }
    return drafts;
  }

  /// Whether a step is one of the case's, for a viewer who may see the case.
  @Transactional(readOnly = true)
  public boolean belongs(Viewer viewer, UUID incident, UUID step) {
    UUID seen = cases.find(viewer, incident).id().value();
    return steps.find(step).filter(it -> seen.equals(it.incident())).isPresent();
  }

  /// Whether a step is one of a clock's that the viewer may see and that has no case.
  @Transactional(readOnly = true)
  public boolean belongsAlone(Viewer viewer, UUID clock, UUID step) {
    return folders.openAlone(viewer, clock).step(step).isPresent();
  }

  private Draft find(Viewer viewer, UUID id) {
    Folder folder = folders.openOf(viewer, id);
    return folder.draft(folder.row(id).orElseThrow(() -> new Unknown("draft", id)));
  }

  /// Begins a draft, filled from the case; where one is under way already, that one.
  @Transactional
  public UUID begin(Viewer viewer, Order order) {
    ClockedStep step = held(viewer, order.step());
    Folder folder = folders.openFor(viewer, step);
    if (!step.live()) {
      throw new Refused("incident.draft.clock-ended").at("step");
    }
    DraftRow.Series series = series(folder, step, order);
    Optional<DraftRow> latest = latest(folder, step, series);
    if (latest.isPresent()) {
      return latest.get().id();
    }
    UUID id = store.insert(step, series, folder.filled(step, series));
    record(
        "incident.draft-begun",
        find(viewer, id),
        Detail.of("stage", series.stage())
            .with("audience", series.audience())
            .with("language", series.language()));
    return id;
  }

  private static DraftRow.Series series(Folder folder, ClockedStep step, Order order) {
    String wanted = order.stage().isBlank() ? step.code() : order.stage();
    Step stage =
        step.stages(folder.rule(step).regime()).stream()
            .filter(it -> it.code().equals(wanted))
            .findFirst()
            .orElseThrow(() -> new Refused("incident.draft.no-fields").at("stage"));
    String audience = order.audience().strip();
    if (!step.isLetter()) {
      return new DraftRow.Series(stage.code(), "", "sv");
    }
    if (audience.isEmpty()) {
      throw new Refused("incident.draft.audience-missing").at("audience");
    }
    if (audience.length() > LONGEST_AUDIENCE) {
      throw new Refused("incident.draft.audience-long", LONGEST_AUDIENCE).at("audience");
    }
    refuseMarked("audience", audience);
    if (!Set.of("sv", "en").contains(order.language())) {
      throw new Refused("incident.draft.language-unknown").at("language");
    }
    return new DraftRow.Series(stage.code(), audience, order.language());
  }

  private static Optional<DraftRow> latest(
      Folder folder, ClockedStep step, DraftRow.Series series) {
    return folder.rows().stream()
        .filter(it -> it.step().equals(step.id()) && it.series().equals(series))
        .max(Comparator.comparingInt(DraftRow::number));
  }

  /// Writes what was typed. What somebody else has changed meanwhile in the same field is not
  /// written over: those fields are answered, the rest is kept.
  @Transactional
  public List<String> write(Viewer viewer, UUID id, Change change) {
    return write(writable(viewer, id), change);
  }

  /// Writes values against the version that was read.
  @Transactional
  public Draft write(Viewer viewer, UUID id, int version, Map<String, String> values) {
    Draft draft = writable(viewer, id);
    if (draft.version() != version) {
      throw new Stale("draft", id);
    }
    var typed = new LinkedHashMap<String, Typed>();
    values.forEach((key, value) -> {
      DraftField field =
          draft.fields().stream()
              .filter(it -> it.key().equals(key))
              .findFirst()
              .orElseThrow(() -> new Refused("incident.draft.no-such-field", key).at(key));
      typed.put(key, new Typed(value, Texts.mark(field.value())));
    });
    write(draft, new Change(typed, Set.of(), Set.of()));
    return find(viewer, id);
  }

  private List<String> write(Draft draft, Change change) {
    var disputed = new ArrayList<String>();
    var written = new ArrayList<String>();
    for (DraftField field : draft.fields()) {
      String key = field.key();
      Typed typed = change.typed().get(key);
      String value = typed == null ? field.value() : Texts.plain(typed.value());
      boolean mine = typed != null && !Texts.mark(value).equals(typed.mark());
      boolean theirs = typed != null && !Texts.mark(field.value()).equals(typed.mark());
      if (mine && theirs && !value.equals(field.value())) {
        disputed.add(key);
        continue;
      }
      String next = change.take().contains(key) ? field.now() : mine ? value : field.value();
      boolean settled = change.take().contains(key) || change.keep().contains(key);
      String said = settled ? field.now() : field.said();
      if (!next.equals(field.value()) || !said.equals(field.said())) {
        refuseMarked(key, next);
        store.write(draft.id(), key, next, said);
        written.add(key);
      }
    }
    if (!written.isEmpty()) {
      store.touch(draft.id());
      record(
          "incident.draft-written",
          draft,
          Detail.of("fields", written)
              .with("taken", change.take().isEmpty() ? null : List.copyOf(change.take())));
    }
    return disputed;
  }

  private Draft writable(Viewer viewer, UUID id) {
    DraftRow row = store.find(id).orElseThrow(() -> new Unknown("draft", id));
    held(viewer, row.step());
    Draft draft = find(viewer, id);
    if (draft.isFrozen()) {
      throw new Refused("incident.draft.frozen");
    }
    if (draft.passedOver()) {
      throw new Refused("incident.draft.passed-over");
    }
    return draft;
  }

  /// The step if the viewer may work with its case, held until the transaction ends.
  private ClockedStep held(Viewer viewer, UUID id) {
    ClockedStep step = steps.find(id).orElseThrow(() -> new Unknown("step", id));
    folders.demandSeen(viewer, step);
    viewer.demand(IncidentPermissions.CLOCK);
    return steps.held(id).orElseThrow(() -> new Unknown("step", id));
  }

  /// A new version that supplements what was sent; where one is under way already, that one.
  @Transactional
  public UUID supplement(Viewer viewer, UUID id) {
    DraftRow row = store.find(id).orElseThrow(() -> new Unknown("draft", id));
    ClockedStep step = held(viewer, row.step());
    Folder folder = folders.openFor(viewer, step);
    DraftRow last = latest(folder, step, row.series()).orElseThrow();
    if (!last.isFrozen(step)) {
      if (last.id().equals(id)) {
        throw new Refused("incident.draft.not-sent");
      }
      return last.id();
    }
    UUID made = store.insert(step, row.series(), folder.kept().getOrDefault(last.id(), Map.of()));
    record(
        "incident.draft-supplemented",
        find(viewer, made),
        Detail.of("version", last.number() + 1).with("before", last.id()));
    return made;
  }

  /// Notes that a supplement was sent. The first version is sent by its clock's submission.
  @Transactional
  public void send(Viewer viewer, UUID id, int version, Sending sending) {
    Draft draft = writable(viewer, id);
    if (draft.version() != version) {
      throw new Stale("draft", id);
    }
    UUID incident = draft.head().incident();
    UUID exercise = incident == null ? null : cases.find(viewer, incident).exercise();
    DraftRow.Own own = sent(draft, sending, time.now(exercise));
    store.send(id, own);
    String what = draft.step().name().sv() + " – " + own.recipient();
    if (incident != null) {
      cases.happened(new IncidentId(incident), new Cases.Happening(own.at(), "draft-sent", what));
    }
    record(
        "incident.draft-sent",
        draft,
        Detail.of("at", own.at())
            .with("recipient", own.recipient())
            .with("channel", own.channel())
            .with("caseNumber", own.caseNumber()));
  }

  private DraftRow.Own sent(Draft draft, Sending sending, Instant now) {
    ClockedStep step = steps.find(draft.head().stepId()).orElseThrow();
    ClockedStep.Submitted first = step.sent();
    if (first == null) {
      throw new Refused("incident.draft.submit-by-clock").at("at");
    }
    Instant at = sending.at();
    if (at == null || at.isAfter(now) || at.isBefore(first.at())) {
      throw new Refused("incident.draft.sent-when").at("at");
    }
    if (sending.sender().isBlank()) {
      throw new Refused("incident.draft.sender-missing").at("sender");
    }
    var to =
        regimes
            .recipient(step.recipient(), at.atZone(Sweden.ZONE).toLocalDate())
            .orElseThrow(() -> new Unknown("recipient", step.recipient()));
    return new DraftRow.Own(
        at.truncatedTo(ChronoUnit.MICROS),
        to.name().sv(),
        sending.channel().isBlank() ? to.channel().sv() : sending.channel().strip(),
        sending.caseNumber().strip(),
        sending.sender().strip());
  }

  /// What is security-protected is never written here (säkerhetsskyddslagen 2 kap. 5 §).
  private static void refuseMarked(String field, String text) {
    Markings.in(text)
        .ifPresent(marking -> {
          throw new Refused("incident.draft.marked", marking)
              .by("säkerhetsskyddslagen 2 kap. 5 §")
              .at(field);
        });
  }

  private void record(String action, Draft draft, Detail detail) {
    trail.record(
        action,
        Subject.of("incident-draft", draft.id(), name(draft)),
        detail
            .with("incident", draft.head().incident())
            .with("regime", draft.rule().regime().code())
            .with("regimeVersion", draft.rule().number()));
  }

  static String name(Draft draft) {
    return draft.step().name().sv() + ", " + draft.head().responsible();
  }
}
