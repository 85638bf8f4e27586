package se.tillit.improvement.action;

import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.when;
import static se.tillit.schema.improvement.Tables.ACTION;
import static se.tillit.schema.organisation.Tables.CURRENT_UNIT;
import static se.tillit.schema.organisation.Tables.PERSON_NAME;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What a spreadsheet of actions holds so that the import reads it back, for the rows of a page in
/// one statement.
@Component
class ActionExtras {

  private final DSLContext sql;

  ActionExtras(DSLContext sql) {
    this.sql = sql;
  }

  /// An action with the rest of its row.
  record Full(Action action, Extra extra) {}

  /// @param unit the name of the unit, with the one above where others share it
  /// @param owner the e-mail address of the owner who was appointed
  record Extra(UUID id, @Nullable String unit, @Nullable String owner) {}

  @Transactional(readOnly = true)
  public List<Full> of(List<Action> actions) {
    Map<UUID, Extra> extras =
        read(actions.stream().map(Action::id).toList()).stream()
            .collect(Collectors.toMap(Extra::id, extra -> extra));
    var full = new ArrayList<Full>();
    for (Action action : actions) {
      Extra extra = extras.get(action.id());
      if (extra != null) {
        full.add(new Full(action, extra));
      }
    }
    return full;
  }

  private List<Extra> read(List<UUID> ids) {
    var namesake = CURRENT_UNIT.as("namesake");
    var above = CURRENT_UNIT.as("above");
    var shared =
        exists(
            selectOne()
                .from(namesake)
                .where(namesake.NAME.equalIgnoreCase(CURRENT_UNIT.NAME))
                .and(namesake.UNIT_ID.ne(CURRENT_UNIT.UNIT_ID)));
    return sql.select(
            ACTION.ID,
            when(
                    shared.and(above.NAME.isNotNull()),
                    CURRENT_UNIT.NAME.concat(inline(" ("), above.NAME, inline(")")))
                .otherwise(CURRENT_UNIT.NAME),
            when(PERSON_NAME.PROTECTED.isFalse(), PERSON_NAME.EMAIL))
        .from(ACTION)
        .leftJoin(CURRENT_UNIT)
        .on(CURRENT_UNIT.TENANT_ID.eq(ACTION.TENANT_ID))
        .and(CURRENT_UNIT.UNIT_ID.eq(ACTION.UNIT_ID))
        .leftJoin(above)
        .on(above.TENANT_ID.eq(CURRENT_UNIT.TENANT_ID))
        .and(above.UNIT_ID.eq(CURRENT_UNIT.PARENT_ID))
        .leftJoin(PERSON_NAME)
        .on(PERSON_NAME.TENANT_ID.eq(ACTION.TENANT_ID))
        .and(PERSON_NAME.PERSON_ID.eq(ACTION.OWNER_ID))
        .where(ACTION.ID.in(ids))
        .fetch(Records.mapping(Extra::new));
  }
}
