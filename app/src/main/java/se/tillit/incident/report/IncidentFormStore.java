package se.tillit.incident.report;

import static org.jooq.impl.DSL.select;
import static se.tillit.schema.asset.Tables.CURRENT_ASSET;
import static se.tillit.schema.asset.Tables.CURRENT_CARRIER;
import static se.tillit.schema.incident.Tables.AFFECTED_ASSET;
import static se.tillit.schema.incident.Tables.AFFECTED_BODY;
import static se.tillit.schema.incident.Tables.AFFECTED_CARRIER;
import static se.tillit.schema.incident.Tables.AFFECTED_LEGAL_ENTITY;
import static se.tillit.schema.incident.Tables.INCIDENT;
import static se.tillit.schema.organisation.Tables.CURRENT_BODY;
import static se.tillit.schema.organisation.Tables.CURRENT_UNIT;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.tillit.incident.IncidentState;
import se.tillit.kernel.Acting;
import se.tillit.kernel.PersonId;

/// Rows of new cases, and what their reporters may see of them.
@Component
class IncidentFormStore {

  private final DSLContext sql;
  private final Clock clock;

  IncidentFormStore(DSLContext sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /// Where a report belongs.
  record Home(@Nullable UUID unit, @Nullable UUID body, @Nullable UUID legalEntity) {}

  /// The body and legal entity of what the reporter chose; nothing of what is not there.
  Home home(NewReport.Where where) {
    UUID body = where.body();
    if (where.unit() != null) {
      body =
          sql.select(CURRENT_UNIT.BODY_ID)
              .from(CURRENT_UNIT)
              .where(CURRENT_UNIT.UNIT_ID.eq(where.unit()))
              .fetchOptional(CURRENT_UNIT.BODY_ID)
              .orElse(null);
    }
    UUID entity =
        sql.select(CURRENT_BODY.LEGAL_ENTITY_ID)
            .from(CURRENT_BODY)
            .where(CURRENT_BODY.BODY_ID.eq(body == null ? new UUID(0, 0) : body))
            .fetchOptional(CURRENT_BODY.LEGAL_ENTITY_ID)
            .orElse(null);
    return entity == null ? new Home(null, null, null) : new Home(where.unit(), body, entity);
  }

  void insert(UUID id, String reference, NewReport report, Home home, @Nullable String ground) {
    PersonId me = report.anonymous() ? null : Acting.current().person();
    var now = clock.instant();
    sql.insertInto(INCIDENT)
        .set(INCIDENT.TENANT_ID, tenant())
        .set(INCIDENT.ID, id)
        .set(INCIDENT.REFERENCE, reference)
        .set(INCIDENT.TITLE, report.title())
        .set(INCIDENT.HAPPENING, report.happening().strip())
        .set(INCIDENT.ABOUT, report.about().words())
        .set(INCIDENT.CERTAINTY, report.certainty().name())
        .set(INCIDENT.NOTICED_AT, report.noticed())
        .set(INCIDENT.AWARE_AT, now)
        .set(INCIDENT.REPORTED_AT, now)
        .set(INCIDENT.REPORTER_PERSON_ID, me == null ? null : me.value())
        .set(INCIDENT.ANONYMOUS, report.anonymous())
        .set(INCIDENT.UNIT_ID, home.unit())
        .set(INCIDENT.BODY_ID, home.body())
        .set(INCIDENT.LEGAL_ENTITY_ID, home.legalEntity())
        .set(INCIDENT.SECRECY_GROUND, ground)
        .set(INCIDENT.PERSONAL_DATA, report.personalData())
        .execute();
    affect(id, home);
    affect(id, report.about());
  }

  /// Nothing but that there is something: who has it, and since when.
  void insertPointer(UUID id, String reference, boolean anonymous) {
    PersonId me = anonymous ? null : Acting.current().person();
    sql.insertInto(INCIDENT)
        .set(INCIDENT.TENANT_ID, tenant())
        .set(INCIDENT.ID, id)
        .set(INCIDENT.REFERENCE, reference)
        .set(INCIDENT.CERTAINTY, "SUSPECTED")
        .set(INCIDENT.REPORTED_AT, clock.instant())
        .set(INCIDENT.REPORTER_PERSON_ID, me == null ? null : me.value())
        .set(INCIDENT.ANONYMOUS, anonymous)
        .set(INCIDENT.SECURITY_PROTECTION, "YES")
        .execute();
  }

  private void affect(UUID id, Home home) {
    if (home.body() != null) {
      sql.insertInto(AFFECTED_BODY).values(tenant(), id, home.body()).execute();
    }
    if (home.legalEntity() != null) {
      sql.insertInto(AFFECTED_LEGAL_ENTITY).values(tenant(), id, home.legalEntity()).execute();
    }
  }

  private void affect(UUID id, NewReport.About about) {
    sql.insertInto(AFFECTED_ASSET)
        .select(
            select(CURRENT_ASSET.TENANT_ID, DSL.val(id), CURRENT_ASSET.ASSET_ID)
                .from(CURRENT_ASSET)
                .where(CURRENT_ASSET.ASSET_ID.in(about.assets())))
        .execute();
    sql.insertInto(AFFECTED_CARRIER)
        .select(
            select(CURRENT_CARRIER.TENANT_ID, DSL.val(id), CURRENT_CARRIER.CARRIER_ID)
                .from(CURRENT_CARRIER)
                .where(CURRENT_CARRIER.CARRIER_ID.in(about.carriers())))
        .execute();
  }

  Optional<Receipt> receipt(UUID id) {
    return receipts(INCIDENT.ID.eq(id), 1).stream().findFirst();
  }

  List<Receipt> of(PersonId reporter) {
    return receipts(INCIDENT.REPORTER_PERSON_ID.eq(reporter.value()), 200);
  }

  private List<Receipt> receipts(Condition which, int most) {
    return sql.select(
            INCIDENT.ID,
            INCIDENT.REFERENCE,
            INCIDENT.REPORTED_AT,
            INCIDENT.STATE,
            INCIDENT.SECURITY_PROTECTION,
            INCIDENT.DUPLICATE_OF,
            INCIDENT.ANONYMOUS,
            INCIDENT.HAPPENING)
        .from(INCIDENT)
        .where(which)
        .orderBy(INCIDENT.REPORTED_AT.desc(), INCIDENT.ID.desc())
        .limit(most)
        .fetch(row -> {
          boolean open = row.get(INCIDENT.SECURITY_PROTECTION).equals("NO");
          return new Receipt(
              row.get(INCIDENT.ID),
              row.get(INCIDENT.REFERENCE),
              row.get(INCIDENT.REPORTED_AT),
              IncidentState.of(row.get(INCIDENT.STATE)),
              !open,
              row.get(INCIDENT.DUPLICATE_OF) != null,
              row.get(INCIDENT.ANONYMOUS),
              open ? row.get(INCIDENT.HAPPENING) : "");
        });
  }

  private static UUID tenant() {
    return Acting.current().tenant().value();
  }
}
