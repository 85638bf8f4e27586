package se.tillit.organisation.duty;

import static se.tillit.schema.organisation.Tables.CURRENT_BODY;
import static se.tillit.schema.organisation.Tables.LIVING_HOLDER;
import static se.tillit.schema.organisation.Tables.ROLE_EXPECTATION;
import static se.tillit.schema.organisation.Tables.ROLE_HOLDING;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.springframework.stereotype.Component;
import se.tillit.kernel.Acting;

/// The rows of duties held and expected.
@Component
class DutyStore {

  private final DSLContext sql;

  DutyStore(DSLContext sql) {
    this.sql = sql;
  }

  void insert(UUID id, NewHolding holding) {
    sql.insertInto(ROLE_HOLDING)
        .set(ROLE_HOLDING.TENANT_ID, tenant())
        .set(ROLE_HOLDING.ID, id)
        .set(ROLE_HOLDING.ROLE, holding.duty().key())
        .set(ROLE_HOLDING.PERSON_ID, holding.person())
        .set(ROLE_HOLDING.LEGAL_ENTITY_ID, holding.scope().entity())
        .set(ROLE_HOLDING.BODY_ID, holding.scope().body())
        .set(ROLE_HOLDING.UNIT_ID, holding.scope().unit())
        .set(ROLE_HOLDING.DEPUTY, holding.deputy())
        .set(ROLE_HOLDING.FROM_DAY, holding.period().from())
        .set(ROLE_HOLDING.TO_DAY, holding.period().to())
        .execute();
  }

  /// The duty whose holding ended.
  Optional<String> end(UUID id, LocalDate last) {
    return sql.update(ROLE_HOLDING)
        .set(ROLE_HOLDING.TO_DAY, last)
        .set(ROLE_HOLDING.VERSION, ROLE_HOLDING.VERSION.plus(1))
        .where(ROLE_HOLDING.ID.eq(id))
        .and(ROLE_HOLDING.FROM_DAY.le(last))
        .and(ROLE_HOLDING.TO_DAY.isNull().or(ROLE_HOLDING.TO_DAY.gt(last)))
        .returningResult(ROLE_HOLDING.ROLE)
        .fetchOptional(ROLE_HOLDING.ROLE);
  }

  /// What a holding is for.
  Optional<NewHolding.For> placeOf(UUID holding) {
    return sql.select(ROLE_HOLDING.LEGAL_ENTITY_ID, ROLE_HOLDING.BODY_ID, ROLE_HOLDING.UNIT_ID)
        .from(ROLE_HOLDING)
        .where(ROLE_HOLDING.ID.eq(holding))
        .fetchOptional(Records.mapping(NewHolding.For::new));
  }

  Set<UUID> bodiesOf(UUID entity) {
    return sql.select(CURRENT_BODY.BODY_ID)
        .from(CURRENT_BODY)
        .where(CURRENT_BODY.LEGAL_ENTITY_ID.eq(entity))
        .fetchSet(CURRENT_BODY.BODY_ID);
  }

  /// Whether nobody who is still there holds the duty for just that, as holder or as deputy.
  boolean isVacant(NewHolding wanted) {
    return !sql.fetchExists(
        LIVING_HOLDER,
        LIVING_HOLDER.ROLE.eq(wanted.duty().key()),
        LIVING_HOLDER.DEPUTY.eq(wanted.deputy()),
        LIVING_HOLDER.LEGAL_ENTITY_ID.isNotDistinctFrom(wanted.scope().entity()),
        LIVING_HOLDER.BODY_ID.isNotDistinctFrom(wanted.scope().body()),
        LIVING_HOLDER.UNIT_ID.isNotDistinctFrom(wanted.scope().unit()));
  }

  boolean wasEverHeld(Duty duty) {
    return sql.fetchExists(ROLE_HOLDING, ROLE_HOLDING.ROLE.eq(duty.key()));
  }

  Set<String> expected() {
    return sql.select(ROLE_EXPECTATION.ROLE).from(ROLE_EXPECTATION).fetchSet(ROLE_EXPECTATION.ROLE);
  }

  /// Answers the id that stands, an earlier one where the duty was expected already.
  UUID expect(UUID id, Duty duty, String per, boolean deputy) {
    return sql.insertInto(ROLE_EXPECTATION)
        .set(ROLE_EXPECTATION.TENANT_ID, tenant())
        .set(ROLE_EXPECTATION.ID, id)
        .set(ROLE_EXPECTATION.ROLE, duty.key())
        .set(ROLE_EXPECTATION.PER, per)
        .set(ROLE_EXPECTATION.NEEDS_DEPUTY, deputy)
        .onConflict(ROLE_EXPECTATION.TENANT_ID, ROLE_EXPECTATION.ROLE)
        .doUpdate()
        .set(ROLE_EXPECTATION.PER, per)
        .set(ROLE_EXPECTATION.NEEDS_DEPUTY, deputy)
        .set(ROLE_EXPECTATION.VERSION, ROLE_EXPECTATION.VERSION.plus(1))
        .returningResult(ROLE_EXPECTATION.ID)
        .fetchSingle()
        .value1();
  }

  int expectNoMore(Duty duty) {
    return sql.deleteFrom(ROLE_EXPECTATION).where(ROLE_EXPECTATION.ROLE.eq(duty.key())).execute();
  }

  private static UUID tenant() {
    return Acting.current().tenant().value();
  }
}
