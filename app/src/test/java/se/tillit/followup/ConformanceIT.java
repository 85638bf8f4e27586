package se.tillit.followup;

import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static se.tillit.schema.improvement.Tables.ACTION;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import se.tillit.identity.Role;
import se.tillit.kernel.Ids;
import se.tillit.testing.TillitTest;
import se.tillit.testing.Town;
import se.tillit.testing.Towns;

@TillitTest
class ConformanceIT {

  @Autowired Towns towns;
  @Autowired MockMvc mvc;
  @Autowired DSLContext sql;

  private Town town;

  @BeforeEach
  void adoptPolicy() {
    town = towns.found();
    new Policies(sql, town).adopt();
  }

  @Test
  @Tag("M-1a")
  void saysHonestlyThatNothingIsMeasured() throws Exception {
    mvc.perform(get("/" + town.key() + "/conformance").with(town.as(Role.COORDINATOR)))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString(Policies.DEMAND)))
        .andExpect(content().string(containsString("Detta är inledningen.")))
        .andExpect(content().string(containsString("2 mäts inte")));
  }

  @Test
  @Tag("K-4b")
  void tellsTheCoordinatorOfTheWholeAndTheManagerOfHerUnits() throws Exception {
    action(town.schools(), LocalDate.of(2020, 1, 1));
    action(town.office(), LocalDate.of(2099, 1, 1));

    standing(Role.COORDINATOR)
        .andExpect(jsonPath("$.items[0].clauses[0].state").value("not-kept"))
        .andExpect(jsonPath("$.items[0].clauses[0].figures[0].met").value(1))
        .andExpect(jsonPath("$.items[0].clauses[0].figures[0].total").value(2))
        .andExpect(jsonPath("$.items[0].states.notMeasured").value(1));
    standing(Role.MANAGER)
        .andExpect(jsonPath("$.items[0].clauses[0].figures[0].met").value(0))
        .andExpect(jsonPath("$.items[0].clauses[0].figures[0].total").value(1));
    standing(Role.ELECTED).andExpect(jsonPath("$.items[0].clauses[0].figures[0].total").value(1));
  }

  @Test
  @Tag("M-3a")
  void opensAFigureDownToTheRecordsBehindIt() throws Exception {
    action(town.school(), LocalDate.of(2020, 1, 1));

    for (String query :
        new String[] {"", "?body=" + town.schoolBoard(), "?unit=" + town.schools()}) {
      mvc.perform(
              get("/" + town.key() + "/indicators/improvement.actions-in-time" + query)
                  .with(town.as(Role.COORDINATOR)))
          .andExpect(status().isOk())
          .andExpect(content().string(containsString("Byt lås")))
          .andExpect(content().string(containsString("/actions/new?")));
    }
    mvc.perform(
            get("/"
                    + town.key()
                    + "/indicators/improvement.actions-in-time?body="
                    + town.executiveBoard())
                .with(town.as(Role.COORDINATOR)))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("Inga poster här")));
  }

  @Test
  void refusesTheWrongRole() throws Exception {
    mvc.perform(get("/" + town.key() + "/conformance").with(town.as(Role.ADMINISTRATOR)))
        .andExpect(status().isForbidden());
  }

  @Test
  void hidesTheOtherTenant() throws Exception {
    Town other = towns.found();

    mvc.perform(get("/" + town.key() + "/conformance").with(other.as(Role.COORDINATOR)))
        .andExpect(status().isNotFound());
    mvc.perform(get("/api/v1/" + town.key() + "/conformance").with(other.as(Role.COORDINATOR)))
        .andExpect(status().isNotFound());
  }

  @Test
  void knowsNoSuchIndicator() throws Exception {
    mvc.perform(get("/" + town.key() + "/indicators/no.such").with(town.as(Role.COORDINATOR)))
        .andExpect(status().isNotFound());
  }

  private org.springframework.test.web.servlet.ResultActions standing(Role role) throws Exception {
    return mvc.perform(get("/api/v1/" + town.key() + "/conformance").with(town.as(role)))
        .andExpect(status().isOk());
  }

  private UUID action(UUID unit, LocalDate due) {
    return town.within(() -> {
      UUID id = Ids.next();
      sql.insertInto(ACTION)
          .set(ACTION.TENANT_ID, town.tenant().id().value())
          .set(ACTION.ID, id)
          .set(ACTION.TITLE, "Byt lås")
          .set(ACTION.DESCRIPTION, "")
          .set(ACTION.GOAL, "")
          .set(ACTION.COST, "")
          .set(ACTION.UNIT_ID, unit)
          .set(ACTION.DUE_DAY, due)
          .set(ACTION.PRIORITY, "normal")
          .set(ACTION.STATE, "planned")
          .set(ACTION.CREATED_AT, Instant.EPOCH)
          .execute();
      return id;
    });
  }
}
