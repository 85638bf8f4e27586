package se.tillit.exchange.intake;

import static se.tillit.schema.exchange.Tables.UPLOAD;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.tillit.exchange.ImportKind;
import se.tillit.exchange.intake.StagingStore.Problem;
import se.tillit.exchange.intake.UploadRecord.Counts;
import se.tillit.exchange.intake.UploadRecord.Refusal;
import se.tillit.identity.Viewer;
import se.tillit.job.Jobs;
import se.tillit.kernel.PersonId;
import se.tillit.kernel.Unknown;
import se.tillit.web.Words;

/// Uploads for those who may see them: of kinds that the viewer may import, and no others.
@Component
class ImportViews {

  static final int FAULTS = 200;
  private static final int LINES = 50;
  private static final int LATEST = 50;

  private final UploadStore uploads;
  private final StagingStore staging;
  private final ImportKinds kinds;
  private final Jobs jobs;

  ImportViews(UploadStore uploads, StagingStore staging, ImportKinds kinds, Jobs jobs) {
    this.uploads = uploads;
    this.staging = staging;
    this.kinds = kinds;
    this.jobs = jobs;
  }

  @Transactional(readOnly = true)
  List<UploadRecord> latest(Viewer viewer) {
    Condition visible =
        kinds.open(viewer).stream()
            .map(kind -> visible(kind, viewer))
            .reduce(DSL.falseCondition(), Condition::or);
    return uploads.latest(visible, LATEST);
  }

  /// All of a kind for whoever answers for the whole tenant, else one's own.
  private static Condition visible(ImportKind kind, Viewer viewer) {
    Condition ofKind = UPLOAD.KIND.eq(kind.key());
    if (viewer.scope(kind.permission()).everything()) {
      return ofKind;
    }
    PersonId person = viewer.person();
    return ofKind.and(
        person == null
            ? UPLOAD.SENT_BY.isNull().and(UPLOAD.SENDER.eq(viewer.actor().name()))
            : UPLOAD.SENT_BY.eq(person.value()));
  }

  @Transactional(readOnly = true)
  UploadRecord one(UUID id, Viewer viewer) {
    UploadRecord upload = uploads.one(id).orElseThrow(() -> new Unknown("import", id));
    ImportKind kind = kinds.of(upload.kind(), viewer);
    if (!viewer.scope(kind.permission()).everything() && !isSender(upload, viewer)) {
      throw new Unknown("import", id);
    }
    return upload;
  }

  private static boolean isSender(UploadRecord upload, Viewer viewer) {
    UploadRecord.Sender sender = upload.sending().sender();
    PersonId person = viewer.person();
    return person == null
        ? sender.person() == null && sender.name().equals(viewer.actor().name())
        : person.value().equals(sender.person());
  }

  @Transactional(readOnly = true)
  ImportView view(UUID id, int after, Viewer viewer, Words words) {
    UploadRecord upload = one(id, viewer);
    List<Problem> problems = staging.problems(id, after, FAULTS + 1);
    return new ImportView(
        upload,
        words.t(kinds.of(upload.kind()).titleKey()),
        refusal(upload, words),
        problems.stream().limit(FAULTS).map(problem -> fault(problem, words)).toList(),
        problems.size() > FAULTS,
        groups(upload),
        progress(upload));
  }

  static @Nullable String refusal(UploadRecord upload, Words words) {
    @Nullable Refusal refusal = upload.refusal();
    return refusal == null ? null : words.t(refusal.messageKey(), refusal.arguments().toArray());
  }

  static ImportView.Fault fault(Problem problem, Words words) {
    return new ImportView.Fault(
        problem.sheetRow(),
        problem.column(),
        problem.value(),
        words.t(problem.messageKey(), problem.arguments().toArray()),
        problem.notice());
  }

  private List<ImportView.Group> groups(UploadRecord upload) {
    Counts counts = upload.counts();
    return Stream.of(
            group(upload, "ended", counts.ended()),
            group(upload, "changed", counts.changed()),
            group(upload, "new", counts.added()))
        .filter(group -> group.count() > 0)
        .toList();
  }

  private ImportView.Group group(UploadRecord upload, String change, int count) {
    // While rows are being taken, those who watch the progress ask every second.
    List<ImportView.Line> lines =
        count == 0 || upload.state().isMoving()
            ? List.of()
            : staging.changes(upload.id(), change, LINES).stream()
                .map(it -> new ImportView.Line(it.sheetRow(), it.label(), it.detail()))
                .toList();
    return new ImportView.Group(change, count, lines);
  }

  private ImportView.Progress progress(UploadRecord upload) {
    @Nullable UUID job = upload.asides().job();
    return job == null || !upload.state().isMoving()
        ? ImportView.Progress.NONE
        : jobs.status(job)
            .map(it -> new ImportView.Progress(it.done(), it.total()))
            .orElse(ImportView.Progress.NONE);
  }
}
