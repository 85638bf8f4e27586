package se.tillit.classification.measure;

import static org.jooq.impl.DSL.case_;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static se.tillit.schema.asset.Tables.CURRENT_CARRIER;
import static se.tillit.schema.classification.Tables.CARRIER_STANDING;
import static se.tillit.schema.organisation.Tables.CURRENT_MANAGER;
import static se.tillit.schema.organisation.Tables.CURRENT_UNIT;

import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record8;
import org.jooq.Select;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;
import se.tillit.identity.Role;
import se.tillit.indicator.Indicator;

/// Carriers whose level is settled: all that they carry is classified, and the classes still stand
/// (K-4.1.4b).
@Component
class CarrierSettled implements Indicator {

  private final DSLContext sql;

  CarrierSettled(DSLContext sql) {
    this.sql = sql;
  }

  @Override
  public String key() {
    return "classification.carrier-settled";
  }

  @Override
  public Set<String> subjects() {
    return Set.of("carrier", "asset", "classification", "unit");
  }

  @Override
  public String responsible() {
    return Role.SYSTEM_OWNER.key();
  }

  @Override
  public Select<Record8<UUID, UUID, UUID, String, Boolean, String, UUID, String>> records() {
    Condition met =
        CARRIER_STANDING
            .CARRIED
            .gt(0L)
            .and(CARRIER_STANDING.CLASSIFIED.eq(CARRIER_STANDING.CARRIED));
    return sql.select(
            CURRENT_UNIT.BODY_ID,
            CURRENT_CARRIER.UNIT_ID,
            CURRENT_CARRIER.CARRIER_ID,
            CURRENT_CARRIER.NAME,
            field(met),
            case_()
                .when(met, inline(""))
                .when(
                    CARRIER_STANDING.CARRIED.eq(0L),
                    inline("classification.indicator.carrier-settled.remedy.empty"))
                .else_(inline("classification.indicator.carrier-settled.remedy.unclassified")),
            coalesce(CURRENT_CARRIER.DELEGATED_OWNER, CURRENT_MANAGER.PERSON_ID),
            concat(inline("/carriers/"), CURRENT_CARRIER.CARRIER_ID.cast(SQLDataType.VARCHAR)))
        .from(CURRENT_CARRIER)
        .join(CARRIER_STANDING)
        .on(CARRIER_STANDING.CARRIER_ID.eq(CURRENT_CARRIER.CARRIER_ID))
        .join(CURRENT_UNIT)
        .on(CURRENT_UNIT.UNIT_ID.eq(CURRENT_CARRIER.UNIT_ID))
        .leftJoin(CURRENT_MANAGER)
        .on(CURRENT_MANAGER.UNIT_ID.eq(CURRENT_CARRIER.UNIT_ID));
  }
}
