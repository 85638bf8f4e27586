package se.tillit.organisation.duty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static se.tillit.schema.identity.Tables.MEMBERSHIP;
import static se.tillit.schema.organisation.Tables.ASSIGNMENT;
import static se.tillit.schema.organisation.Tables.ROLE_HOLDING;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import se.tillit.identity.Role;
import se.tillit.testing.TillitTest;
import se.tillit.testing.Town;
import se.tillit.testing.Towns;

@TillitTest
class AppointmentIT {

  @Autowired Towns towns;
  @Autowired MockMvc mvc;
  @Autowired DSLContext sql;

  @Test
  @Tag("K-4e")
  void aLeaversRolesGiveNothingTheSameDay() throws Exception {
    Town town = towns.found();
    UUID own = towns.holderOf(town, List.of("asset.read"));
    mvc.perform(get("/" + town.key() + "/roles").with(town.as(Role.COORDINATOR)))
        .andExpect(status().isOk());
    mvc.perform(get("/" + town.key() + "/assets").with(Town.signedIn(own)))
        .andExpect(status().isOk());
    leave(town, town.person(Role.COORDINATOR));
    UUID person =
        sql.select(MEMBERSHIP.PERSON_ID)
            .from(MEMBERSHIP)
            .where(MEMBERSHIP.ACCOUNT_ID.eq(own))
            .fetchSingle()
            .value1();
    leave(town, person);
    mvc.perform(get("/" + town.key() + "/roles").with(town.as(Role.COORDINATOR)))
        .andExpect(status().isForbidden());
    mvc.perform(get("/" + town.key() + "/assets").with(Town.signedIn(own)))
        .andExpect(status().isForbidden());
  }

  @Test
  void whoBeginsLaterHasNotLeft() throws Exception {
    Town town = towns.found();
    assign(town, town.person(Role.COORDINATOR), LocalDate.of(2099, 1, 1), null);
    mvc.perform(get("/" + town.key() + "/roles").with(town.as(Role.COORDINATOR)))
        .andExpect(status().isOk());
  }

  @Test
  @Tag("K-4.1.2")
  void nobodyGivesAwayMoreThanSheMayOrFurtherThanSheReaches() throws Exception {
    Town town = towns.found();
    UUID limited = limitedCoordinator(town);
    var her = Town.signedIn(limited);
    UUID someone = town.person(Role.EMPLOYEE);
    give(town, her, "coordinator", someone, ",\"unit\":\"" + town.school() + "\"")
        .andExpect(status().isCreated());
    give(town, her, "coordinator", someone, ",\"unit\":\"" + town.office() + "\"")
        .andExpect(status().isForbidden());
    give(town, her, "archivist", someone, "").andExpect(status().isForbidden());
    give(town, her, "administrator", someone, ",\"unit\":\"" + town.school() + "\"")
        .andExpect(status().isUnprocessableContent());
  }

  @Test
  @Tag("K-4.1.2")
  void whoAnswersForAllFillsWhatIsVacantButNeverAppointsHerself() throws Exception {
    Town town = towns.found();
    UUID administrator = town.person(Role.ADMINISTRATOR);
    UUID someone = town.person(Role.EMPLOYEE);
    var her = town.as(Role.ADMINISTRATOR);
    give(town, her, "data-protection-officer", someone, "")
        .andExpect(status().isUnprocessableContent());
    UUID officer =
        town.within(() ->
            sql.select(ROLE_HOLDING.ID)
                .from(ROLE_HOLDING)
                .where(ROLE_HOLDING.ROLE.eq("data-protection-officer"))
                .fetchSingle()
                .value1());
    mvc.perform(
            delete("/api/v1/" + town.key() + "/roles/" + officer)
                .with(Town.signedIn(limitedCoordinator(town)))
                .with(csrf()))
        .andExpect(status().isForbidden());
    mvc.perform(delete("/api/v1/" + town.key() + "/roles/" + officer).with(her).with(csrf()))
        .andExpect(status().isNoContent());
    leave(town, town.person(Role.DATA_PROTECTION_OFFICER));
    give(town, her, "data-protection-officer", administrator, "")
        .andExpect(status().isUnprocessableContent());
    give(town, her, "data-protection-officer", someone, "").andExpect(status().isCreated());
  }

  @Test
  @Tag("K-4b")
  void whoAnswersForAPartChangesThatPartOnly() throws Exception {
    Town town = towns.found();
    var her = Town.signedIn(limitedCoordinator(town));
    String units = "/api/v1/" + town.key() + "/units";
    unit(units, her, town.schools(), town.schoolBoard()).andExpect(status().isCreated());
    unit(units, her, town.office(), town.executiveBoard()).andExpect(status().isForbidden());
    unit(units, her, town.schools(), town.executiveBoard()).andExpect(status().isForbidden());
    mvc.perform(
            post(units + "/" + town.office() + "/closure")
                .header("If-Match", "\"0\"")
                .with(her)
                .with(csrf()))
        .andExpect(status().isForbidden());
    for (String path :
        List.of(
            "/terms/statutory",
            "/bodies",
            "/bodies/" + town.council() + "/meetings",
            "/documents",
            "/classifications/model/draft",
            "/classifications/common",
            "/accounts/invitations",
            "/trail/export")) {
      mvc.perform(post("/" + town.key() + path).with(her).with(csrf()))
          .andExpect(status().isForbidden());
    }
  }

  private ResultActions unit(String units, RequestPostProcessor her, UUID parent, UUID body)
      throws Exception {
    String form = "{\"name\":\"Ny enhet\",\"kind\":\"unit\",\"parent\":\"%s\",\"body\":\"%s\"}";
    return mvc.perform(
        post(units)
            .contentType("application/json")
            .content(form.formatted(parent, body))
            .with(her)
            .with(csrf()));
  }

  private ResultActions give(
      Town town, RequestPostProcessor her, String duty, UUID person, String where)
      throws Exception {
    String wanted =
        "{\"duty\":\"%s\",\"person\":\"%s\",\"deputy\":false%s}".formatted(duty, person, where);
    return mvc.perform(
        post("/api/v1/" + town.key() + "/roles")
            .contentType("application/json")
            .content(wanted)
            .with(her)
            .with(csrf()));
  }

  /// The account of one who coordinates the schools and nothing else.
  private UUID limitedCoordinator(Town town) {
    town.within(() ->
        sql.insertInto(ROLE_HOLDING)
            .set(ROLE_HOLDING.TENANT_ID, town.tenant().id().value())
            .set(ROLE_HOLDING.ID, UUID.randomUUID())
            .set(ROLE_HOLDING.ROLE, "coordinator")
            .set(ROLE_HOLDING.PERSON_ID, town.person(Role.MANAGER))
            .set(ROLE_HOLDING.UNIT_ID, town.schools())
            .set(ROLE_HOLDING.FROM_DAY, LocalDate.of(2020, 1, 1))
            .execute());
    return town.account(Role.MANAGER);
  }

  private void leave(Town town, UUID person) {
    assign(town, person, LocalDate.of(2020, 1, 1), LocalDate.of(2021, 1, 1));
    assertThat(town.within(() -> sql.fetchCount(ASSIGNMENT, ASSIGNMENT.PERSON_ID.eq(person))))
        .isOne();
  }

  private void assign(Town town, UUID person, LocalDate from, LocalDate to) {
    town.within(() ->
        sql.insertInto(ASSIGNMENT)
            .set(ASSIGNMENT.TENANT_ID, town.tenant().id().value())
            .set(ASSIGNMENT.ID, UUID.randomUUID())
            .set(ASSIGNMENT.PERSON_ID, person)
            .set(ASSIGNMENT.KIND, "employee")
            .set(ASSIGNMENT.UNIT_ID, town.office())
            .set(ASSIGNMENT.FROM_DAY, from)
            .set(ASSIGNMENT.TO_DAY, to)
            .execute());
  }
}
