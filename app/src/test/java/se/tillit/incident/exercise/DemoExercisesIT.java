package se.tillit.incident.exercise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static se.tillit.schema.incident.Tables.EXERCISE;

import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import se.tillit.identity.Role;
import se.tillit.testing.TillitTest;
import se.tillit.testing.Town;
import se.tillit.testing.Towns;

@TillitTest
class DemoExercisesIT {

  @Autowired Towns towns;
  @Autowired MockMvc mvc;
  @Autowired DSLContext sql;
  @Autowired DemoExercises demo;

  @Test
  void tellsOfOneThatWasHeldAndOneThatIsPlanned() throws Exception {
    Town town = towns.found();
    town.within(() -> {
      demo.write(town.key());
      return 0;
    });
    assertThat(
            town.within(() ->
                sql.select(EXERCISE.STATE)
                    .from(EXERCISE)
                    .orderBy(EXERCISE.STATE)
                    .fetch(EXERCISE.STATE)))
        .containsExactly("ended", "planned");
    mvc.perform(get("/" + town.key() + "/incidents/exercises").with(town.as(Role.COORDINATOR)))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("Beslutet kom till fel person")));
  }
}
