package se.tillit.classification.measure;

import static org.jooq.impl.DSL.case_;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static se.tillit.schema.asset.Tables.ASSET_OWNER;
import static se.tillit.schema.organisation.Tables.CURRENT_UNIT;

import java.time.LocalDate;
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
import se.tillit.schema.kernel.Routines;

/// Assets that are classified, and whose class still stands (K-4.1.4b).
@Component
class ValidClass implements Indicator {

  private static final LocalDate NEVER = LocalDate.of(1, 1, 1);

  private final DSLContext sql;

  ValidClass(DSLContext sql) {
    this.sql = sql;
  }

  @Override
  public String key() {
    return "classification.valid";
  }

  @Override
  public Set<String> subjects() {
    return Set.of("asset", "classification", "unit", "assignment");
  }

  @Override
  public String responsible() {
    return Role.MANAGER.key();
  }

  @Override
  public Select<Record8<UUID, UUID, UUID, String, Boolean, String, UUID, String>> records() {
    Condition met =
        coalesce(ASSET_OWNER.CLASS_UNTIL, inline(NEVER, SQLDataType.LOCALDATE))
            .ge(Routines.today());
    return sql.select(
            CURRENT_UNIT.BODY_ID,
            ASSET_OWNER.UNIT_ID,
            ASSET_OWNER.ASSET_ID,
            ASSET_OWNER.NAME,
            field(met),
            case_()
                .when(met, inline(""))
                .when(
                    ASSET_OWNER.CLASS_UNTIL.isNull(),
                    inline("classification.indicator.valid.remedy.none"))
                .else_(inline("classification.indicator.valid.remedy.expired")),
            coalesce(ASSET_OWNER.OWNER_ID, ASSET_OWNER.STEWARD_ID),
            concat(
                inline("/assets/"),
                ASSET_OWNER.ASSET_ID.cast(SQLDataType.VARCHAR),
                inline("/classification")))
        .from(ASSET_OWNER)
        .join(CURRENT_UNIT)
        .on(CURRENT_UNIT.UNIT_ID.eq(ASSET_OWNER.UNIT_ID));
  }
}
