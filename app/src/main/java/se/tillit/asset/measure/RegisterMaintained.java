package se.tillit.asset.measure;

import static org.jooq.impl.DSL.case_;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static se.tillit.schema.asset.Tables.CURRENT_ASSET;
import static se.tillit.schema.organisation.Tables.CURRENT_MANAGER;
import static se.tillit.schema.organisation.Tables.CURRENT_UNIT;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record8;
import org.jooq.Select;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;
import se.tillit.identity.Role;
import se.tillit.indicator.Indicator;

/// Units with a maintained register of assets (K-4a, M-1d): it has assets, and somebody has
/// confirmed some of them within a year.
@Component
class RegisterMaintained implements Indicator {

  private static final LocalDate NEVER = LocalDate.of(1, 1, 1);

  private final DSLContext sql;

  RegisterMaintained(DSLContext sql) {
    this.sql = sql;
  }

  @Override
  public String key() {
    return "asset.register-maintained";
  }

  @Override
  public Set<String> subjects() {
    return Set.of("asset", "unit", "assignment");
  }

  @Override
  public String responsible() {
    return Role.MANAGER.key();
  }

  @Override
  public Select<Record8<UUID, UUID, UUID, String, Boolean, String, UUID, String>> records() {
    var kept =
        select(CURRENT_ASSET.UNIT_ID.as("unit_id"), max(CURRENT_ASSET.CONFIRMED_ON).as("last"))
            .from(CURRENT_ASSET)
            .groupBy(CURRENT_ASSET.UNIT_ID)
            .asTable("kept");
    Field<UUID> unit = field(name("kept", "unit_id"), UUID.class);
    Field<LocalDate> last = field(name("kept", "last"), LocalDate.class);
    Condition met =
        coalesce(last, inline(NEVER, SQLDataType.LOCALDATE)).ge(AssetFigures.A_YEAR_AGO);
    return sql.select(
            CURRENT_UNIT.BODY_ID,
            CURRENT_UNIT.UNIT_ID,
            CURRENT_UNIT.UNIT_ID.as("record_id"),
            CURRENT_UNIT.NAME,
            field(met),
            case_()
                .when(met, inline(""))
                .when(unit.isNull(), inline("asset.indicator.register-maintained.remedy.empty"))
                .else_(inline("asset.indicator.register-maintained.remedy.stale")),
            CURRENT_MANAGER.PERSON_ID,
            concat(inline("/assets?unit="), CURRENT_UNIT.UNIT_ID.cast(SQLDataType.VARCHAR)))
        .from(CURRENT_UNIT)
        .leftJoin(kept)
        .on(unit.eq(CURRENT_UNIT.UNIT_ID))
        .leftJoin(CURRENT_MANAGER)
        .on(CURRENT_MANAGER.UNIT_ID.eq(CURRENT_UNIT.UNIT_ID));
  }
}
