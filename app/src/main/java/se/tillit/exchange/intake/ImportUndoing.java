package se.tillit.exchange.intake;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.tillit.audittrail.Detail;
import se.tillit.audittrail.Subject;
import se.tillit.audittrail.Trail;
import se.tillit.exchange.ImportKind;
import se.tillit.exchange.Upload;
import se.tillit.job.JobKind;
import se.tillit.job.Jobs;
import se.tillit.kernel.Refused;
import se.tillit.kernel.Sweden;
import se.tillit.kernel.Unknown;
import se.tillit.web.Words;

/// Takes imports back as a whole, in the background; one whose records have changed or come into
/// use since stays as it is, and says why.
@Component
class ImportUndoing {

  static final String UNDO = "exchange.undo";
  private static final int NAMED = 5;
  private static final int STEPS = 2;

  private final UploadStore uploads;
  private final StagingStore staging;
  private final LeaningRows leaning;
  private final ImportKinds kinds;
  private final Jobs jobs;
  private final Trail trail;
  private final Clock clock;

  ImportUndoing(
      UploadStore uploads,
      StagingStore staging,
      LeaningRows leaning,
      ImportKinds kinds,
      Jobs jobs,
      Trail trail,
      Clock clock) {
    this.uploads = uploads;
    this.staging = staging;
    this.leaning = leaning;
    this.kinds = kinds;
    this.jobs = jobs;
    this.trail = trail;
    this.clock = clock;
  }

  @Transactional
  public void begin(UUID id) {
    if (!uploads.undoing(id)) {
      throw new Refused("exchange.undo.not-taken");
    }
    uploads.job(id, jobs.start(UNDO, id.toString()));
  }

  /// Run again it finds nothing to undo.
  @Transactional
  public void undo(UUID id, JobKind.Progress progress) {
    if (!uploads.move(id, UploadState.UNDOING, UploadState.UNDONE)) {
      return;
    }
    progress.of(0, STEPS);
    UploadRecord upload = one(id);
    if (!hindrances(upload, 1).isEmpty()) {
      throw new Refused("exchange.undo.changed-since");
    }
    progress.of(1, STEPS);
    ImportKind kind = kinds.of(upload.kind());
    kind.undo(view(upload));
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

  /// Leaves the import as it was taken, with the reason.
  @Transactional
  public void refuse(UUID id, Refused refused) {
    uploads.refuseUndoing(id, refused);
  }

  /// Leaves the import as it was taken, and names the rows that another table leans on.
  @Transactional
  public void refuse(UUID id, LeaningRows.Foreign foreign) {
    staging.planForMany();
    List<Hindrance> used = leaning.on(id, foreign, NAMED + 1);
    String known = "exchange.undo.used-by." + foreign.schema();
    refuse(
        id,
        new Refused(
            Words.SWEDISH.knows(known) ? known : "exchange.undo.used-by.other",
            named(used, it -> String.valueOf(it.sheetRow())),
            named(used, Hindrance::label),
            foreign.table()));
  }

  private static String named(List<Hindrance> used, Function<Hindrance, String> word) {
    String named = used.stream().limit(NAMED).map(word).collect(Collectors.joining(", "));
    return used.size() > NAMED ? named + " …" : named;
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

  private Upload view(UploadRecord upload) {
    UUID[] units = upload.sending().sender().units();
    return new Upload(upload.id(), false, Sweden.today(clock), units);
  }
}
