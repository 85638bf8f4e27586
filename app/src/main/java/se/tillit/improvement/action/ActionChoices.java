package se.tillit.improvement.action;

import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static se.tillit.schema.improvement.Tables.GOAL;
import static se.tillit.schema.organisation.Tables.CURRENT_BODY;
import static se.tillit.schema.organisation.Tables.CURRENT_UNIT;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record2;
import org.jooq.SelectLimitPercentStep;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.tillit.identity.Viewer;
import se.tillit.improvement.ImprovementPermissions;
import se.tillit.web.Option;
import se.tillit.web.Words;

/// What a form offers to choose among: units and bodies within reach, goals, sources.
@Component
public class ActionChoices {

  private static final int MOST_GOALS = 500;
  private static final int MOST_UNITS = 2_500;
  private static final int FEW = 60;
  private static final List<String> SOURCES =
      List.of("finding", "review", "incident", "clause", "asset");

  private final DSLContext sql;

  ActionChoices(DSLContext sql) {
    this.sql = sql;
  }

  @Transactional(readOnly = true)
  public List<Option> units(Viewer viewer, String permission, @Nullable String chosen) {
    return sql.select(CURRENT_UNIT.UNIT_ID, CURRENT_UNIT.NAME)
        .from(CURRENT_UNIT)
        .where(viewer.scope(permission).covers(CURRENT_UNIT.UNIT_ID))
        .orderBy(CURRENT_UNIT.NAME)
        .limit(MOST_UNITS)
        .fetch(row -> option(row.value1(), row.value2(), chosen));
  }

  /// The uppermost units within reach, to filter by, and always the one filtered by now: kind by
  /// kind from its index, which stops at enough, never a sort of all units.
  @Transactional(readOnly = true)
  public List<Option> filterUnits(Viewer viewer, @Nullable UUID chosen) {
    Condition reached = viewer.scope(ImprovementPermissions.READ).covers(CURRENT_UNIT.UNIT_ID);
    var uppermost =
        ofKind("administration", reached)
            .unionAll(ofKind("company", reached))
            .unionAll(ofKind("department", reached))
            .unionAll(ofKind("unit", reached))
            .limit(inline(FEW));
    var shown =
        chosen == null
            ? uppermost
            : select(CURRENT_UNIT.UNIT_ID, CURRENT_UNIT.NAME)
                .from(CURRENT_UNIT)
                .where(CURRENT_UNIT.UNIT_ID.eq(chosen))
                .and(reached)
                .union(uppermost);
    String wanted = chosen == null ? null : chosen.toString();
    return sql.fetch(shown).map(row -> option(row.value1(), row.value2(), wanted)).stream()
        .sorted(Comparator.comparing(Option::label, Words.SWEDISH.alphabetical()))
        .toList();
  }

  private static SelectLimitPercentStep<Record2<UUID, String>> ofKind(
      String kind, Condition reached) {
    return select(CURRENT_UNIT.UNIT_ID, CURRENT_UNIT.NAME)
        .from(CURRENT_UNIT)
        .where(CURRENT_UNIT.KIND.eq(inline(kind)))
        .and(reached)
        .orderBy(CURRENT_UNIT.NAME)
        .limit(inline(FEW));
  }

  /// The bodies within reach; none for those who reach a unit alone.
  @Transactional(readOnly = true)
  public List<Option> bodies(Viewer viewer, @Nullable UUID chosen) {
    return sql.select(CURRENT_BODY.BODY_ID, CURRENT_BODY.NAME)
        .from(CURRENT_BODY)
        .where(viewer.scope(ImprovementPermissions.READ).coversBody(CURRENT_BODY.BODY_ID))
        .orderBy(CURRENT_BODY.NAME)
        .fetch(
            row -> option(row.value1(), row.value2(), chosen == null ? null : chosen.toString()));
  }

  /// The open goals that an action may serve.
  @Transactional(readOnly = true)
  public List<Option> goals(@Nullable String chosen) {
    return sql.select(GOAL.ID, GOAL.TITLE)
        .from(GOAL)
        .where(GOAL.STATE.eq("open").or(GOAL.ID.eq(idOf(chosen))))
        .orderBy(GOAL.LEVEL, GOAL.TITLE, GOAL.ID)
        .limit(MOST_GOALS)
        .fetch(row -> option(row.value1(), row.value2(), chosen));
  }

  /// Where actions come from, as far as words know.
  List<Option> sources(Words words, @Nullable String chosen) {
    return SOURCES.stream()
        .map(kind -> Option.of(kind, words.t("improvement.source." + kind), kind.equals(chosen)))
        .toList();
  }

  private static Option option(UUID id, String name, @Nullable String chosen) {
    return Option.of(id.toString(), name, Objects.equals(id.toString(), chosen));
  }

  private static UUID idOf(@Nullable String chosen) {
    try {
      return chosen == null || chosen.isEmpty() ? new UUID(0, 0) : UUID.fromString(chosen);
    } catch (IllegalArgumentException e) {
      return new UUID(0, 0);
    }
  }
}
