package se.tillit.asset.register;

import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static se.tillit.schema.asset.Tables.INFORMATION_ASSET;

import java.time.LocalDate;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.Record5;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;
import se.tillit.deadline.TodoSource;
import se.tillit.schema.kernel.Routines;

/// The yearly word on each asset, asked of its owner from a month before the year is out.
@Component
class ConfirmTodos implements TodoSource {

  @Override
  public String kind() {
    return "asset.confirm";
  }

  @Override
  public Select<Record5<UUID, String, LocalDate, String, String>> todosOf(UUID person) {
    Field<LocalDate> due =
        DSL.field(
            "({0} + interval '1 year')::date",
            SQLDataType.LOCALDATE, INFORMATION_ASSET.CONFIRMED_ON);
    Field<LocalDate> soon =
        DSL.field("({0} - interval '11 months')::date", SQLDataType.LOCALDATE, Routines.today());
    Field<String> page = concat(inline("/assets/"), INFORMATION_ASSET.ID.cast(SQLDataType.VARCHAR));
    return select(
            INFORMATION_ASSET.ID,
            INFORMATION_ASSET.NAME,
            due,
            page,
            concat(page, inline("/confirmation")))
        .from(INFORMATION_ASSET)
        .where(INFORMATION_ASSET.STATE.eq("active"))
        .and(Answerable.by(person))
        .and(AssetConditions.CONFIRMED.lt(soon));
  }
}
