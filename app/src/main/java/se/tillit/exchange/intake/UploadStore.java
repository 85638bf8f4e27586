package se.tillit.exchange.intake;

import static se.tillit.schema.exchange.Tables.UPLOAD;
import static se.tillit.schema.exchange.Tables.UPLOAD_PIECE;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.tillit.exchange.table.TableLimits;
import se.tillit.identity.Scope;
import se.tillit.kernel.Acting;
import se.tillit.kernel.Actor;
import se.tillit.kernel.Refused;

/// The rows of uploads and the pieces of their files.
@Component
class UploadStore {

  private static final int PIECE = 1 << 20;

  private final DSLContext sql;

  UploadStore(DSLContext sql) {
    this.sql = sql;
  }

  void insert(UUID id, String kind, Scope reach, String fileName, boolean complete, Instant now) {
    Actor actor = Acting.current();
    sql.insertInto(UPLOAD)
        .set(UPLOAD.TENANT_ID, actor.tenant().value())
        .set(UPLOAD.ID, id)
        .set(UPLOAD.KIND, kind)
        .set(UPLOAD.FILE_NAME, fileName)
        .set(UPLOAD.FILE_SIZE, 0L)
        .set(UPLOAD.COMPLETE, complete)
        .set(UPLOAD.STATE, UploadState.READING.name())
        .set(UPLOAD.SENT_BY, actor.person() == null ? null : actor.person().value())
        .set(UPLOAD.SENDER, actor.name())
        .set(UPLOAD.UNITS, reach.everything() ? null : reach.units().toArray(UUID[]::new))
        .set(UPLOAD.SENT_AT, now)
        .execute();
  }

  /// Keeps the file piece by piece, and refuses one that goes on beyond the limit.
  long keep(UUID id, InputStream content) throws IOException {
    long size = 0;
    int number = 0;
    for (byte[] piece; (piece = content.readNBytes(PIECE)).length > 0; ) {
      size += piece.length;
      if (size > TableLimits.STANDARD.bytes()) {
        throw new Refused("exchange.table.too-large", TableLimits.STANDARD.bytes() >> 20)
            .at("file");
      }
      sql.insertInto(UPLOAD_PIECE)
          .set(UPLOAD_PIECE.TENANT_ID, Acting.current().tenant().value())
          .set(UPLOAD_PIECE.UPLOAD_ID, id)
          .set(UPLOAD_PIECE.NUMBER, number++)
          .set(UPLOAD_PIECE.CONTENT, piece)
          .execute();
    }
    sql.update(UPLOAD).set(UPLOAD.FILE_SIZE, size).where(UPLOAD.ID.eq(id)).execute();
    return size;
  }

  Path fetch(UUID id) throws IOException {
    Path file = Files.createTempFile("tillit-upload", null);
    int pieces = sql.fetchCount(UPLOAD_PIECE, UPLOAD_PIECE.UPLOAD_ID.eq(id));
    try (OutputStream out = Files.newOutputStream(file)) {
      for (int number = 0; number < pieces; number++) {
        out.write(
            sql.select(UPLOAD_PIECE.CONTENT)
                .from(UPLOAD_PIECE)
                .where(UPLOAD_PIECE.UPLOAD_ID.eq(id))
                .and(UPLOAD_PIECE.NUMBER.eq(number))
                .fetchSingle(UPLOAD_PIECE.CONTENT));
      }
    }
    return file;
  }

  void forgetFile(UUID id) {
    sql.deleteFrom(UPLOAD_PIECE).where(UPLOAD_PIECE.UPLOAD_ID.eq(id)).execute();
  }

  void job(UUID id, UUID job) {
    sql.update(UPLOAD).set(UPLOAD.JOB, job).where(UPLOAD.ID.eq(id)).execute();
  }

  /// Moves on from one state to another; false when it is not in that state.
  boolean move(UUID id, UploadState from, UploadState to) {
    return sql.update(UPLOAD)
            .set(UPLOAD.STATE, to.name())
            .where(UPLOAD.ID.eq(id))
            .and(UPLOAD.STATE.eq(from.name()))
            .execute()
        == 1;
  }

  void end(UUID id, Instant now) {
    sql.update(UPLOAD).set(UPLOAD.ENDED_AT, now).where(UPLOAD.ID.eq(id)).execute();
  }

  /// Begins to take the rows; false when they wait for no decision.
  boolean accepting(UUID id) {
    return begin(id, UploadState.READY, UploadState.ACCEPTING);
  }

  /// Begins to take an import back; false when it has not been taken.
  boolean undoing(UUID id) {
    return begin(id, UploadState.ACCEPTED, UploadState.UNDOING);
  }

  private boolean begin(UUID id, UploadState from, UploadState to) {
    return sql.update(UPLOAD)
            .set(UPLOAD.STATE, to.name())
            .setNull(UPLOAD.REFUSAL)
            .where(UPLOAD.ID.eq(id))
            .and(UPLOAD.STATE.eq(from.name()))
            .execute()
        == 1;
  }

  /// What could not be taken waits for a decision again, with the reason.
  void giveBack(UUID id, Refused refused) {
    sql.update(UPLOAD)
        .set(UPLOAD.STATE, UploadState.READY.name())
        .set(UPLOAD.REFUSAL, refused.messageKey())
        .set(UPLOAD.REFUSAL_ARGUMENTS, written(refused))
        .where(UPLOAD.ID.eq(id))
        .and(UPLOAD.STATE.eq(UploadState.ACCEPTING.name()))
        .execute();
  }

  /// How many faulty rows there are beyond those that are told of one by one.
  void untold(UUID id, int rows) {
    sql.update(UPLOAD).set(UPLOAD.ROWS_UNTOLD, rows).where(UPLOAD.ID.eq(id)).execute();
  }

  /// An import that could not be taken back is as it was, but for the reason.
  void refuseUndoing(UUID id, Refused refused) {
    sql.update(UPLOAD)
        .set(UPLOAD.STATE, UploadState.ACCEPTED.name())
        .set(UPLOAD.REFUSAL, refused.messageKey())
        .set(UPLOAD.REFUSAL_ARGUMENTS, written(refused))
        .where(UPLOAD.ID.eq(id))
        .execute();
  }

  void compared(UUID id, long entry, LocalDate day) {
    sql.update(UPLOAD)
        .set(UPLOAD.COMPARED_ENTRY, entry)
        .set(UPLOAD.COMPARED_DAY, day)
        .where(UPLOAD.ID.eq(id))
        .execute();
  }

  boolean isCompared(UUID id, long entry, LocalDate day) {
    return sql.fetchExists(
        UPLOAD,
        UPLOAD.ID.eq(id).and(UPLOAD.COMPARED_ENTRY.eq(entry)).and(UPLOAD.COMPARED_DAY.eq(day)));
  }

  private static String[] written(Refused refused) {
    return Arrays.stream(refused.arguments()).map(String::valueOf).toArray(String[]::new);
  }

  void refuse(UUID id, Refused refused, Instant now) {
    sql.update(UPLOAD)
        .set(UPLOAD.STATE, UploadState.REFUSED.name())
        .set(UPLOAD.REFUSAL, refused.messageKey())
        .set(UPLOAD.REFUSAL_ARGUMENTS, written(refused))
        .set(UPLOAD.ENDED_AT, now)
        .where(UPLOAD.ID.eq(id))
        .execute();
  }

  void read(UUID id, UploadRecord.Counts counts, UploadRecord.Asides asides, String digest) {
    sql.update(UPLOAD)
        .set(UPLOAD.ROWS_READ, counts.read())
        .set(UPLOAD.ROWS_FAULTY, counts.faulty())
        .set(UPLOAD.ROWS_NEW, counts.added())
        .set(UPLOAD.ROWS_CHANGED, counts.changed())
        .set(UPLOAD.ROWS_ENDED, counts.ended())
        .set(UPLOAD.ROWS_UNCHANGED, counts.unchanged())
        .set(UPLOAD.UNKNOWN_HEADINGS, asides.unknownHeadings().toArray(String[]::new))
        .set(UPLOAD.UNREAD_SHEETS, asides.unreadSheets().toArray(String[]::new))
        .set(UPLOAD.DIGEST, digest)
        .where(UPLOAD.ID.eq(id))
        .execute();
  }

  Optional<UploadRecord> one(UUID id) {
    return sql.selectFrom(UPLOAD).where(UPLOAD.ID.eq(id)).fetchOptional(UploadStore::record);
  }

  List<UploadRecord> latest(Condition visible, int most) {
    return sql.selectFrom(UPLOAD)
        .where(visible)
        .orderBy(UPLOAD.SENT_AT.desc(), UPLOAD.ID.desc())
        .limit(most)
        .fetch(UploadStore::record);
  }

  String digest(UUID id) {
    @Nullable String digest =
        sql.select(UPLOAD.DIGEST).from(UPLOAD).where(UPLOAD.ID.eq(id)).fetchOne(UPLOAD.DIGEST);
    return digest == null ? "" : digest;
  }

  private static UploadRecord record(Record row) {
    String refusal = row.get(UPLOAD.REFUSAL);
    return new UploadRecord(
        row.get(UPLOAD.ID),
        row.get(UPLOAD.KIND),
        new UploadRecord.Sending(
            row.get(UPLOAD.FILE_NAME),
            row.get(UPLOAD.FILE_SIZE),
            row.get(UPLOAD.COMPLETE),
            new UploadRecord.Sender(
                row.get(UPLOAD.SENT_BY), row.get(UPLOAD.SENDER), row.get(UPLOAD.UNITS)),
            row.get(UPLOAD.SENT_AT)),
        UploadState.valueOf(row.get(UPLOAD.STATE)),
        refusal == null
            ? null
            : new UploadRecord.Refusal(refusal, List.of(row.get(UPLOAD.REFUSAL_ARGUMENTS))),
        new UploadRecord.Counts(
            row.get(UPLOAD.ROWS_READ),
            row.get(UPLOAD.ROWS_FAULTY),
            row.get(UPLOAD.ROWS_NEW),
            row.get(UPLOAD.ROWS_CHANGED),
            row.get(UPLOAD.ROWS_ENDED),
            row.get(UPLOAD.ROWS_UNCHANGED)),
        new UploadRecord.Asides(
            List.of(row.get(UPLOAD.UNKNOWN_HEADINGS)),
            List.of(row.get(UPLOAD.UNREAD_SHEETS)),
            row.get(UPLOAD.JOB),
            row.get(UPLOAD.ROWS_UNTOLD)));
  }
}
