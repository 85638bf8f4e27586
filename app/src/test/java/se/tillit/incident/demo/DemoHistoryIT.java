package se.tillit.incident.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static se.tillit.schema.incident.Tables.INCIDENT;
import static se.tillit.schema.incident.Tables.SHIPPED_TERM;

import java.util.HashSet;
import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import se.tillit.identity.Role;
import se.tillit.incident.ledger.Ledger;
import se.tillit.testing.TillitTest;
import se.tillit.testing.Town;
import se.tillit.testing.Towns;

@TillitTest
class DemoHistoryIT {

  @Autowired Towns towns;
  @Autowired MockMvc mvc;
  @Autowired DSLContext sql;
  @Autowired DemoHistory demo;
  @Autowired Ledger ledger;

  @Test
  void givesFiguresAYearToCompareWithAndLeavesTheNextNumberFree() throws Exception {
    Town town = towns.found();
    String next =
        town.within(() -> {
          demo.write(town.key());
          return ledger.nextReference();
        });
    List<String> taken =
        town.within(() -> sql.select(INCIDENT.REFERENCE).from(INCIDENT).fetch(INCIDENT.REFERENCE));
    assertThat(taken).hasSize(PastEvent.all().size()).doesNotHaveDuplicates().doesNotContain(next);
    mvc.perform(get("/api/v1/" + town.key() + "/incidents/figures").with(town.as(Role.COORDINATOR)))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.figures.kinds.length()").value(greaterThanOrEqualTo(2)));
  }

  @Test
  void usesWordsThatAreKnown() {
    Town town = towns.found();
    List<String> known =
        town.within(() -> sql.select(SHIPPED_TERM.KEY).from(SHIPPED_TERM).fetch(SHIPPED_TERM.KEY));
    var used = new HashSet<String>();
    PastEvent.all()
        .forEach(it -> {
          used.add(it.kind());
          used.add(it.cause());
        });
    assertThat(known).containsAll(used);
  }
}
