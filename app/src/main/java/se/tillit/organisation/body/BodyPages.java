package se.tillit.organisation.body;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.select;
import static se.tillit.schema.organisation.Tables.BODY;
import static se.tillit.schema.organisation.Tables.CURRENT_BODY;
import static se.tillit.schema.organisation.Tables.CURRENT_LEGAL_ENTITY;
import static se.tillit.schema.organisation.Tables.LEGAL_ENTITY;
import static se.tillit.schema.organisation.Tables.MEETING;
import static se.tillit.schema.organisation.Tables.TERM_OF_OFFICE;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Records;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Legal entities, bodies, meetings and terms as pages and callers see them.
@Component
@Transactional(readOnly = true)
class BodyPages {

  private final DSLContext sql;

  BodyPages(DSLContext sql) {
    this.sql = sql;
  }

  List<BodyRow> bodies(LocalDate today) {
    Field<LocalDate> next =
        field(
            select(min(MEETING.DAY))
                .from(MEETING)
                .where(MEETING.TENANT_ID.eq(CURRENT_BODY.TENANT_ID))
                .and(MEETING.BODY_ID.eq(CURRENT_BODY.BODY_ID))
                .and(MEETING.DAY.ge(today)));
    return sql.select(
            CURRENT_BODY.BODY_ID,
            CURRENT_BODY.NAME,
            CURRENT_BODY.KIND,
            CURRENT_LEGAL_ENTITY.NAME,
            next)
        .from(CURRENT_BODY)
        .join(CURRENT_LEGAL_ENTITY)
        .on(
            CURRENT_LEGAL_ENTITY.TENANT_ID.eq(CURRENT_BODY.TENANT_ID),
            CURRENT_LEGAL_ENTITY.LEGAL_ENTITY_ID.eq(CURRENT_BODY.LEGAL_ENTITY_ID))
        .orderBy(CURRENT_LEGAL_ENTITY.KIND.desc(), CURRENT_LEGAL_ENTITY.NAME, CURRENT_BODY.NAME)
        .fetch(row ->
            new BodyRow(row.value1(), row.value2(), row.value3(), row.value4(), row.value5()));
  }

  Optional<BodyFacts> body(UUID id) {
    return sql.select(
            BODY.ID,
            BODY.NAME,
            BODY.KIND,
            BODY.REFERENCE_PATTERN,
            BODY.VERSION,
            LEGAL_ENTITY.NAME,
            BODY.TO_DAY)
        .from(BODY)
        .join(LEGAL_ENTITY)
        .on(LEGAL_ENTITY.TENANT_ID.eq(BODY.TENANT_ID), LEGAL_ENTITY.ID.eq(BODY.LEGAL_ENTITY_ID))
        .where(BODY.ID.eq(id))
        .fetchOptional(Records.mapping(BodyFacts::new));
  }

  Optional<EntityFacts> entity(UUID id) {
    return sql.select(
            LEGAL_ENTITY.ID,
            LEGAL_ENTITY.NAME,
            LEGAL_ENTITY.KIND,
            LEGAL_ENTITY.ORGANISATION_NUMBER,
            LEGAL_ENTITY.VERSION,
            LEGAL_ENTITY.TO_DAY)
        .from(LEGAL_ENTITY)
        .where(LEGAL_ENTITY.ID.eq(id))
        .fetchOptional(Records.mapping(EntityFacts::new));
  }

  List<MeetingRow> meetings(UUID body, LocalDate from) {
    return sql.select(MEETING.ID, MEETING.DAY, MEETING.PAPERS_DAY)
        .from(MEETING)
        .where(MEETING.BODY_ID.eq(body))
        .and(MEETING.DAY.ge(from))
        .orderBy(MEETING.DAY)
        .limit(60)
        .fetch(row -> new MeetingRow(row.value1(), row.value2(), row.value3()));
  }

  List<EntityRow> entities() {
    return sql.select(
            CURRENT_LEGAL_ENTITY.LEGAL_ENTITY_ID,
            CURRENT_LEGAL_ENTITY.NAME,
            CURRENT_LEGAL_ENTITY.KIND)
        .from(CURRENT_LEGAL_ENTITY)
        .orderBy(CURRENT_LEGAL_ENTITY.KIND.desc(), CURRENT_LEGAL_ENTITY.NAME)
        .fetch(row -> new EntityRow(row.value1(), row.value2(), row.value3()));
  }

  List<TermRow> terms() {
    return sql.select(
            TERM_OF_OFFICE.ID,
            TERM_OF_OFFICE.KIND,
            TERM_OF_OFFICE.FROM_DAY,
            TERM_OF_OFFICE.TO_DAY,
            TERM_OF_OFFICE.SOURCE)
        .from(TERM_OF_OFFICE)
        .orderBy(TERM_OF_OFFICE.FROM_DAY.desc(), TERM_OF_OFFICE.KIND)
        .limit(40)
        .fetch(Records.mapping(TermRow::new));
  }
}
