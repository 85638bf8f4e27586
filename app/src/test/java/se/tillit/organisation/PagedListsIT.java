package se.tillit.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import se.tillit.identity.Role;
import se.tillit.organisation.duty.Duty;
import se.tillit.organisation.duty.DutyRegister;
import se.tillit.testing.TillitTest;
import se.tillit.testing.Town;
import se.tillit.testing.Towns;

/// Lists of the organisation that are longer than a page: all of it, once, in its order.
@TillitTest
class PagedListsIT {

  @Autowired Towns towns;
  @Autowired MockMvc mvc;
  @Autowired DSLContext sql;
  @Autowired DutyRegister duties;

  private Town town;

  @BeforeEach
  void found() {
    town = towns.found();
  }

  @Test
  void pagesThroughTheTreeInItsOrder() throws Exception {
    units(130);
    List<String> names = all("/units", "after", "next", "$.items[*].name");
    assertThat(names).hasSize(134).doesNotHaveDuplicates();
    assertThat(names.subList(0, 3))
        .containsExactly("Bostadsbolaget", "Kommunkontoret", "Skolförvaltningen");
    assertThat(names.getLast()).isEqualTo("Ängskolan");
    mvc.perform(get("/" + town.key() + "/units").with(town.as(Role.EMPLOYEE)))
        .andExpect(content().string(containsString("/units?after=")));
  }

  @Test
  void pagesThroughWhatIsSearchedForAndWhatIsBelow() throws Exception {
    units(250);
    List<String> found = all("/units?q=avdelning", "after", "next", "$.items[*].name");
    assertThat(found).hasSize(250).doesNotHaveDuplicates();
    mvc.perform(get("/" + town.key() + "/units/" + town.schools()).with(town.as(Role.EMPLOYEE)))
        .andExpect(content().string(containsString("/units/" + town.schools() + "?after=")));
  }

  @Test
  void pagesThroughDutiesHeldAndExpected() throws Exception {
    units(0);
    for (int i = 0; i < 120; i++) {
      town.addUnit(town.schoolBoard(), null, "Förvaltning " + i);
    }
    town.within(() -> {
      duties.expect(Duty.ARCHIVIST, "unit", false);
      sql.query(
              """
              insert into organisation.role_holding (tenant_id, id, role, person_id, unit_id, from_day)
              select kernel.current_tenant(), gen_random_uuid(), 'archivist', '%s', u.unit_id, '2020-01-01'
              from organisation.current_unit u where u.name like 'Förvaltning 1%%'
              """
                  .formatted(town.person(Role.MANAGER)))
          .execute();
      return true;
    });
    assertThat(all("/roles", "after", "next", "$.items[*].id"))
        .hasSize(8 + 31)
        .doesNotHaveDuplicates();
    List<String> expected = all("/roles", "expectedAfter", "nextExpected", "$.expected[*].place");
    assertThat(expected).hasSize(123).doesNotHaveDuplicates();
    mvc.perform(get("/" + town.key() + "/roles").with(town.as(Role.COORDINATOR)))
        .andExpect(content().string(containsString("/roles?expectedAfter=")));
  }

  @Test
  void givesADutyToSomebodyByName() throws Exception {
    given("åsa employee").andExpect(status().is3xxRedirection());
    given("Åsa")
        .andExpect(status().isUnprocessableContent())
        .andExpect(content().string(containsString("Flera kan vara den du menar")));
    given(" ")
        .andExpect(status().isUnprocessableContent())
        .andExpect(content().string(containsString("Skriv vem det gäller")));
  }

  private org.springframework.test.web.servlet.ResultActions given(String person) throws Exception {
    return mvc.perform(
        post("/" + town.key() + "/roles")
            .param("duty", "archivist")
            .param("person", person)
            .with(town.as(Role.COORDINATOR))
            .with(csrf()));
  }

  private void units(int many) {
    UUID above = town.schools();
    for (int i = 0; i < many; i++) {
      town.addUnit(town.schoolBoard(), above, "Avdelning " + i);
    }
  }

  private List<String> all(String path, String parameter, String next, String read)
      throws Exception {
    var seen = new ArrayList<String>();
    String from = null;
    do {
      var request = get("/api/v1/" + town.key() + path).with(town.as(Role.COORDINATOR));
      String answer =
          mvc.perform(from == null ? request : request.param(parameter, from))
              .andExpect(status().isOk())
              .andReturn()
              .getResponse()
              .getContentAsString(StandardCharsets.UTF_8);
      seen.addAll(JsonPath.<List<String>>read(answer, read));
      from = JsonPath.read(answer, "$." + next);
    } while (from != null);
    return seen;
  }
}
