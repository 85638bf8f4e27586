package se.tillit.exchange.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.tillit.audittrail.Detail;
import se.tillit.audittrail.Subject;
import se.tillit.audittrail.Trail;
import se.tillit.exchange.ImportKind;
import se.tillit.exchange.Imports;
import se.tillit.identity.Scope;
import se.tillit.job.Jobs;
import se.tillit.kernel.Ids;
import se.tillit.kernel.Refused;
import se.tillit.kernel.Unknown;

/// Uploads from when they are sent until they are taken or thrown away.
@Component
class ImportRegister implements Imports {

  static final String READ = "exchange.read";
  static final String TAKE = "exchange.take";

  private final UploadStore uploads;
  private final StagingStore staging;
  private final Jobs jobs;
  private final Trail trail;
  private final Clock clock;

  ImportRegister(UploadStore uploads, StagingStore staging, Jobs jobs, Trail trail, Clock clock) {
    this.uploads = uploads;
    this.staging = staging;
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

  @Override
  @Transactional
  public void accept(UUID id) {
    if (!uploads.accepting(id)) {
      throw new Refused("exchange.import.not-ready");
    }
    uploads.job(id, jobs.start(TAKE, id.toString()));
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

  private UploadRecord one(UUID id) {
    return uploads.one(id).orElseThrow(() -> new Unknown("import", id));
  }
}
