package se.tillit.followup;

import static se.tillit.schema.followup.Tables.REPORT;
import static se.tillit.schema.organisation.Tables.CURRENT_BODY;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.tillit.audittrail.Detail;
import se.tillit.audittrail.Subject;
import se.tillit.audittrail.Trail;
import se.tillit.identity.Viewer;
import se.tillit.kernel.Refused;
import se.tillit.kernel.Stale;
import se.tillit.kernel.Sweden;
import se.tillit.kernel.Unknown;
import tools.jackson.databind.json.JsonMapper;

/// The register of reports: drafted, frozen, delivered, handled.
@Component
class ReportRegister {

  private static final JsonMapper JSON = JsonMapper.shared();

  private final ReportStore store;
  private final ReportGathering gathering;
  private final Trail trail;
  private final Clock clock;

  ReportRegister(ReportStore store, ReportGathering gathering, Trail trail, Clock clock) {
    this.store = store;
    this.gathering = gathering;
    this.trail = trail;
    this.clock = clock;
  }

  @Transactional(readOnly = true)
  List<Report> list(Viewer viewer) {
    return store.list(viewer.scope(FollowupPermissions.READ_REPORTS).coversBody(REPORT.BODY_ID));
  }

  @Transactional(readOnly = true)
  Report find(Viewer viewer, UUID id) {
    return store
        .find(id)
        .filter(it -> viewer.scope(FollowupPermissions.READ_REPORTS).reachesBody(it.body()))
        .orElseThrow(() -> new Unknown("report", id));
  }

  /// Drafts the annual report of a period to one body, or with one press to every body; those that
  /// stand already are left as they are.
  @Transactional
  List<UUID> draft(Viewer viewer, String kind, @Nullable UUID body, int period) {
    viewer.demand(FollowupPermissions.WRITE_REPORTS);
    if (!List.of("annual", "extra").contains(kind)) {
      throw new Refused("followup.report.kind-unknown").at("kind");
    }
    if (period < 2000 || period > Sweden.today(clock).getYear() + 1) {
      throw new Refused("followup.report.period-wrong").at("period");
    }
    List<ReportStore.Recipient> recipients =
        store.recipients(
            body == null ? ReportStore.everyRecipient() : CURRENT_BODY.BODY_ID.eq(body));
    if (recipients.isEmpty()) {
      throw new Refused("followup.report.body-unknown").at("body");
    }
    return recipients.stream()
        .map(it -> {
          UUID id = store.draft(kind, it.id(), period);
          trail.record(
              "report.drafted",
              Subject.of("report", id, it.name() + " " + period),
              Detail.of("kind", kind));
          return id;
        })
        .toList();
  }

  @Transactional
  void write(Viewer viewer, UUID id, Map<String, String> typed, String reference) {
    viewer.demand(FollowupPermissions.WRITE_REPORTS);
    Report report = find(viewer, id);
    if (report.state() != ReportState.DRAFT) {
      throw new Refused("followup.report.frozen-already");
    }
    Map<String, String> words = new LinkedHashMap<>();
    Report.SECTIONS.forEach(section -> {
      String text = typed.getOrDefault(section, "").strip();
      if (!text.isEmpty()) {
        words.put(section, text);
      }
    });
    store.write(id, words, reference.strip());
    record("report.written", report, Detail.of("sections", List.copyOf(words.keySet())));
  }

  @Transactional
  void freeze(Viewer viewer, UUID id) {
    Report report = moving(viewer, id, ReportState.FROZEN, FollowupPermissions.WRITE_REPORTS);
    held(
        report,
        store.freeze(report, JSON.writeValueAsString(live(viewer, report)), clock.instant()));
    record("report.frozen", report, Detail.none());
  }

  /// Back to a draft, so that words can be mended; only before it has been delivered.
  @Transactional
  void thaw(Viewer viewer, UUID id) {
    Report report = moving(viewer, id, ReportState.DRAFT, FollowupPermissions.WRITE_REPORTS);
    held(report, store.thaw(report));
    record("report.thawed", report, Detail.none());
  }

  @Transactional
  void deliver(Viewer viewer, UUID id) {
    Report report = moving(viewer, id, ReportState.DELIVERED, FollowupPermissions.HANDLE_REPORTS);
    held(report, store.deliver(report, Sweden.today(clock)));
    record("report.delivered", report, Detail.none());
  }

  @Transactional
  void handle(Viewer viewer, UUID id, @Nullable LocalDate day, String paragraph) {
    Report report = moving(viewer, id, ReportState.HANDLED, FollowupPermissions.HANDLE_REPORTS);
    if (day == null || day.isAfter(Sweden.today(clock))) {
      throw new Refused("followup.report.handled-day-wrong").at("day");
    }
    LocalDate delivered = report.course().deliveredDay();
    if (delivered != null && day.isBefore(delivered)) {
      throw new Refused("followup.report.handled-before-delivered").at("day");
    }
    if (paragraph.isBlank()) {
      throw new Refused("followup.report.paragraph-missing").at("paragraph");
    }
    held(report, store.handle(report, day, paragraph.strip()));
    record("report.handled", report, Detail.of("paragraph", paragraph).with("day", day));
  }

  /// What the report tells: frozen, or as it stands now while it is a draft.
  @Transactional
  ReportFacts facts(Viewer viewer, Report report) {
    return report.state() == ReportState.DRAFT
        ? live(viewer, report)
        : JSON.readValue(store.facts(report.id()), ReportFacts.class);
  }

  private ReportFacts live(Viewer viewer, Report report) {
    String kind =
        store.recipients(CURRENT_BODY.BODY_ID.eq(report.body())).stream()
            .findFirst()
            .map(ReportStore.Recipient::kind)
            .orElse("board");
    return gathering.gather(viewer.seat().tenantName(), report.body(), kind, report.bodyName());
  }

  private Report moving(Viewer viewer, UUID id, ReportState to, String permission) {
    viewer.demand(permission);
    Report report = find(viewer, id);
    if (!report.state().mayBecome(to)) {
      throw new Refused("followup.report.not-now");
    }
    return report;
  }

  private static void held(Report report, boolean moved) {
    if (!moved) {
      throw new Stale("report", report.id());
    }
  }

  private void record(String action, Report report, Detail detail) {
    trail.record(
        action,
        Subject.of("report", report.id(), report.bodyName() + " " + report.period()),
        detail);
  }
}
