package se.tillit.incident.report;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.tillit.audittrail.Detail;
import se.tillit.audittrail.Subject;
import se.tillit.audittrail.Trail;
import se.tillit.exchange.file.Markings;
import se.tillit.incident.attachment.Attachments;
import se.tillit.incident.handling.Quarantine;
import se.tillit.incident.ledger.Ledger;
import se.tillit.incident.routing.Configuration;
import se.tillit.incident.routing.Routing;
import se.tillit.kernel.Ids;
import se.tillit.kernel.PersonId;
import se.tillit.kernel.Refused;
import se.tillit.kernel.Unknown;

/// Takes reports: each once, with a number, to those who shall have it (K-4.1.7a). What may be
/// security-protected leaves nothing behind but that somebody must be asked.
@Component
public class ReportDesk {

  private static final Duration AHEAD = Duration.ofMinutes(5);
  private static final int LONGEST = 20_000;
  // Whoever has the key of a report without a name sees its receipt, so nobody may guess it.
  private static final Pattern RANDOM =
      Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private final IncidentFormStore store;
  private final Ledger ledger;
  private final Attachments attachments;
  private final Routing routing;
  private final Quarantine quarantine;
  private final Trail trail;
  private final Clock clock;

  ReportDesk(
      IncidentFormStore store,
      Ledger ledger,
      Attachments attachments,
      Routing routing,
      Quarantine quarantine,
      Trail trail,
      Clock clock) {
    this.store = store;
    this.ledger = ledger;
    this.attachments = attachments;
    this.routing = routing;
    this.quarantine = quarantine;
    this.trail = trail;
    this.clock = clock;
  }

  /// Takes a report. One that comes again under the same key is the first one.
  @Transactional
  public Receipt submit(NewReport report) {
    Configuration configuration = routing.configuration();
    demandWhole(report, configuration);
    UUID id = Ids.next();
    Optional<UUID> already = ledger.claim(Ledger.Purpose.REPORT, report.key(), id);
    if (already.isPresent()) {
      Receipt first = find(already.get());
      if (first.protectedly()) {
        throw new Refused("incident.report.protected-before").at("security");
      }
      return first;
    }
    String reference = ledger.nextReference();
    IncidentFormStore.Home home = store.home(report.where());
    store.insert(id, reference, report, home, configuration.defaultGround());
    ledger.note(id, "reported", "");
    int files = attachments.adopt(report.key(), id);
    trail.record(
        "incident.reported",
        Subject.of("incident", id, reference),
        Detail.of("certainty", report.certainty().key())
            .with("body", home.body())
            .with("personalData", report.personalData())
            .with("files", files));
    routing.tell(
        new Routing.Sorted(
            id, reference, home.unit(), home.body(), null, report.personalData(), false));
    return find(id);
  }

  /// Notes that there is something which may be security-protected, and not a word of it. Where the
  /// words were sent a moment ago, they go out of sight.
  @Transactional
  public Receipt point(String key, boolean anonymous) {
    demandAnonymous(anonymous, routing.configuration());
    UUID id = Ids.next();
    Optional<UUID> already = ledger.claim(Ledger.Purpose.REPORT, key, id);
    if (already.isPresent()) {
      quarantine.hide(already.get());
      return find(already.get());
    }
    String reference = ledger.nextReference();
    store.insertPointer(id, reference, anonymous);
    attachments.forget(key);
    trail.record("incident.protected-reported", Subject.of("incident", id, reference));
    routing.tellOfSecurityProtection(id, reference, null);
    return find(id);
  }

  @Transactional(readOnly = true)
  public Receipt receipt(String key) {
    return find(
        ledger.made(Ledger.Purpose.REPORT, key).orElseThrow(() -> new Unknown("receipt", key)));
  }

  @Transactional(readOnly = true)
  public List<Receipt> of(PersonId reporter) {
    return store.of(reporter);
  }

  private Receipt find(UUID id) {
    return store.receipt(id).orElseThrow(() -> new Unknown("report", id));
  }

  private void demandWhole(NewReport report, Configuration configuration) {
    demandAnonymous(report.anonymous(), configuration);
    if (report.key().isBlank()) {
      throw new Refused("incident.key.missing").at("Idempotency-Key");
    }
    if (report.anonymous() && !RANDOM.matcher(report.key()).matches()) {
      throw new Refused("incident.key.guessable").at("Idempotency-Key");
    }
    if (report.happening().isBlank()) {
      throw new Refused("incident.report.happening-missing").at("happening");
    }
    if (report.happening().length() > LONGEST) {
      throw new Refused("incident.report.too-long", LONGEST).at("happening");
    }
    var noticed = report.noticed();
    if (noticed != null && noticed.isAfter(clock.instant().plus(AHEAD))) {
      throw new Refused("incident.report.noticed-ahead").at("noticed");
    }
    demandUnmarked(report.happening(), "happening");
    demandUnmarked(report.about().words(), "about");
  }

  private static void demandAnonymous(boolean anonymous, Configuration configuration) {
    if (anonymous && !configuration.anonymousAllowed()) {
      throw new Refused("incident.report.not-anonymously").at("anonymous");
    }
  }

  private static void demandUnmarked(String text, String field) {
    Markings.in(text)
        .ifPresent(marking -> {
          throw new Refused("incident.report.marked", marking)
              .by("säkerhetsskyddslagen 2 kap. 5 §")
              .at(field);
        });
  }
}
