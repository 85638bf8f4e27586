package se.tillit.governingdocument.clause;

import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.select;
import static se.tillit.schema.governingdocument.Tables.REPORT_DUTY;
import static se.tillit.schema.governingdocument.Tables.REPORT_DUTY_BODY;
import static se.tillit.schema.organisation.Tables.CURRENT_BODY;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Records;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.tillit.kernel.Acting;

/// Rows of the duty to report.
@Component
class ReportDutyStore {

  private static final Field<Set<UUID>> BODIES =
      multiset(
              select(REPORT_DUTY_BODY.BODY_ID)
                  .from(REPORT_DUTY_BODY)
                  .where(REPORT_DUTY_BODY.TENANT_ID.eq(REPORT_DUTY.TENANT_ID))
                  .and(REPORT_DUTY_BODY.CLAUSE_ID.eq(REPORT_DUTY.CLAUSE_ID)))
          .convertFrom(rows -> new HashSet<>(rows.map(row -> row.value1())));

  private final DSLContext sql;

  ReportDutyStore(DSLContext sql) {
    this.sql = sql;
  }

  Map<UUID, ReportDuty> ofDocument(UUID document) {
    return where(REPORT_DUTY.DOCUMENT_ID.eq(document));
  }

  @Nullable ReportDuty of(UUID clause) {
    return where(REPORT_DUTY.CLAUSE_ID.eq(clause)).get(clause);
  }

  private Map<UUID, ReportDuty> where(Condition which) {
    return sql.select(REPORT_DUTY.fields())
        .select(BODIES)
        .from(REPORT_DUTY)
        .where(which)
        .fetchMap(REPORT_DUTY.CLAUSE_ID, ReportDutyStore::duty);
  }

  private static ReportDuty duty(Record row) {
    return new ReportDuty(
        new HashSet<>(Arrays.asList(row.get(REPORT_DUTY.KINDS))),
        row.get(BODIES),
        row.get(REPORT_DUTY.EVERY_MONTHS),
        row.get(REPORT_DUTY.FIRST_DUE),
        row.get(REPORT_DUTY.LEAD_DAYS));
  }

  void put(UUID document, UUID clause, @Nullable ReportDuty duty) {
    sql.deleteFrom(REPORT_DUTY).where(REPORT_DUTY.CLAUSE_ID.eq(clause)).execute();
    if (duty == null) {
      return;
    }
    sql.insertInto(REPORT_DUTY)
        .set(REPORT_DUTY.TENANT_ID, Acting.current().tenant().value())
        .set(REPORT_DUTY.DOCUMENT_ID, document)
        .set(REPORT_DUTY.CLAUSE_ID, clause)
        .set(REPORT_DUTY.KINDS, duty.kinds().stream().sorted().toArray(String[]::new))
        .set(REPORT_DUTY.EVERY_MONTHS, duty.everyMonths())
        .set(REPORT_DUTY.FIRST_DUE, duty.firstDue())
        .set(REPORT_DUTY.LEAD_DAYS, duty.leadDays())
        .execute();
    for (UUID body : duty.bodies()) {
      sql.insertInto(REPORT_DUTY_BODY)
          .set(REPORT_DUTY_BODY.TENANT_ID, Acting.current().tenant().value())
          .set(REPORT_DUTY_BODY.CLAUSE_ID, clause)
          .set(REPORT_DUTY_BODY.BODY_ID, body)
          .execute();
    }
  }

  /// A body that can be reported to.
  record Body(UUID id, String name) {}

  List<Body> bodies() {
    return sql.select(CURRENT_BODY.BODY_ID, CURRENT_BODY.NAME)
        .from(CURRENT_BODY)
        .orderBy(CURRENT_BODY.NAME)
        .fetch(Records.mapping(Body::new));
  }
}
