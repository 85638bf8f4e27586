package se.tillit.classification.measure;

import static org.jooq.impl.DSL.case_;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static se.tillit.schema.asset.Tables.ASSET_OWNER;
import static se.tillit.schema.asset.Tables.CURRENT_ASSET;
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
        coalesce(CURRENT_ASSET.CLASS_UNTIL, inline(NEVER, SQLDataType.LOCALDATE))
            .ge(Routines.today());
    return sql.select(
            CURRENT_UNIT.BODY_ID,
            CURRENT_ASSET.UNIT_ID,
            CURRENT_ASSET.ASSET_ID,
            CURRENT_ASSET.NAME,
            field(met),
            case_()
                .when(met, inline(""))
                .when(
                    CURRENT_ASSET.CLASS_UNTIL.isNull(),
                    inline("classification.indicator.valid.remedy.none"))
                .else_(inline("classification.indicator.valid.remedy.expired")),
            coalesce(ASSET_OWNER.OWNER_ID, ASSET_OWNER.STEWARD_ID),
            concat(
                inline("/assets/"),
                CURRENT_ASSET.ASSET_ID.cast(SQLDataType.VARCHAR),
                inline("/classification")))
        .from(CURRENT_ASSET)
        .join(CURRENT_UNIT)
        .on(CURRENT_UNIT.UNIT_ID.eq(CURRENT_ASSET.UNIT_ID))
        .join(ASSET_OWNER)
        .on(ASSET_OWNER.ASSET_ID.eq(CURRENT_ASSET.ASSET_ID));
  }
}
