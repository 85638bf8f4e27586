package se.tillit.incident.handling;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.tillit.audittrail.Detail;
import se.tillit.audittrail.Subject;
import se.tillit.audittrail.Trail;
import se.tillit.exchange.file.Attachment;
import se.tillit.exchange.file.Markings;
import se.tillit.exchange.file.SentFile;
import se.tillit.identity.Viewer;
import se.tillit.incident.CaseTime;
import se.tillit.incident.Cases;
import se.tillit.incident.attachment.Attachments;
import se.tillit.incident.ledger.Ledger;
import se.tillit.kernel.Acting;
import se.tillit.kernel.PersonId;
import se.tillit.kernel.Refused;

/// What handlers add to a case: events, decisions and files, each under its own key so that a form
/// sent twice adds once.
@Component
public class CaseLog {

  /// What a handler may call an event that she writes in.
  static final Set<String> EVENTS = Set.of("noted", "measure", "contact", "information");

  /// What a handler may call a decision.
  static final Set<String> DECISIONS = Set.of("measure", "not-notified", "information", "other");

  private static final Duration AHEAD = Duration.ofMinutes(5);
  private static final int LONGEST = 10_000;

  private final CaseReading reading;
  private final Ledger ledger;
  private final Attachments attachments;
  private final Trail trail;
  private final CaseTime time;

  CaseLog(CaseReading reading, Ledger ledger, Attachments attachments, Trail trail, CaseTime time) {
    this.reading = reading;
    this.ledger = ledger;
    this.attachments = attachments;
    this.trail = trail;
    this.time = time;
  }

  /// An event as written in.
  record NewEvent(@Nullable Instant at, String kind, String text) {}

  /// A decision as written in; without a decider, she who writes decided it.
  record NewDecision(
      @Nullable Instant at,
      String kind,
      String text,
      String motive,
      String decider,
      String delegationPoint,
      @Nullable UUID body) {}

  @Transactional
  public UUID add(Viewer viewer, UUID id, @Nullable String key, NewEvent event) {
    Incident incident = reading.handled(viewer, id);
    CaseRegister.demandOpen(incident);
    Instant at = demandPast(incident, event.at());
    if (!EVENTS.contains(event.kind())) {
      throw new Refused("incident.field.choice-unknown").at("kind");
    }
    String text = demandText(event.text(), "text", "incident.event.text-missing");
    if (ledger.claim(Ledger.Purpose.EVENT, key, id).isPresent()) {
      return id;
    }
    UUID added = ledger.event(id, new Cases.Happening(at, event.kind(), text), false);
    trail.record("incident.event-added", subject(incident), Detail.of("kind", event.kind()));
    return added;
  }

  @Transactional
  public UUID add(Viewer viewer, UUID id, @Nullable String key, NewDecision decision) {
    Incident incident = reading.handled(viewer, id);
    CaseRegister.demandOpen(incident);
    Instant at = demandPast(incident, decision.at());
    if (!DECISIONS.contains(decision.kind())) {
      throw new Refused("incident.field.choice-unknown").at("decision");
    }
    String text = demandText(decision.text(), "decided", "incident.decision.text-missing");
    String motive = demandText(decision.motive(), "motive", "incident.decision.motive-missing");
    if (ledger.claim(Ledger.Purpose.DECISION, key, id).isPresent()) {
      return id;
    }
    boolean mine = decision.decider().isBlank();
    PersonId me = Acting.current().person();
    UUID added =
        ledger.decide(
            id,
            new Cases.Decided(
                decision.kind(),
                text,
                motive,
                at,
                mine && me != null ? me.value() : null,
                mine ? Acting.current().name() : decision.decider().strip(),
                decision.delegationPoint().strip(),
                decision.body() == null ? incident.place().body() : decision.body()));
    trail.record(
        "incident.decided",
        subject(incident),
        Detail.of("kind", decision.kind())
            .with("decision", added)
            .with("delegation", decision.delegationPoint().strip()));
    return added;
  }

  /// All of them or none; one that the case has already is not kept twice.
  @Transactional
  public void add(Viewer viewer, UUID id, List<SentFile> files) {
    files.forEach(attachments::demandKeepable);
    files.forEach(file -> add(viewer, id, file));
  }

  @Transactional
  public Attachment add(Viewer viewer, UUID id, SentFile file) {
    Incident incident = reading.handled(viewer, id);
    CaseRegister.demandOpen(incident);
    Set<UUID> before = attachments.of(id).stream().map(Attachment::id).collect(Collectors.toSet());
    Attachment kept = attachments.keep(id, file);
    if (before.contains(kept.id())) {
      return kept;
    }
    ledger.note(id, "file", kept.name());
    trail.record(
        "incident.file-added",
        subject(incident),
        Detail.of("file", kept.id()).with("sha256", kept.sha256()).with("size", kept.size()));
    return kept;
  }

  /// A file of a case that the viewer may see; that it was taken out stands in the trail.
  @Transactional
  public Attachment fetch(Viewer viewer, UUID id, UUID file) {
    Incident incident = reading.seen(viewer, id);
    Attachment found = attachments.find(id, file);
    trail.record(
        "incident.file-read",
        Subject.of("incident-reading", id, incident.reference()),
        Detail.of("file", file).with("sha256", found.sha256()));
    return found;
  }

  private Instant demandPast(Incident incident, @Nullable Instant at) {
    Instant now = time.now(incident.filed().exercise());
    if (at != null && at.isAfter(now.plus(AHEAD))) {
      throw new Refused("incident.field.moment-ahead").at("at");
    }
    return at == null ? now : at;
  }

  private static String demandText(String text, String field, String missing) {
    if (text.isBlank()) {
      throw new Refused(missing).at(field);
    }
    if (text.length() > LONGEST) {
      throw new Refused("incident.field.too-long", LONGEST).at(field);
    }
    Markings.in(text)
        .ifPresent(marking -> {
          throw new Refused("incident.field.marked", marking)
              .by("säkerhetsskyddslagen 2 kap. 5 §")
              .at(field);
        });
    return text.strip();
  }

  private static Subject subject(Incident incident) {
    return Subject.of("incident", incident.id(), incident.reference());
  }
}
