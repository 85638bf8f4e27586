package se.tillit.organisation.body;

import static se.tillit.schema.organisation.Tables.BODY;
import static se.tillit.schema.organisation.Tables.LEGAL_ENTITY;
import static se.tillit.schema.organisation.Tables.MEETING;
import static se.tillit.schema.organisation.Tables.TERM_OF_OFFICE;
import static se.tillit.schema.organisation.Tables.UNIT_PERIOD;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.tillit.kernel.Acting;
import se.tillit.kernel.Period;

/// The rows of legal entities, bodies, their meetings and terms.
@Component
class BodyStore {

  private final DSLContext sql;

  BodyStore(DSLContext sql) {
    this.sql = sql;
  }

  void insertEntity(UUID id, String name, String kind, @Nullable String number, LocalDate from) {
    sql.insertInto(LEGAL_ENTITY)
        .set(LEGAL_ENTITY.TENANT_ID, tenant())
        .set(LEGAL_ENTITY.ID, id)
        .set(LEGAL_ENTITY.NAME, name)
        .set(LEGAL_ENTITY.KIND, kind)
        .set(LEGAL_ENTITY.ORGANISATION_NUMBER, number)
        .set(LEGAL_ENTITY.FROM_DAY, from)
        .execute();
  }

  boolean entityIsNamed(String name) {
    return sql.fetchExists(LEGAL_ENTITY, LEGAL_ENTITY.NAME.eq(name));
  }

  void insertBody(UUID id, UUID entity, String name, String kind, LocalDate from) {
    sql.insertInto(BODY)
        .set(BODY.TENANT_ID, tenant())
        .set(BODY.ID, id)
        .set(BODY.LEGAL_ENTITY_ID, entity)
        .set(BODY.NAME, name)
        .set(BODY.KIND, kind)
        .set(BODY.FROM_DAY, from)
        .execute();
  }

  boolean bodyIsNamed(String name) {
    return sql.fetchExists(BODY, BODY.NAME.eq(name));
  }

  boolean changeBody(UUID id, int version, BodyChange change) {
    return sql.update(BODY)
            .set(BODY.NAME, change.name())
            .set(BODY.REFERENCE_PATTERN, change.detail())
            .set(BODY.TO_DAY, change.last())
            .set(BODY.VERSION, version + 1)
            .where(BODY.ID.eq(id))
            .and(BODY.VERSION.eq(version))
            .execute()
        == 1;
  }

  boolean changeEntity(UUID id, int version, BodyChange change) {
    return sql.update(LEGAL_ENTITY)
            .set(LEGAL_ENTITY.NAME, change.name())
            .set(LEGAL_ENTITY.ORGANISATION_NUMBER, change.detail())
            .set(LEGAL_ENTITY.TO_DAY, change.last())
            .set(LEGAL_ENTITY.VERSION, version + 1)
            .where(LEGAL_ENTITY.ID.eq(id))
            .and(LEGAL_ENTITY.VERSION.eq(version))
            .execute()
        == 1;
  }

  /// Whether a unit answers to the body after the day.
  boolean hasUnitAfter(UUID body, LocalDate day) {
    return sql.fetchExists(
        UNIT_PERIOD,
        UNIT_PERIOD.BODY_ID.eq(body),
        UNIT_PERIOD.TO_DAY.isNull().or(UNIT_PERIOD.TO_DAY.gt(day)));
  }

  boolean hasBodyAfter(UUID entity, LocalDate day) {
    return sql.fetchExists(
        BODY, BODY.LEGAL_ENTITY_ID.eq(entity), BODY.TO_DAY.isNull().or(BODY.TO_DAY.gt(day)));
  }

  boolean beganAfter(UUID id, LocalDate day) {
    return sql.fetchExists(BODY, BODY.ID.eq(id), BODY.FROM_DAY.gt(day))
        || sql.fetchExists(LEGAL_ENTITY, LEGAL_ENTITY.ID.eq(id), LEGAL_ENTITY.FROM_DAY.gt(day));
  }

  /// False when the body meets that day already.
  boolean insertMeeting(UUID id, UUID body, LocalDate day, LocalDate papers) {
    return sql.insertInto(MEETING)
            .set(MEETING.TENANT_ID, tenant())
            .set(MEETING.ID, id)
            .set(MEETING.BODY_ID, body)
            .set(MEETING.DAY, day)
            .set(MEETING.PAPERS_DAY, papers)
            .onConflictDoNothing()
            .execute()
        == 1;
  }

  int deleteMeeting(UUID body, UUID id) {
    return sql.deleteFrom(MEETING).where(MEETING.ID.eq(id)).and(MEETING.BODY_ID.eq(body)).execute();
  }

  /// False when a term of the kind begins that day already.
  boolean insertTerm(UUID id, String kind, Period period, String source) {
    return sql.insertInto(TERM_OF_OFFICE)
            .set(TERM_OF_OFFICE.TENANT_ID, tenant())
            .set(TERM_OF_OFFICE.ID, id)
            .set(TERM_OF_OFFICE.KIND, kind)
            .set(TERM_OF_OFFICE.FROM_DAY, period.from())
            .set(TERM_OF_OFFICE.TO_DAY, period.to())
            .set(TERM_OF_OFFICE.SOURCE, source)
            .onConflictDoNothing()
            .execute()
        == 1;
  }

  boolean hasTermWithin(String kind, Period period) {
    return sql.fetchExists(
        TERM_OF_OFFICE,
        TERM_OF_OFFICE
            .KIND
            .eq(kind)
            .and(TERM_OF_OFFICE.FROM_DAY.le(period.to()))
            .and(TERM_OF_OFFICE.TO_DAY.ge(period.from())));
  }

  /// The term that was, in words for the trail.
  Optional<String> deleteTerm(UUID id) {
    return sql.deleteFrom(TERM_OF_OFFICE)
        .where(TERM_OF_OFFICE.ID.eq(id))
        .returningResult(TERM_OF_OFFICE.KIND, TERM_OF_OFFICE.FROM_DAY)
        .fetchOptional(term -> term.value1() + " " + term.value2());
  }

  private static UUID tenant() {
    return Acting.current().tenant().value();
  }
}
