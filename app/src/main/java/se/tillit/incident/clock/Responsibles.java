package se.tillit.incident.clock;

import static se.tillit.schema.organisation.Tables.CURRENT_BODY;
import static se.tillit.schema.organisation.Tables.CURRENT_LEGAL_ENTITY;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.tillit.incident.regime.Regime;

/// Who may answer for a regime: each legal entity under cybersäkerhetslagen, each controller under
/// the data protection regulation. The council and boards that adjudicate are no controllers of
/// operations here, and never answer by themselves under CSL (1 kap. 14 §).
@Component
class Responsibles {

  private static final Set<String> CONTROLLERS =
      Set.of("executive_board", "board", "company_board", "guardian", "directorate");

  private final DSLContext sql;

  Responsibles(DSLContext sql) {
    this.sql = sql;
  }

  @Transactional(readOnly = true)
  public List<StatutoryClock.Responsible> all(Regime.Responsible kind) {
    return kind.isBody()
        ? bodies(CURRENT_BODY.KIND.in(CONTROLLERS))
        : entities(org.jooq.impl.DSL.noCondition());
  }

  @Transactional(readOnly = true)
  public Optional<StatutoryClock.Responsible> find(Regime.Responsible kind, UUID id) {
    List<StatutoryClock.Responsible> found =
        kind.isBody()
            ? bodies(CURRENT_BODY.BODY_ID.eq(id).and(CURRENT_BODY.KIND.in(CONTROLLERS)))
            : entities(CURRENT_LEGAL_ENTITY.LEGAL_ENTITY_ID.eq(id));
    return found.stream().findFirst();
  }

  /// The ones of these that may answer.
  @Transactional(readOnly = true)
  public List<StatutoryClock.Responsible> among(
      Regime.Responsible kind, Collection<UUID> bodies, Collection<UUID> entities) {
    var found = new ArrayList<StatutoryClock.Responsible>();
    if (kind.isBody()) {
      found.addAll(bodies(CURRENT_BODY.BODY_ID.in(bodies).and(CURRENT_BODY.KIND.in(CONTROLLERS))));
    } else {
      found.addAll(entities(CURRENT_LEGAL_ENTITY.LEGAL_ENTITY_ID.in(entities)));
    }
    return found;
  }

  private List<StatutoryClock.Responsible> bodies(Condition which) {
    return sql.select(CURRENT_BODY.BODY_ID, CURRENT_BODY.NAME)
        .from(CURRENT_BODY)
        .where(which)
        .orderBy(CURRENT_BODY.NAME)
        .fetch(row -> new StatutoryClock.Responsible(null, row.value1(), row.value2(), ""));
  }

  private List<StatutoryClock.Responsible> entities(Condition which) {
    return sql.select(CURRENT_LEGAL_ENTITY.LEGAL_ENTITY_ID, CURRENT_LEGAL_ENTITY.NAME)
        .from(CURRENT_LEGAL_ENTITY)
        .where(which)
        .orderBy(CURRENT_LEGAL_ENTITY.KIND.desc(), CURRENT_LEGAL_ENTITY.NAME)
        .fetch(row -> new StatutoryClock.Responsible(row.value1(), null, row.value2(), ""));
  }
}
