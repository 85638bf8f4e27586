package se.tillit.improvement.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import se.tillit.identity.Role;
import se.tillit.testing.TillitTest;
import se.tillit.testing.Town;
import se.tillit.testing.Towns;

@TillitTest
class ActionWordsIT {

  private static final String OPEN =
      """
      insert into improvement.action (tenant_id, id, title, unit_id, due_day, priority, state, created_at)
      select kernel.current_tenant(), gen_random_uuid(), ? || case when ? = 1 then '' else ' ' || n end, ?,
             date '2030-01-01' + n, 'normal', 'planned', now()
      from generate_series(1, ?) n
      """;

  @Autowired Towns towns;
  @Autowired MockMvc mvc;
  @Autowired DSLContext sql;

  private Town town;

  @BeforeEach
  void found() {
    town = towns.found();
  }

  @Test
  void findsByTheBeginningOfEachWordWithAndWithoutRings() throws Exception {
    open("Åtgärda låset i Ängskolan", 1);
    open("Byt brandvarnare", 1);
    for (String asked : List.of("åtg", "atgarda", "Ängs", "skolan låset", "las angskolan")) {
      assertThat(titles(Role.COORDINATOR, asked))
          .as(asked)
          .hasSize(asked.startsWith("skolan") ? 0 : 1);
    }
    assertThat(titles(Role.COORDINATOR, "byt åtgärda")).isEmpty();
  }

  @Test
  void findsByTheNewTitleAndNoLongerByTheOld() throws Exception {
    open("Utse ersättare", 1);
    town.within(() -> sql.execute("update improvement.action set title = 'Anställ vikarie'"));
    assertThat(titles(Role.COORDINATOR, "ersättare")).isEmpty();
    assertThat(titles(Role.COORDINATOR, "vikarie")).containsExactly("Anställ vikarie");
  }

  @Test
  void findsAWordThatStandsInMostTitles() throws Exception {
    open("Granska behörigheter", 5_100);
    open("Granska loggar", 1);
    assertThat(titles(Role.COORDINATOR, "granska behörigheter").getFirst())
        .isEqualTo("Granska behörigheter 1");
    assertThat(titles(Role.COORDINATOR, "granska loggar")).containsExactly("Granska loggar");
  }

  @Test
  void findsNothingOfAnotherTenant() throws Exception {
    open("Hemlig åtgärd", 1);
    town = towns.found();
    assertThat(titles(Role.COORDINATOR, "hemlig")).isEmpty();
  }

  private void open(String title, int actions) {
    town.within(() -> sql.execute(OPEN, title, actions, town.school(), actions));
  }

  private List<String> titles(Role role, String asked) throws Exception {
    String answer =
        mvc.perform(get("/api/v1/" + town.key() + "/actions").param("q", asked).with(town.as(role)))
            .andExpect(status().isOk())
            .andReturn()
            .getResponse()
            .getContentAsString(StandardCharsets.UTF_8);
    return JsonPath.read(answer, "$.items[*].title");
  }
}
