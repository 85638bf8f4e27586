package se.tillit.asset.carrier;

import static se.tillit.schema.asset.Tables.CARRIER;
import static se.tillit.schema.asset.Tables.FLOW;

import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.tillit.audittrail.Detail;
import se.tillit.audittrail.Subject;
import se.tillit.audittrail.Trail;
import se.tillit.identity.Viewer;
import se.tillit.kernel.Acting;
import se.tillit.kernel.Ids;
import se.tillit.kernel.Refused;

/// How information goes from one carrier to another.
@Component
class Flows {

  private final DSLContext sql;
  private final CarrierRegister register;
  private final Trail trail;

  Flows(DSLContext sql, CarrierRegister register, Trail trail) {
    this.sql = sql;
    this.register = register;
    this.trail = trail;
  }

  @Transactional(readOnly = true)
  public List<FlowEnd> of(UUID carrier) {
    var outward =
        sql.select(CARRIER.ID, CARRIER.NAME, FLOW.NOTE, org.jooq.impl.DSL.inline(true))
            .from(FLOW)
            .join(CARRIER)
            .on(CARRIER.ID.eq(FLOW.TO_CARRIER))
            .where(FLOW.FROM_CARRIER.eq(carrier));
    var inward =
        sql.select(CARRIER.ID, CARRIER.NAME, FLOW.NOTE, org.jooq.impl.DSL.inline(false))
            .from(FLOW)
            .join(CARRIER)
            .on(CARRIER.ID.eq(FLOW.FROM_CARRIER))
            .where(FLOW.TO_CARRIER.eq(carrier));
    return outward.unionAll(inward).orderBy(4, 2).fetch(Records.mapping(FlowEnd::new));
  }

  @Transactional
  public void add(Viewer viewer, UUID from, UUID to, String note) {
    Carrier source = register.writable(viewer, from);
    if (from.equals(to)) {
      throw new Refused("asset.flow.to-itself").at("to");
    }
    Carrier goal = register.find(to);
    int added =
        sql.insertInto(FLOW)
            .set(FLOW.TENANT_ID, Acting.current().tenant().value())
            .set(FLOW.ID, Ids.next())
            .set(FLOW.FROM_CARRIER, from)
            .set(FLOW.TO_CARRIER, to)
            .set(FLOW.NOTE, note)
            .onConflictDoNothing()
            .execute();
    if (added > 0) {
      trail.record(
          "asset.flow-added",
          Subject.of("carrier", from, source.name()),
          Detail.of("to", goal.name()).with("note", note));
    }
  }

  @Transactional
  public void remove(Viewer viewer, UUID from, UUID to) {
    Carrier source = register.writable(viewer, from);
    int removed =
        sql.deleteFrom(FLOW)
            .where(FLOW.FROM_CARRIER.eq(from))
            .and(FLOW.TO_CARRIER.eq(to))
            .execute();
    if (removed > 0) {
      trail.record(
          "asset.flow-removed", Subject.of("carrier", from, source.name()), Detail.of("to", to));
    }
  }
}
