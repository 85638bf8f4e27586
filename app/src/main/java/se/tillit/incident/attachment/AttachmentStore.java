package se.tillit.incident.attachment;

import static se.tillit.schema.incident.Tables.ATTACHMENT;
import static se.tillit.schema.incident.Tables.ATTACHMENT_CHUNK;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.tillit.exchange.file.Attachment;
import se.tillit.exchange.file.KeepableFile;
import se.tillit.kernel.Acting;
import se.tillit.kernel.Ids;

/// Rows of attachments and of their content, in pieces.
@Component
class AttachmentStore {

  private final DSLContext sql;
  private final Clock clock;

  AttachmentStore(DSLContext sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /// Where it hangs: on a case, or on a form that is not sent yet.
  record Place(@Nullable UUID incident, @Nullable String formKey) {}

  Attachment insert(Place place, KeepableFile file) {
    UUID id = Ids.next();
    var now = clock.instant();
    String by = Acting.current().name();
    sql.insertInto(ATTACHMENT)
        .set(ATTACHMENT.TENANT_ID, tenant())
        .set(ATTACHMENT.ID, id)
        .set(ATTACHMENT.INCIDENT_ID, place.incident())
        .set(ATTACHMENT.FORM_KEY, place.formKey())
        .set(ATTACHMENT.NAME, file.name())
        .set(ATTACHMENT.MEDIA_TYPE, file.mediaType())
        .set(ATTACHMENT.SIZE, (long) file.content().length)
        .set(ATTACHMENT.SHA256, file.sha256())
        .set(ATTACHMENT.LOCATION_REMOVED, file.locationRemoved())
        .set(ATTACHMENT.ADDED_AT, now)
        .set(ATTACHMENT.ADDED_BY, by)
        .execute();
    int position = 0;
    for (byte[] piece : file.pieces()) {
      sql.insertInto(ATTACHMENT_CHUNK)
          .set(ATTACHMENT_CHUNK.TENANT_ID, tenant())
          .set(ATTACHMENT_CHUNK.ATTACHMENT_ID, id)
          .set(ATTACHMENT_CHUNK.POSITION, position++)
          .set(ATTACHMENT_CHUNK.CONTENT, piece)
          .execute();
    }
    return file.kept(id, now, by);
  }

  List<Attachment> of(UUID incident) {
    return list(ATTACHMENT.INCIDENT_ID.eq(incident));
  }

  List<Attachment> waiting(String formKey) {
    return list(ATTACHMENT.FORM_KEY.eq(formKey).and(ATTACHMENT.INCIDENT_ID.isNull()));
  }

  /// What waited was kept by name; the report itself may be without one.
  int adopt(String formKey, UUID incident) {
    return sql.update(ATTACHMENT)
        .set(ATTACHMENT.INCIDENT_ID, incident)
        .set(ATTACHMENT.ADDED_BY, Acting.current().name())
        .where(ATTACHMENT.FORM_KEY.eq(formKey))
        .and(ATTACHMENT.INCIDENT_ID.isNull())
        .execute();
  }

  void forget(String formKey) {
    sql.deleteFrom(ATTACHMENT)
        .where(ATTACHMENT.FORM_KEY.eq(formKey))
        .and(ATTACHMENT.INCIDENT_ID.isNull())
        .execute();
  }

  int forgetOlderThan(Duration age) {
    return sql.deleteFrom(ATTACHMENT)
        .where(ATTACHMENT.INCIDENT_ID.isNull())
        .and(ATTACHMENT.ADDED_AT.lt(clock.instant().minus(age)))
        .execute();
  }

  void write(UUID id, OutputStream out) throws IOException {
    try (var pieces =
        sql.select(ATTACHMENT_CHUNK.CONTENT)
            .from(ATTACHMENT_CHUNK)
            .where(ATTACHMENT_CHUNK.ATTACHMENT_ID.eq(id))
            .orderBy(ATTACHMENT_CHUNK.POSITION)
            .fetchSize(4)
            .fetchLazy()) {
      for (var piece : pieces) {
        out.write(piece.value1());
      }
    }
  }

  private List<Attachment> list(Condition which) {
    return sql.selectFrom(ATTACHMENT)
        .where(which)
        .orderBy(ATTACHMENT.ID)
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

  private static UUID tenant() {
    return Acting.current().tenant().value();
  }
}
