package se.tillit.improvement.evidence;

import static se.tillit.schema.improvement.Tables.EVIDENCE_CHUNK;
import static se.tillit.schema.improvement.Tables.EVIDENCE_FILE;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.tillit.exchange.file.Attachment;
import se.tillit.exchange.file.KeepableFile;
import se.tillit.kernel.Acting;
import se.tillit.kernel.Ids;
import se.tillit.kernel.Unknown;

/// The files of actions and their content, in pieces.
@Component
public class EvidenceFiles {

  private final DSLContext sql;
  private final Clock clock;

  EvidenceFiles(DSLContext sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  @Transactional
  public Attachment keep(UUID action, KeepableFile file) {
    Attachment kept = file.kept(Ids.next(), clock.instant(), Acting.current().name());
    sql.insertInto(EVIDENCE_FILE)
        .set(EVIDENCE_FILE.TENANT_ID, tenant())
        .set(EVIDENCE_FILE.ID, kept.id())
        .set(EVIDENCE_FILE.ACTION_ID, action)
        .set(EVIDENCE_FILE.NAME, kept.name())
        .set(EVIDENCE_FILE.MEDIA_TYPE, kept.mediaType())
        .set(EVIDENCE_FILE.SIZE, kept.size())
        .set(EVIDENCE_FILE.SHA256, file.sha256())
        .set(EVIDENCE_FILE.LOCATION_REMOVED, kept.locationRemoved())
        .set(EVIDENCE_FILE.ADDED_AT, kept.addedAt())
        .set(EVIDENCE_FILE.ADDED_BY, kept.addedBy())
        .execute();
    int position = 0;
    for (byte[] piece : file.pieces()) {
      sql.insertInto(EVIDENCE_CHUNK)
          .set(EVIDENCE_CHUNK.TENANT_ID, tenant())
          .set(EVIDENCE_CHUNK.FILE_ID, kept.id())
          .set(EVIDENCE_CHUNK.POSITION, position++)
          .set(EVIDENCE_CHUNK.CONTENT, piece)
          .execute();
    }
    return kept;
  }

  @Transactional(readOnly = true)
  public List<Attachment> of(UUID action) {
    return sql.selectFrom(EVIDENCE_FILE)
        .where(EVIDENCE_FILE.ACTION_ID.eq(action))
        .orderBy(EVIDENCE_FILE.ID)
        .fetch(row ->
            new Attachment(
                row.getId(),
                row.getName(),
                row.getMediaType(),
                row.getSize(),
                HexFormat.of().formatHex(row.getSha256()),
                row.getLocationRemoved(),
                row.getAddedAt(),
                row.getAddedBy()));
  }

  @Transactional(readOnly = true)
  public Attachment find(UUID action, UUID file) {
    return of(action).stream()
        .filter(it -> it.id().equals(file))
        .findFirst()
        .orElseThrow(() -> new Unknown("evidence", file));
  }

  /// Forgets a file and its content.
  @Transactional
  public void remove(UUID file) {
    sql.deleteFrom(EVIDENCE_FILE).where(EVIDENCE_FILE.ID.eq(file)).execute();
  }

  /// Writes the content, piece by piece.
  @Transactional(readOnly = true)
  public void write(UUID file, OutputStream out) throws IOException {
    try (var pieces =
        sql.select(EVIDENCE_CHUNK.CONTENT)
            .from(EVIDENCE_CHUNK)
            .where(EVIDENCE_CHUNK.FILE_ID.eq(file))
            .orderBy(EVIDENCE_CHUNK.POSITION)
            .fetchSize(4)
            .fetchLazy()) {
      for (var piece : pieces) {
        out.write(piece.value1());
      }
    }
  }

  private static UUID tenant() {
    return Acting.current().tenant().value();
  }
}
