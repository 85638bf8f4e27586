package se.tillit.improvement.action;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.array;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static se.tillit.schema.improvement.Tables.ACTION;
import static se.tillit.schema.improvement.Tables.PUBLISHED_ACTION;
import static se.tillit.schema.organisation.Tables.CURRENT_ASSIGNMENT;
import static se.tillit.schema.organisation.Tables.CURRENT_UNIT_ANCESTOR;

import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import se.tillit.schema.improvement.tables.Action;
import se.tillit.schema.organisation.tables.CurrentUnitAncestor;

/// In whose hands actions lie, said so that the keys of owner, deputy and unit are used: who
/// answers for an action is worked out row by row, and must be asked of few rows.
public final class Hands {

  private static final Action HELD = ACTION.as("held");
  private static final CurrentUnitAncestor MINE = CURRENT_UNIT_ANCESTOR.as("mine");
  private static final CurrentUnitAncestor NEARER = CURRENT_UNIT_ANCESTOR.as("nearer");

  private Hands() {}

  /// Hers by choice, or of a unit that she is the nearest manager of.
  static Condition touching(Action action, @Nullable UUID person) {
    return person == null
        ? falseCondition()
        : action
            .OWNER_ID
            .eq(person)
            .or(action.DEPUTY_ID.eq(person))
            .or(action.UNIT_ID.eq(any(managed(person))));
  }

  /// Hers by choice, or hers to answer for today.
  static Condition of(Action action, @Nullable UUID person) {
    return person == null
        ? falseCondition()
        : action
            .ID
            .eq(any(held(person)))
            .and(
                action
                    .OWNER_ID
                    .eq(person)
                    .or(action.DEPUTY_ID.eq(person))
                    .or(
                        exists(
                            selectOne()
                                .from(PUBLISHED_ACTION)
                                .where(PUBLISHED_ACTION.TENANT_ID.eq(action.TENANT_ID))
                                .and(PUBLISHED_ACTION.ACTION_ID.eq(action.ID))
                                .and(PUBLISHED_ACTION.PERSON_ID.eq(person)))));
  }

  /// All that may be hers, each by its own key: one condition of three would read every open
  /// action.
  private static Field<UUID[]> held(UUID person) {
    return array(
        select(HELD.ID)
            .from(HELD)
            .where(HELD.OWNER_ID.eq(person))
            .unionAll(select(HELD.ID).from(HELD).where(HELD.DEPUTY_ID.eq(person)))
            .unionAll(select(HELD.ID).from(HELD).where(HELD.UNIT_ID.eq(any(managed(person))))));
  }

  /// Those of the published actions that she answers for today.
  public static Condition answeredBy(UUID person) {
    return PUBLISHED_ACTION
        .OWNER_ID
        .eq(person)
        .or(PUBLISHED_ACTION.DEPUTY_ID.eq(person))
        .or(PUBLISHED_ACTION.UNIT_ID.eq(any(managed(person))))
        .and(PUBLISHED_ACTION.PERSON_ID.eq(person));
  }

  /// The units that have no manager nearer than she.
  private static Field<UUID[]> managed(UUID person) {
    var manager = CURRENT_ASSIGNMENT.as("manager");
    var other = CURRENT_ASSIGNMENT.as("other");
    return array(
        select(MINE.UNIT_ID)
            .from(MINE)
            .join(manager)
            .on(manager.TENANT_ID.eq(MINE.TENANT_ID))
            .and(manager.UNIT_ID.eq(MINE.ANCESTOR_ID))
            .where(manager.PERSON_ID.eq(person))
            .and(manager.KIND.eq(inline("manager")))
            .and(
                notExists(
                    selectOne()
                        .from(NEARER)
                        .join(other)
                        .on(other.TENANT_ID.eq(NEARER.TENANT_ID))
                        .and(other.UNIT_ID.eq(NEARER.ANCESTOR_ID))
                        .and(other.KIND.eq(inline("manager")))
                        .where(NEARER.TENANT_ID.eq(MINE.TENANT_ID))
                        .and(NEARER.UNIT_ID.eq(MINE.UNIT_ID))
                        .and(NEARER.DEPTH.lt(MINE.DEPTH)))));
  }
}
