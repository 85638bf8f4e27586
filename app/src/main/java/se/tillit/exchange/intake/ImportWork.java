package se.tillit.exchange.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.tillit.audittrail.Detail;
import se.tillit.audittrail.Subject;
import se.tillit.audittrail.Trail;
import se.tillit.exchange.ImportKind;
import se.tillit.exchange.SpokenWording;
import se.tillit.exchange.Upload;
import se.tillit.exchange.column.Wording;
import se.tillit.job.JobKind;
import se.tillit.kernel.Refused;
import se.tillit.kernel.Unknown;

/// What is done with an upload in the background: its file is read, and its rows are taken.
@Component
class ImportWork {

  private static final int STEPS = 4;

  private final UploadStore uploads;
  private final StagingStore staging;
  private final UploadReading reading;
  private final Comparison comparison;
  private final ImportKinds kinds;
  private final Trail trail;
  private final Clock clock;

  ImportWork(
      UploadStore uploads,
      StagingStore staging,
      UploadReading reading,
      Comparison comparison,
      ImportKinds kinds,
      Trail trail,
      Clock clock) {
    this.uploads = uploads;
    this.staging = staging;
    this.reading = reading;
    this.comparison = comparison;
    this.kinds = kinds;
    this.trail = trail;
    this.clock = clock;
  }

  /// Reads, checks and compares the file; run again it begins anew.
  @Transactional
  public void read(UUID id, JobKind.Progress progress) throws IOException {
    UploadRecord upload = one(id);
    if (upload.state() != UploadState.READING) {
      return;
    }
    ImportKind kind = kinds.of(upload.kind());
    staging.clear(id);
    Path file = uploads.fetch(id);
    try {
      UploadReading.Found found = reading.read(id, file, kind, progress);
      uploads.untold(id, found.untold());
      staging.planForMany();
      staging.keepFound(id, kind.problems(comparison.view(upload)), headings(kind));
      uploads.read(
          id, comparison.make(upload, kind, found.rows()), asides(upload, found), found.digest());
      uploads.move(id, UploadState.READING, UploadState.READY);
    } finally {
      Files.delete(file);
    }
  }

  private static UploadRecord.Asides asides(UploadRecord upload, UploadReading.Found found) {
    return new UploadRecord.Asides(
        found.unknownHeadings(), found.unreadSheets(), upload.asides().job(), found.untold());
  }

  private static List<String> headings(ImportKind kind) {
    return kind.columns().stream()
        .map(column -> SpokenWording.INSTANCE.heading(column.key(), Wording.LANGUAGES.getFirst()))
        .toList();
  }

  @Transactional
  public void refuse(UUID id, Refused refused) {
    uploads.refuse(id, refused, clock.instant());
    uploads.forgetFile(id);
  }

  /// Nothing was taken: the sender may accept anew, or throw the file away.
  @Transactional
  public void giveBack(UUID id, Refused refused) {
    uploads.giveBack(id, refused);
  }

  /// What is told when a step failed through no fault of the file.
  static Refused broken() {
    return new Refused("exchange.import.broken");
  }

  /// Takes the rows, as they were compared or, where the register may have changed meanwhile, as
  /// they compare now.
  @Transactional
  public void take(UUID id, JobKind.Progress progress) {
    if (!uploads.move(id, UploadState.ACCEPTING, UploadState.ACCEPTED)) {
      return;
    }
    UploadRecord upload = one(id);
    ImportKind kind = kinds.of(upload.kind());
    staging.planForMany();
    progress.of(0, STEPS);
    UploadRecord.Counts taken = comparison.made(upload, kind);
    Upload view = comparison.view(upload);
    progress.of(1, STEPS);
    staging.keepBefore(id, kind.images(view));
    progress.of(2, STEPS);
    kind.accept(view);
    progress.of(3, STEPS);
    staging.keepAfter(id, kind.images(view));
    uploads.read(id, taken, upload.asides(), uploads.digest(id));
    uploads.forgetFile(id);
    uploads.end(id, clock.instant());
    trail.record(
        "exchange.table-taken",
        new Subject(kind.subject(), null, "import " + upload.sending().fileName()),
        Detail.of("import", id)
            .with("kind", kind.key())
            .with("new", taken.added())
            .with("changed", taken.changed())
            .with("ended", taken.ended())
            .with("unchanged", taken.unchanged())
            .with("faulty", taken.faulty())
            .with("sha256", uploads.digest(id)));
  }

  private UploadRecord one(UUID id) {
    return uploads.one(id).orElseThrow(() -> new Unknown("import", id));
  }
}
