package se.tillit.incident.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.tillit.testing.TillitTest;
import se.tillit.testing.Town;
import se.tillit.testing.Towns;
import se.tillit.web.State;

/// The demo shows each way that a clock may stand.
@TillitTest
class DemoClocksIT {

  @Autowired Towns towns;
  @Autowired DSLContext sql;
  @Autowired DemoClocks chapter;
  @Autowired ClockReading reading;

  @Test
  void showsClocksThatRunAreOverdueKeptAndDecidedAway() {
    Town town = towns.found();
    Instant now = Instant.now();
    List<UUID> cases =
        List.of(1, 80, 90, 100).stream()
            .map(hours -> Events.aCase(sql, town, now.minus(hours, ChronoUnit.HOURS)))
            .toList();
    town.within(() -> {
      chapter.write(town.key());
      return null;
    });
    assertThat(standing(town, cases.get(0), now)).containsOnly(State.AT_RISK, State.KEPT);
    assertThat(standing(town, cases.get(1), now)).containsExactly(State.NOT_KEPT);
    assertThat(states(town, cases.get(2))).containsExactly(StatutoryClock.State.KEPT);
    assertThat(states(town, cases.get(3))).containsExactly(StatutoryClock.State.WAIVED);
  }

  private List<State> standing(Town town, UUID incident, Instant now) {
    return town.within(() ->
        reading.ofIncident(incident).stream()
            .map(it -> it.next().orElseThrow().standing(now))
            .toList());
  }

  private List<StatutoryClock.State> states(Town town, UUID incident) {
    return town.within(
        () -> reading.ofIncident(incident).stream().map(StatutoryClock::state).toList());
  }
}
