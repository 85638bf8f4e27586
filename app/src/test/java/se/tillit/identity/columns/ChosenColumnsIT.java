package se.tillit.identity.columns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import se.tillit.identity.Role;
import se.tillit.schema.identity.Tables;
import se.tillit.testing.TillitTest;
import se.tillit.testing.Town;
import se.tillit.testing.Towns;

@TillitTest
class ChosenColumnsIT {

  @Autowired Towns towns;
  @Autowired MockMvc mvc;
  @Autowired DSLContext sql;

  @Test
  void keepsEachPersonsLastChoiceAndLeadsBack() throws Exception {
    Town town = towns.found();
    choose(town, Role.MANAGER, "/town/assets", "owner", "level")
        .andExpect(redirectedUrl("/town/assets"));
    choose(town, Role.MANAGER, "/town/assets", "level").andExpect(redirectedUrl("/town/assets"));
    assertThat(chosen(town.account(Role.MANAGER))).containsExactly("level");
    assertThat(chosen(town.account(Role.COORDINATOR))).isNull();
  }

  @Test
  void keepsAChoiceOfNone() throws Exception {
    Town town = towns.found();
    choose(town, Role.MANAGER, "/").andExpect(status().is3xxRedirection());
    assertThat(chosen(town.account(Role.MANAGER))).isEmpty();
  }

  @Test
  void leadsNowhereElse() throws Exception {
    Town town = towns.found();
    for (String elsewhere : Set.of("//evil.example", "https://evil.example", "/\\evil.example")) {
      choose(town, Role.MANAGER, elsewhere, "level").andExpect(redirectedUrl("/"));
    }
  }

  @Test
  void refusesWhatIsNoColumn() throws Exception {
    Town town = towns.found();
    choose(town, Role.MANAGER, "/", "drop table").andExpect(status().is(422));
    mvc.perform(post("/account/columns").param("table", "assets").with(csrf()))
        .andExpect(status().is3xxRedirection());
  }

  private org.springframework.test.web.servlet.ResultActions choose(
      Town town, Role role, String returnTo, String... columns) throws Exception {
    return mvc.perform(
        post("/account/columns")
            .param("table", "assets")
            .param("column", columns)
            .param("returnTo", returnTo)
            .with(town.as(role))
            .with(csrf()));
  }

  private String[] chosen(UUID account) {
    return sql.select(Tables.CHOSEN_COLUMNS.COLUMNS)
        .from(Tables.CHOSEN_COLUMNS)
        .where(Tables.CHOSEN_COLUMNS.ACCOUNT_ID.eq(account))
        .fetchOne(Tables.CHOSEN_COLUMNS.COLUMNS);
  }
}
