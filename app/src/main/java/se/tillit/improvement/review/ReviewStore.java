package se.tillit.improvement.review;

import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.selectOne;
import static se.tillit.schema.improvement.Tables.REVIEW;
import static se.tillit.schema.improvement.Tables.REVIEW_DECISION;
import static se.tillit.schema.improvement.Tables.REVIEW_NOTE;
import static se.tillit.schema.improvement.Tables.REVIEW_PARTICIPANT;
import static se.tillit.schema.organisation.Tables.CURRENT_BODY;
import static se.tillit.schema.organisation.Tables.PERSON_NAME;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectJoinStep;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.tillit.kernel.Acting;
import se.tillit.kernel.Ids;
import se.tillit.web.Cursor;

/// Rows of reviews.
@Component
class ReviewStore {

  private final DSLContext sql;
  private final Clock clock;

  ReviewStore(DSLContext sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  UUID insert(ReviewDraft draft, LocalDate from) {
    UUID id = Ids.next();
    sql.insertInto(REVIEW)
        .set(REVIEW.TENANT_ID, tenant())
        .set(REVIEW.ID, id)
        .set(REVIEW.TITLE, draft.title().strip())
        .set(REVIEW.DAY, draft.held())
        .set(REVIEW.FROM_DAY, from)
        .set(REVIEW.BODY_ID, draft.body())
        .set(REVIEW.REFERENCE, draft.reference())
        .set(REVIEW.CREATED_AT, clock.instant())
        .execute();
    writeParts(id, draft);
    return id;
  }

  boolean update(UUID id, int version, ReviewDraft draft) {
    boolean held =
        sql.update(REVIEW)
                .set(REVIEW.TITLE, draft.title().strip())
                .set(REVIEW.DAY, draft.held())
                .set(REVIEW.BODY_ID, draft.body())
                .set(REVIEW.REFERENCE, draft.reference())
                .set(REVIEW.CONCLUSION, draft.conclusion())
                .set(REVIEW.VERSION, REVIEW.VERSION.plus(1))
                .where(REVIEW.ID.eq(id))
                .and(REVIEW.VERSION.eq(version))
                .and(REVIEW.FROZEN_AT.isNull())
                .execute()
            == 1;
    if (held) {
      sql.deleteFrom(REVIEW_PARTICIPANT).where(REVIEW_PARTICIPANT.REVIEW_ID.eq(id)).execute();
      sql.deleteFrom(REVIEW_NOTE).where(REVIEW_NOTE.REVIEW_ID.eq(id)).execute();
      writeParts(id, draft);
    }
    return held;
  }

  boolean freeze(UUID id, int version, String facts) {
    return sql.update(REVIEW)
            .set(REVIEW.FACTS, facts)
            .set(REVIEW.FROZEN_AT, clock.instant())
            .set(REVIEW.FROZEN_BY, Acting.current().name())
            .set(REVIEW.VERSION, REVIEW.VERSION.plus(1))
            .where(REVIEW.ID.eq(id))
            .and(REVIEW.VERSION.eq(version))
            .and(REVIEW.FROZEN_AT.isNull())
            .execute()
        == 1;
  }

  String facts(UUID id) {
    return sql.select(REVIEW.FACTS)
        .from(REVIEW)
        .where(REVIEW.ID.eq(id))
        .fetchOptional(REVIEW.FACTS)
        .orElse("");
  }

  /// The day of the last frozen review before this day.
  @Nullable LocalDate lastBefore(LocalDate day) {
    return sql.select(max(REVIEW.DAY))
        .from(REVIEW)
        .where(REVIEW.DAY.lt(day))
        .and(REVIEW.FROZEN_AT.isNotNull())
        .fetchSingle()
        .value1();
  }

  List<Review> page(@Nullable Cursor after, int limit) {
    return reviews()
        .where(
            after == null
                ? noCondition()
                : row(REVIEW.DAY, REVIEW.ID).lt(after.day(0), after.id(1)))
        .orderBy(REVIEW.DAY.desc(), REVIEW.ID.desc())
        .limit(limit)
        .fetch(it -> review(it, List.of(), Map.of(), List.of()));
  }

  Optional<Review> one(UUID id) {
    return reviews()
        .where(REVIEW.ID.eq(id))
        .fetchOptional(it -> review(it, participants(id), notes(id), decisions(id)));
  }

  UUID decide(UUID review, Review.Decided decision) {
    UUID id = Ids.next();
    sql.insertInto(REVIEW_DECISION)
        .set(REVIEW_DECISION.TENANT_ID, tenant())
        .set(REVIEW_DECISION.ID, id)
        .set(REVIEW_DECISION.REVIEW_ID, review)
        .set(REVIEW_DECISION.TEXT, decision.text().strip())
        .set(REVIEW_DECISION.OWNER_ID, decision.owner())
        .set(REVIEW_DECISION.DUE_DAY, decision.due())
        .execute();
    return id;
  }

  boolean withdraw(UUID review, UUID decision) {
    return sql.deleteFrom(REVIEW_DECISION)
            .where(REVIEW_DECISION.ID.eq(decision))
            .and(REVIEW_DECISION.REVIEW_ID.eq(review))
            .execute()
        == 1;
  }

  void becameAction(UUID decision, UUID action) {
    sql.update(REVIEW_DECISION)
        .set(REVIEW_DECISION.ACTION_ID, action)
        .where(REVIEW_DECISION.ID.eq(decision))
        .execute();
  }

  boolean knowsPerson(UUID person) {
    return sql.fetchExists(selectOne().from(PERSON_NAME).where(PERSON_NAME.PERSON_ID.eq(person)));
  }

  Map<UUID, String> bodies() {
    return sql.select(CURRENT_BODY.BODY_ID, CURRENT_BODY.NAME)
        .from(CURRENT_BODY)
        .where(CURRENT_BODY.KIND.in("management_group", "executive_board", "directorate"))
        .orderBy(CURRENT_BODY.NAME)
        .fetchMap(CURRENT_BODY.BODY_ID, CURRENT_BODY.NAME);
  }

  private void writeParts(UUID id, ReviewDraft draft) {
    int place = 0;
    for (String name : draft.participants()) {
      place++;
      sql.insertInto(REVIEW_PARTICIPANT)
          .set(REVIEW_PARTICIPANT.TENANT_ID, tenant())
          .set(REVIEW_PARTICIPANT.REVIEW_ID, id)
          .set(REVIEW_PARTICIPANT.PLACE, place)
          .set(REVIEW_PARTICIPANT.NAME, name)
          .execute();
    }
    draft
        .notes()
        .forEach((point, text) -> {
          if (!text.isBlank()) {
            sql.insertInto(REVIEW_NOTE)
                .set(REVIEW_NOTE.TENANT_ID, tenant())
                .set(REVIEW_NOTE.REVIEW_ID, id)
                .set(REVIEW_NOTE.POINT, point.key())
                .set(REVIEW_NOTE.TEXT, text.strip())
                .execute();
          }
        });
  }

  private List<String> participants(UUID id) {
    return sql.select(REVIEW_PARTICIPANT.NAME)
        .from(REVIEW_PARTICIPANT)
        .where(REVIEW_PARTICIPANT.REVIEW_ID.eq(id))
        .orderBy(REVIEW_PARTICIPANT.PLACE)
        .fetch(REVIEW_PARTICIPANT.NAME);
  }

  private Map<String, String> notes(UUID id) {
    return sql.select(REVIEW_NOTE.POINT, REVIEW_NOTE.TEXT)
        .from(REVIEW_NOTE)
        .where(REVIEW_NOTE.REVIEW_ID.eq(id))
        .fetchMap(REVIEW_NOTE.POINT, REVIEW_NOTE.TEXT);
  }

  private List<Review.Decided> decisions(UUID id) {
    var d = REVIEW_DECISION;
    return sql.select(d.ID, d.TEXT, d.OWNER_ID, PERSON_NAME.NAME, d.DUE_DAY, d.ACTION_ID)
        .from(d)
        .leftJoin(PERSON_NAME)
        .on(PERSON_NAME.TENANT_ID.eq(d.TENANT_ID))
        .and(PERSON_NAME.PERSON_ID.eq(d.OWNER_ID))
        .where(d.REVIEW_ID.eq(id))
        .orderBy(d.ID)
        .fetch(it ->
            new Review.Decided(
                it.value1(), it.value2(), it.value3(), it.value4(), it.value5(), it.value6()));
  }

  private SelectJoinStep<?> reviews() {
    return sql.select(REVIEW.fields())
        .select(CURRENT_BODY.NAME)
        .from(REVIEW)
        .leftJoin(CURRENT_BODY)
        .on(CURRENT_BODY.TENANT_ID.eq(REVIEW.TENANT_ID))
        .and(CURRENT_BODY.BODY_ID.eq(REVIEW.BODY_ID));
  }

  private static Review review(
      Record row,
      List<String> participants,
      Map<String, String> notes,
      List<Review.Decided> decisions) {
    var r = row.into(REVIEW);
    return new Review(
        r.getId(),
        r.getTitle(),
        r.getDay(),
        r.getFromDay(),
        r.getBodyId(),
        row.get(CURRENT_BODY.NAME),
        r.getReference(),
        r.getConclusion(),
        participants,
        notes,
        decisions,
        r.getFrozenAt(),
        r.getFrozenBy(),
        r.getVersion());
  }

  private static UUID tenant() {
    return Acting.current().tenant().value();
  }
}
