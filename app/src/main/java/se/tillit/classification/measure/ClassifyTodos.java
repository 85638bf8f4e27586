package se.tillit.classification.measure;

import static org.jooq.impl.DSL.castNull;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static se.tillit.schema.asset.Tables.ASSET_OWNER;

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

/// Assets to classify, or to classify again before the class runs out: asked of their owners.
@Component
class ClassifyTodos implements TodoSource {

  @Override
  public String kind() {
    return "classification.classify";
  }

  @Override
  public Select<Record5<UUID, String, LocalDate, String, String>> todosOf(UUID person) {
    Field<LocalDate> soon = DSL.field("({0} + 30)", SQLDataType.LOCALDATE, Routines.today());
    return select(
            ASSET_OWNER.ASSET_ID,
            ASSET_OWNER.NAME,
            ASSET_OWNER.CLASS_UNTIL,
            concat(
                inline("/assets/"),
                ASSET_OWNER.ASSET_ID.cast(SQLDataType.VARCHAR),
                inline("/classification")),
            castNull(SQLDataType.VARCHAR))
        .from(ASSET_OWNER)
        .where(ASSET_OWNER.OWNER_ID.eq(person))
        .and(ASSET_OWNER.CLASS_UNTIL.isNull().or(ASSET_OWNER.CLASS_UNTIL.lt(soon)));
  }
}
