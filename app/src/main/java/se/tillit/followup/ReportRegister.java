package se.tillit.followup;

import static se.tillit.schema.followup.Tables.REPORT;

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
import se.tillit.identity.Scope;
import se.tillit.identity.Viewer;
import se.tillit.kernel.Refused;
import se.tillit.kernel.Stale;
import se.tillit.kernel.Sweden;
import se.tillit.kernel.Unknown;
import se.tillit.web.Cursor;

/// The register of reports: drafted, frozen, delivered, handled.
@Component
class ReportRegister {

  private static final int MOST_IN_A_ROUND = 500;

  private final ReportStore store;
  private final ReportDrafting drafting;
  private final ReportRounds rounds;
  private final Trail trail;
  private final Clock clock;

  ReportRegister(
      ReportStore store, ReportDrafting drafting, ReportRounds rounds, Trail trail, Clock clock) {
    this.store = store;
    this.rounds = rounds;
    this.drafting = drafting;
    this.trail = trail;
    this.clock = clock;
  }

  @Transactional(readOnly = true)
  List<Report> page(Viewer viewer, @Nullable Cursor after, int limit) {
    Scope scope = viewer.scope(FollowupPermissions.READ_REPORTS);
    return store.page(scope.coversBody(REPORT.BODY_ID), after, limit);
  }

  /// The reports of a round that the viewer may see.
  @Transactional(readOnly = true)
  List<Report> ofRound(Viewer viewer, ReportPeriod about) {
    Scope scope = viewer.scope(FollowupPermissions.READ_REPORTS);
    return store.page(
        scope.coversBody(REPORT.BODY_ID).and(ReportRounds.of(about)), null, MOST_IN_A_ROUND);
  }

  @Transactional(readOnly = true)
  Report find(Viewer viewer, UUID id) {
    return store
        .find(id)
        .filter(it -> viewer.scope(FollowupPermissions.READ_REPORTS).reachesBody(it.body()))
        .orElseThrow(() -> new Unknown("report", id));
  }

  /// Drafts the report of a round to one body, or with one press to every body that a clause in
  /// force names; those that stand already are left as they are.
  @Transactional
  List<UUID> draft(Viewer viewer, ReportPeriod about, @Nullable UUID body) {
    viewer.demand(FollowupPermissions.WRITE_REPORTS);
    if (about.kind().equals("extra")) {
      throw new Refused("followup.report.reason-missing").at("reason");
    }
    checkYear(about);
    List<ReportStore.Recipient> recipients =
        body == null ? rounds.recipients(about) : List.of(recipient(body));
    if (recipients.isEmpty()) {
      throw new Refused("followup.report.nobody-asks", about.year()).at("period");
    }
    return recipients.stream().map(it -> drafted(about, it, ReportStore.Occasion.NONE)).toList();
  }

  /// Drafts a report outside the rounds, since special reasons call for it (K-4.1.7d, M-4c).
  @Transactional
  UUID draftExtra(Viewer viewer, @Nullable UUID body, ReportStore.Occasion occasion) {
    viewer.demand(FollowupPermissions.WRITE_REPORTS);
    if (occasion.reason().isBlank()) {
      throw new Refused("followup.report.reason-missing").at("reason");
    }
    if (body == null) {
      throw new Refused("followup.report.body-unknown").at("body");
    }
    int year = Sweden.today(clock).getYear();
    return drafted(new ReportPeriod("extra", year, 0, 12), recipient(body), occasion);
  }

  /// The bodies that a report can go to.
  @Transactional(readOnly = true)
  List<ReportStore.Recipient> recipients() {
    return store.recipients();
  }

  private void checkYear(ReportPeriod about) {
    if (about.year() > Sweden.today(clock).getYear() + 1) {
      throw new Refused("followup.report.period-wrong").at("period");
    }
  }

  private ReportStore.Recipient recipient(UUID body) {
    return store
        .recipient(body)
        .orElseThrow(() -> new Refused("followup.report.body-unknown").at("body"));
  }

  private UUID drafted(
      ReportPeriod about, ReportStore.Recipient to, ReportStore.Occasion occasion) {
    UUID id = store.draft(about, to.id(), occasion);
    trail.record(
        "report.drafted",
        Subject.of("report", id, to.name() + " " + about.year()),
        Detail.of("kind", about.kind())
            .with("part", about.part())
            .with("reason", occasion.reason())
            .with("subject", occasion.subject()));
    return id;
  }

  /// @param version as it was read, null to write on what stands
  @Transactional
  void write(Viewer viewer, UUID id, Map<String, String> typed, @Nullable Integer version) {
    viewer.demand(FollowupPermissions.WRITE_REPORTS);
    Report report = asRead(find(viewer, id), version);
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
    held(report, store.write(report, words, typed.getOrDefault("reference", "").strip()));
    record("report.written", report, Detail.of("sections", List.copyOf(words.keySet())));
  }

  private static Report asRead(Report report, @Nullable Integer version) {
    if (version != null && version != report.version()) {
      throw new Stale("report", report.id());
    }
    return report;
  }

  @Transactional
  void freeze(Viewer viewer, UUID id, @Nullable Integer version) {
    Report report =
        asRead(moving(viewer, id, ReportState.FROZEN, FollowupPermissions.WRITE_REPORTS), version);
    freeze(report, drafting.gather(List.of(id)).getOrDefault(id, ""));
  }

  private void freeze(Report report, String facts) {
    held(report, store.freeze(report, facts, clock.instant()));
    record("report.frozen", report, Detail.none());
  }

  /// Freezes a report of a round in the background; one that somebody has moved on meanwhile is
  /// left alone.
  @Transactional
  void freezeDraft(UUID id, String facts) {
    store
        .find(id)
        .filter(it -> it.state() == ReportState.DRAFT)
        .ifPresent(report -> freeze(report, facts));
  }

  /// When a meeting handled a report, and by which paragraph of its minutes.
  record Handling(@Nullable LocalDate day, @Nullable String paragraph) {}

  /// Back to a draft, so that words can be mended; only before it has been delivered.
  @Transactional
  void thaw(Viewer viewer, UUID id, @Nullable Integer version) {
    Report report =
        asRead(moving(viewer, id, ReportState.DRAFT, FollowupPermissions.WRITE_REPORTS), version);
    held(report, store.thaw(report));
    record("report.thawed", report, Detail.none());
  }

  @Transactional
  void deliver(Viewer viewer, UUID id, @Nullable Integer version) {
    Report report =
        asRead(
            moving(viewer, id, ReportState.DELIVERED, FollowupPermissions.HANDLE_REPORTS), version);
    held(report, store.deliver(report, Sweden.today(clock)));
    record("report.delivered", report, Detail.none());
  }

  @Transactional
  void handle(Viewer viewer, UUID id, Handling handling, @Nullable Integer version) {
    Report report =
        asRead(
            moving(viewer, id, ReportState.HANDLED, FollowupPermissions.HANDLE_REPORTS), version);
    LocalDate day = handling.day();
    String paragraph = handling.paragraph() == null ? "" : handling.paragraph();
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

  /// The report with what it tells: frozen, or as it was gathered for the draft.
  @Transactional
  Report told(Viewer viewer, UUID id) {
    Report report = find(viewer, id);
    if (report.state() == ReportState.DRAFT && report.course().gatheredAt() == null) {
      drafting.keep(List.of(id));
      return find(viewer, id);
    }
    return report;
  }

  @Transactional(readOnly = true)
  ReportFacts facts(Report told) {
    return ReportDrafting.read(store.facts(told.id()));
  }

  /// Gathers a draft's figures anew.
  @Transactional
  void refresh(Viewer viewer, UUID id) {
    viewer.demand(FollowupPermissions.WRITE_REPORTS);
    Report report = find(viewer, id);
    if (report.state() != ReportState.DRAFT) {
      throw new Refused("followup.report.frozen-already");
    }
    drafting.refresh(report);
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
