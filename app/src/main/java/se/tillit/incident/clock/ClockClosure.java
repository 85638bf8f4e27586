package se.tillit.incident.clock;

import static org.jooq.impl.DSL.inline;
import static se.tillit.schema.incident.Tables.CONFIGURATION;

import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import se.tillit.incident.ClosureDemand;
import se.tillit.incident.IncidentId;

/// A case is not closed while a clock runs: each is submitted, or decided not to be, with its
/// motive; and registered where the municipality demands a diary number.
@Component
class ClockClosure implements ClosureDemand {

  private final ClockReading reading;
  private final DSLContext sql;

  ClockClosure(ClockReading reading, DSLContext sql) {
    this.reading = reading;
    this.sql = sql;
  }

  @Override
  public List<Demand> of(IncidentId incident) {
    var demands = new ArrayList<Demand>();
    boolean diary = sql.fetchExists(CONFIGURATION, CONFIGURATION.DIARY_DEMANDED.eq(inline(true)));
    for (StatutoryClock clock : reading.ofIncident(incident.value())) {
      String path = "/clocks/" + clock.id();
      if (clock.state() == StatutoryClock.State.RUNNING) {
        demands.add(
            Demand.of(
                "incident.closure.clock-running", path, clock.name(), clock.responsible().name()));
      } else if (diary
          && clock.diaryNumber().isBlank()
          && clock.state() != StatutoryClock.State.EXCLUDED) {
        demands.add(
            Demand.of(
                "incident.closure.clock-unregistered",
                path,
                clock.name(),
                clock.responsible().name()));
      }
    }
    return demands;
  }
}
