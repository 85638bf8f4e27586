package se.tillit.exchange.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.tillit.audittrail.Detail;
import se.tillit.audittrail.Subject;
import se.tillit.audittrail.Trail;
import se.tillit.exchange.ImportKind;
import se.tillit.exchange.Imports;
import se.tillit.exchange.SpokenWording;
import se.tillit.exchange.Upload;
import se.tillit.exchange.column.Wording;
import se.tillit.identity.Scope;
import se.tillit.job.JobKind;
import se.tillit.job.Jobs;
import se.tillit.kernel.Ids;
import se.tillit.kernel.Refused;
import se.tillit.kernel.Sweden;
import se.tillit.kernel.Unknown;

/// Uploads from when they are sent until they are taken or thrown away.
@Component
class ImportRegister implements Imports {

  static final String READ = "exchange.read";
  static final String TAKE = "exchange.take";

  private final UploadStore uploads;
  private final StagingStore staging;
  private final UploadReading reading;
  private final ImportKinds kinds;
  private final Jobs jobs;
  private final Trail trail;
  private final Clock clock;

  ImportRegister(
      UploadStore uploads,
      StagingStore staging,
      UploadReading reading,
      ImportKinds kinds,
      Jobs jobs,
      Trail trail,
      Clock clock) {
    this.uploads = uploads;
    this.staging = staging;
    this.reading = reading;
    this.kinds = kinds;
    this.jobs = jobs;
    this.trail = trail;
    this.clock = clock;
  }

  @Override
  @Transactional
  public UUID send(
      ImportKind kind,
      Scope reach,
      String fileName,
      InputStream content,
      @Nullable Boolean complete) {
    UUID id = Ids.next();
    boolean whole = complete == null ? kind.completeByDefault() : complete;
    uploads.insert(id, kind.key(), reach, fileName, whole, clock.instant());
    try {
      if (uploads.keep(id, content) == 0) {
        throw new Refused("exchange.table.empty").at("file");
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    uploads.job(id, jobs.start(READ, id.toString()));
    trail.record(
        "exchange.table-sent", Subject.of("import", id, fileName), Detail.of("kind", kind.key()));
    return id;
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
      staging.planForMany();
      staging.keepFound(id, kind.problems(view(upload)), headings(kind));
      Map<String, Integer> counts = staging.compare(id, kind.changes(view(upload)));
      uploads.read(id, counts(found.rows(), id, counts), asides(upload, found), found.digest());
      uploads.move(id, UploadState.READING, UploadState.READY);
    } finally {
      Files.delete(file);
    }
  }

  private UploadRecord.Counts counts(int rows, UUID id, Map<String, Integer> counts) {
    return new UploadRecord.Counts(
        rows,
        staging.faulty(id),
        counts.getOrDefault("new", 0),
        counts.getOrDefault("changed", 0),
        counts.getOrDefault("ended", 0),
        counts.getOrDefault("unchanged", 0));
  }

  private static UploadRecord.Asides asides(UploadRecord upload, UploadReading.Found found) {
    return new UploadRecord.Asides(
        found.unknownHeadings(), found.unreadSheets(), upload.asides().job());
  }

  @Transactional
  public void refuse(UUID id, Refused refused) {
    uploads.refuse(id, refused, clock.instant());
    uploads.forgetFile(id);
  }

  @Override
  @Transactional
  public void accept(UUID id) {
    if (!uploads.move(id, UploadState.READY, UploadState.ACCEPTING)) {
      throw new Refused("exchange.import.not-ready");
    }
    uploads.job(id, jobs.start(TAKE, id.toString()));
  }

  /// Compares once more, for the register may have changed meanwhile, and takes the rows.
  @Transactional
  public void take(UUID id) {
    if (!uploads.move(id, UploadState.ACCEPTING, UploadState.ACCEPTED)) {
      return;
    }
    UploadRecord upload = one(id);
    ImportKind kind = kinds.of(upload.kind());
    Upload view = view(upload);
    staging.planForMany();
    Map<String, Integer> counts = staging.compare(id, kind.changes(view));
    UploadRecord.Counts taken = counts(upload.counts().read(), id, counts);
    staging.keepBefore(id, kind.images(view));
    kind.accept(view);
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

  @Override
  @Transactional
  public void discard(UUID id) {
    if (!uploads.move(id, UploadState.READY, UploadState.DISCARDED)) {
      throw new Refused("exchange.import.not-ready");
    }
    staging.clear(id);
    uploads.forgetFile(id);
    uploads.end(id, clock.instant());
    trail.record(
        "exchange.table-discarded", Subject.of("import", id, one(id).sending().fileName()));
  }

  /// Takes an import back as a whole; refused when anything has changed its records since.
  @Override
  @Transactional
  public void undo(UUID id) {
    UploadRecord upload = one(id);
    if (!uploads.move(id, UploadState.ACCEPTED, UploadState.UNDONE)) {
      throw new Refused("exchange.undo.not-taken");
    }
    staging.planForMany();
    if (!hindrances(upload, 1).isEmpty()) {
      throw new Refused("exchange.undo.changed-since");
    }
    ImportKind kind = kinds.of(upload.kind());
    try {
      kind.undo(view(upload));
    } catch (DataIntegrityViolationException leaning) {
      throw (Refused) new Refused("exchange.undo.in-use").initCause(leaning);
    }
    trail.record(
        "exchange.table-undone",
        new Subject(kind.subject(), null, "import " + upload.sending().fileName()),
        Detail.of("import", id)
            .with("kind", kind.key())
            .with("new", upload.counts().added())
            .with("changed", upload.counts().changed())
            .with("ended", upload.counts().ended())
            .with("sha256", uploads.digest(id)));
  }

  /// What stands in the way of taking an import back.
  @Transactional
  public List<Hindrance> hindrances(UploadRecord upload, int most) {
    staging.planForMany();
    ImportKind kind = kinds.of(upload.kind());
    return staging.changedSince(upload.id(), kind.images(view(upload)), most);
  }

  private UploadRecord one(UUID id) {
    return uploads.one(id).orElseThrow(() -> new Unknown("import", id));
  }

  /// A file with faulty rows ends nothing: what it seems to lack may stand in one of them.
  private Upload view(UploadRecord upload) {
    boolean complete = upload.sending().complete() && staging.faulty(upload.id()) == 0;
    LocalDate today = Sweden.today(clock);
    return new Upload(upload.id(), complete, today, upload.sending().sender().units());
  }

  private static List<String> headings(ImportKind kind) {
    return kind.columns().stream()
        .map(column -> SpokenWording.INSTANCE.heading(column.key(), Wording.LANGUAGES.getFirst()))
        .toList();
  }
}
