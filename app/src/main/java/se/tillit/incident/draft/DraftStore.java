package se.tillit.incident.draft;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static se.tillit.schema.incident.Tables.DRAFT;
import static se.tillit.schema.incident.Tables.DRAFT_FIELD;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;
import se.tillit.kernel.Acting;
import se.tillit.kernel.Ids;

/// The rows of drafts and their fields.
@Component
class DraftStore {

  private final DSLContext sql;
  private final Clock clock;

  DraftStore(DSLContext sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  List<DraftRow> of(Collection<UUID> steps) {
    return sql.selectFrom(DRAFT)
        .where(DRAFT.STEP_ID.in(steps))
        .orderBy(DRAFT.AUDIENCE, DRAFT.LANGUAGE.desc(), DRAFT.NUMBER, DRAFT.ID)
        .fetch(DraftStore::row);
  }

  Optional<DraftRow> find(UUID id) {
    return sql.selectFrom(DRAFT).where(DRAFT.ID.eq(id)).fetchOptional(DraftStore::row);
  }

  Map<UUID, Map<String, DraftRow.Kept>> fields(Collection<UUID> drafts) {
    var fields = new HashMap<UUID, Map<String, DraftRow.Kept>>();
    sql.selectFrom(DRAFT_FIELD)
        .where(DRAFT_FIELD.DRAFT_ID.in(drafts))
        .forEach(row ->
            fields
                .computeIfAbsent(row.getDraftId(), any -> new HashMap<>())
                .put(
                    row.getKey(),
                    new DraftRow.Kept(
                        row.getValue(),
                        row.getSaid(),
                        new DraftField.Edited(row.getEditedBy(), row.getEditedAt()))));
    return fields;
  }

  UUID insert(ClockedStep step, DraftRow.Series series, Map<String, DraftRow.Kept> fields) {
    UUID id = Ids.next();
    sql.insertInto(DRAFT)
        .set(DRAFT.TENANT_ID, tenant())
        .set(DRAFT.ID, id)
        .set(DRAFT.INCIDENT_ID, step.incident())
        .set(DRAFT.STEP_ID, step.id())
        .set(DRAFT.STAGE, series.stage())
        .set(DRAFT.AUDIENCE, series.audience())
        .set(DRAFT.LANGUAGE, series.language())
        .set(DRAFT.NUMBER, latest(step.id(), series) + 1)
        .set(DRAFT.MADE_BY, Acting.current().name())
        .set(DRAFT.MADE_AT, now())
        .execute();
    fields.forEach((key, kept) ->
        sql.insertInto(DRAFT_FIELD)
            .set(DRAFT_FIELD.TENANT_ID, tenant())
            .set(DRAFT_FIELD.DRAFT_ID, id)
            .set(DRAFT_FIELD.KEY, key)
            .set(DRAFT_FIELD.VALUE, kept.value())
            .set(DRAFT_FIELD.SAID, kept.said())
            .set(DRAFT_FIELD.EDITED_BY, kept.edited().by())
            .set(DRAFT_FIELD.EDITED_AT, kept.edited().at())
            .execute());
    return id;
  }

  private int latest(UUID step, DraftRow.Series series) {
    return sql.select(coalesce(max(DRAFT.NUMBER), inline(0)))
        .from(DRAFT)
        .where(DRAFT.STEP_ID.eq(step))
        .and(DRAFT.STAGE.eq(series.stage()))
        .and(DRAFT.AUDIENCE.eq(series.audience()))
        .and(DRAFT.LANGUAGE.eq(series.language()))
        .fetchSingle()
        .value1();
  }

  /// Writes a field; `by` is empty when the case's own words were taken.
  void write(UUID draft, String key, String value, String said) {
    sql.insertInto(DRAFT_FIELD)
        .set(DRAFT_FIELD.TENANT_ID, tenant())
        .set(DRAFT_FIELD.DRAFT_ID, draft)
        .set(DRAFT_FIELD.KEY, key)
        .set(DRAFT_FIELD.VALUE, value)
        .set(DRAFT_FIELD.SAID, said)
        .set(DRAFT_FIELD.EDITED_BY, Acting.current().name())
        .set(DRAFT_FIELD.EDITED_AT, now())
        .onConflict(DRAFT_FIELD.TENANT_ID, DRAFT_FIELD.DRAFT_ID, DRAFT_FIELD.KEY)
        .doUpdate()
        .set(DRAFT_FIELD.VALUE, value)
        .set(DRAFT_FIELD.SAID, said)
        .set(DRAFT_FIELD.EDITED_BY, Acting.current().name())
        .set(DRAFT_FIELD.EDITED_AT, now())
        .execute();
  }

  void touch(UUID draft) {
    sql.update(DRAFT).set(DRAFT.VERSION, DRAFT.VERSION.plus(1)).where(DRAFT.ID.eq(draft)).execute();
  }

  void send(UUID draft, DraftRow.Own own) {
    sql.update(DRAFT)
        .set(DRAFT.SENT_AT, own.at())
        .set(DRAFT.RECIPIENT, own.recipient())
        .set(DRAFT.CHANNEL, own.channel())
        .set(DRAFT.CASE_NUMBER, own.caseNumber())
        .set(DRAFT.SENDER, own.sender())
        .set(DRAFT.VERSION, DRAFT.VERSION.plus(1))
        .where(DRAFT.ID.eq(draft))
        .execute();
  }

  private static DraftRow row(Record row) {
    Instant sentAt = row.get(DRAFT.SENT_AT);
    return new DraftRow(
        row.get(DRAFT.ID),
        row.get(DRAFT.INCIDENT_ID),
        row.get(DRAFT.STEP_ID),
        new DraftRow.Series(row.get(DRAFT.STAGE), row.get(DRAFT.AUDIENCE), row.get(DRAFT.LANGUAGE)),
        row.get(DRAFT.NUMBER),
        new Draft.Made(row.get(DRAFT.MADE_BY), row.get(DRAFT.MADE_AT)),
        sentAt == null
            ? null
            : new DraftRow.Own(
                sentAt,
                row.get(DRAFT.RECIPIENT),
                row.get(DRAFT.CHANNEL),
                row.get(DRAFT.CASE_NUMBER),
                row.get(DRAFT.SENDER)),
        row.get(DRAFT.VERSION));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private static UUID tenant() {
    return Acting.current().tenant().value();
  }
}
