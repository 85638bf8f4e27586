package se.tillit.exchange.intake;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;
import se.tillit.audittrail.ChangeFeed;
import se.tillit.exchange.ImportKind;
import se.tillit.exchange.Upload;
import se.tillit.kernel.Sweden;

/// Compares an upload with the register. What was found stands as long as the trail tells of no
/// change to what was read, and only for the day.
@Component
class Comparison {

  private final StagingStore staging;
  private final UploadStore uploads;
  private final ChangeFeed feed;
  private final Clock clock;

  Comparison(StagingStore staging, UploadStore uploads, ChangeFeed feed, Clock clock) {
    this.staging = staging;
    this.uploads = uploads;
    this.feed = feed;
    this.clock = clock;
  }

  /// A file with faulty rows ends nothing: what it seems to lack may stand in one of them.
  Upload view(UploadRecord upload) {
    boolean complete = upload.sending().complete() && staging.faulty(upload.id()) == 0;
    return new Upload(upload.id(), complete, today(), upload.sending().sender().units());
  }

  /// Compares; a change that comes meanwhile is newer than the entry that is asked for first.
  UploadRecord.Counts make(UploadRecord upload, ImportKind kind, int read) {
    long newest = feed.newest(kind.compared());
    Map<String, Integer> counts = staging.compare(upload.id(), kind.changes(view(upload)));
    uploads.compared(upload.id(), newest, today());
    return new UploadRecord.Counts(
        read,
        staging.faulty(upload.id()),
        counts.getOrDefault("new", 0),
        counts.getOrDefault("changed", 0),
        counts.getOrDefault("ended", 0),
        counts.getOrDefault("unchanged", 0));
  }

  /// What was found, found anew only if something may have changed since.
  UploadRecord.Counts made(UploadRecord upload, ImportKind kind) {
    return uploads.isCompared(upload.id(), feed.newest(kind.compared()), today())
        ? upload.counts()
        : make(upload, kind, upload.counts().read());
  }

  private LocalDate today() {
    return Sweden.today(clock);
  }
}
