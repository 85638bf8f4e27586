package se.tillit.organisation.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static se.tillit.schema.organisation.Tables.PERSON;

import com.jayway.jsonpath.JsonPath;
import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import se.tillit.identity.AccountPrincipal;
import se.tillit.identity.Role;
import se.tillit.identity.Seats;
import se.tillit.identity.Viewer;
import se.tillit.organisation.NamedPeople;
import se.tillit.testing.TillitTest;
import se.tillit.testing.Town;
import se.tillit.testing.Towns;
import se.tillit.web.Words;

/// Whom a typed name may mean, and to whom it is told.
@TillitTest
class PersonNamesIT {

  @Autowired Towns towns;
  @Autowired MockMvc mvc;
  @Autowired DSLContext sql;
  @Autowired NamedPeople people;
  @Autowired Seats seats;

  private Town town;

  @BeforeEach
  void found() {
    town = towns.found();
  }

  @Test
  void offersThoseWhoFitWithWhatTellsThemApart() throws Exception {
    assertThat(names(Role.COORDINATOR, "åsa mana"))
        .containsExactly("Åsa manager (åsa@" + town.key() + ".example)");
    town.within(() -> sql.update(PERSON).set(PERSON.EMAIL, (String) null).execute());
    assertThat(names(Role.COORDINATOR, "employee"))
        .containsExactly("Åsa employee (employee, Ängskolan)");
    assertThat(names(Role.COORDINATOR, "")).isEmpty();
  }

  @Test
  void tellsManagersAndDutyHoldersToAllAndOthersOnlyToThoseWhoMaySeeThem() throws Exception {
    assertThat(names(Role.MANAGER, "employee")).hasSize(1);
    assertThat(names(Role.ELECTED, "employee")).isEmpty();
    assertThat(names(Role.ELECTED, "manager")).hasSize(1);
    assertThat(names(Role.ELECTED, "auditor")).hasSize(1);
    assertThat(names(Role.ELECTED, "elected")).as("herself").hasSize(1);
  }

  @Test
  void tellsNobodyWithAProtectedIdentityAndNobodyElsewhere() throws Exception {
    Town other = towns.found();
    assertThat(names(Role.COORDINATOR, "manager")).hasSize(1);
    town.within(() ->
        sql.update(PERSON)
            .set(PERSON.PROTECTED, true)
            .where(PERSON.ID.eq(town.person(Role.MANAGER)))
            .execute());
    assertThat(names(Role.COORDINATOR, "manager")).isEmpty();
    mvc.perform(get("/api/v1/" + town.key() + "/people/names").with(other.as(Role.COORDINATOR)))
        .andExpect(status().isNotFound());
  }

  @Test
  void readsBackWhatAFieldShowsOfSomebodyChosen() {
    for (boolean hidden : List.of(false, true)) {
      town.within(() -> sql.update(PERSON).set(PERSON.PROTECTED, hidden).execute());
      town.within(() -> {
        for (Role role : Role.values()) {
          String shown = people.label(Words.SWEDISH, town.person(role));
          assertThat(shown).contains(hidden ? "Skyddade personuppgifter" : "Åsa " + role.key());
          assertThat(people.meant(viewer(), shown, "owner")).isEqualTo(town.person(role));
        }
        return true;
      });
    }
  }

  private Viewer viewer() {
    return seats
        .take(new AccountPrincipal(town.account(Role.COORDINATOR)), town.key())
        .orElseThrow();
  }

  private List<String> names(Role role, String typed) throws Exception {
    String answer =
        mvc.perform(
                get("/api/v1/" + town.key() + "/people/names")
                    .param("q", typed)
                    .with(town.as(role)))
            .andExpect(status().isOk())
            .andReturn()
            .getResponse()
            .getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
    return JsonPath.read(answer, "$.items[*].label");
  }
}
