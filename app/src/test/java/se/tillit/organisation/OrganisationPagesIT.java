package se.tillit.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static se.tillit.schema.audittrail.Tables.ENTRY;
import static se.tillit.schema.organisation.Tables.ASSIGNMENT;
import static se.tillit.schema.organisation.Tables.CURRENT_MANAGER;
import static se.tillit.schema.organisation.Tables.EXPECTED_DUTY;
import static se.tillit.schema.organisation.Tables.PERSON;

import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import se.tillit.identity.Role;
import se.tillit.organisation.duty.Duty;
import se.tillit.organisation.duty.DutyRegister;
import se.tillit.testing.TillitTest;
import se.tillit.testing.Town;
import se.tillit.testing.Towns;

@TillitTest
class OrganisationPagesIT {

  @Autowired Towns towns;
  @Autowired MockMvc mvc;
  @Autowired DSLContext sql;
  @Autowired DutyRegister duties;

  @Test
  @Tag("K-4b")
  void everyUnitHasItsOwnPage() throws Exception {
    Town town = towns.found();
    shows(town, Role.EMPLOYEE, "/units", "Ängskolan");
    shows(town, Role.EMPLOYEE, "/units?q=ängs", "Ängskolan");
    shows(town, Role.MANAGER, "/units/" + town.school(), "Skolförvaltningen");
    shows(town, Role.COORDINATOR, "/units/new", "Lägg till enhet");
    shows(town, Role.COORDINATOR, "/units/" + town.school() + "/edit", "Ängskolan");
    shows(town, Role.ELECTED, "/bodies", "Skolnämnden");
    shows(town, Role.REGISTRAR, "/bodies/" + town.schoolBoard(), "Nytt möte");
    shows(town, Role.COORDINATOR, "/bodies/new", "Kommunalförbund");
    shows(town, Role.COORDINATOR, "/people", "manager");
    shows(town, Role.COORDINATOR, "/people?q=man", "manager");
    shows(town, Role.COORDINATOR, "/people/" + town.person(Role.MANAGER), "Skolförvaltningen");
    shows(town, Role.AUDITOR, "/roles", "Informationssäkerhetssamordnare");
  }

  @Test
  void opensChangesAndClosesAUnitByForm() throws Exception {
    Town town = towns.found();
    String where =
        mvc.perform(
                post("/" + town.key() + "/units")
                    .param("name", "Biblioteket")
                    .param("kind", "unit")
                    .param("parent", town.schools().toString())
                    .param("body", town.schoolBoard().toString())
                    .with(town.as(Role.ADMINISTRATOR))
                    .with(csrf()))
            .andExpect(status().is3xxRedirection())
            .andReturn()
            .getResponse()
            .getRedirectedUrl();
    mvc.perform(get(where).with(town.as(Role.EMPLOYEE)))
        .andExpect(content().string(containsString("Biblioteket")));
    mvc.perform(
            post(where + "/closure")
                .param("version", "0")
                .with(town.as(Role.COORDINATOR))
                .with(csrf()))
        .andExpect(status().is3xxRedirection());
    assertThat(
            town.within(() ->
                sql.fetchCount(
                    ENTRY,
                    ENTRY.ACTION.in("organisation.unit-opened", "organisation.unit-closed"))))
        .isEqualTo(2);
  }

  @Test
  void refusesAUnitWithoutANameAndTheWrongRole() throws Exception {
    Town town = towns.found();
    mvc.perform(
            post("/" + town.key() + "/units")
                .param("body", town.schoolBoard().toString())
                .with(town.as(Role.COORDINATOR))
                .with(csrf()))
        .andExpect(status().isUnprocessableContent())
        .andExpect(content().string(containsString("Skriv ett namn")));
    mvc.perform(post("/" + town.key() + "/units").with(town.as(Role.MANAGER)).with(csrf()))
        .andExpect(status().isForbidden());
    mvc.perform(get("/" + town.key() + "/people").with(town.as(Role.EMPLOYEE)))
        .andExpect(status().isForbidden());
  }

  @Test
  void hidesTheOtherTenant() throws Exception {
    Town town = towns.found();
    Town other = towns.found();
    for (String path :
        new String[] {
          "/units/" + other.school(),
          "/bodies/" + other.council(),
          "/people/" + other.person(Role.MANAGER)
        }) {
      mvc.perform(get("/" + town.key() + path).with(town.as(Role.COORDINATOR)))
          .andExpect(status().isNotFound());
    }
  }

  @Test
  void answersInJsonAndDemandsTheVersionOfAChange() throws Exception {
    Town town = towns.found();
    String unit = "/api/v1/" + town.key() + "/units/" + town.school();
    String body =
        "{\"name\":\"Nya skolan\",\"kind\":\"unit\",\"parent\":\"%s\",\"body\":\"%s\"}"
            .formatted(town.schools(), town.schoolBoard());
    mvc.perform(get(unit).with(town.as(Role.COORDINATOR)))
        .andExpect(status().isOk())
        .andExpect(header().string("ETag", "\"0\""));
    mvc.perform(change(unit, body).with(town.as(Role.COORDINATOR)).with(csrf()))
        .andExpect(status().isUnprocessableContent());
    mvc.perform(
            change(unit, body)
                .header("If-Match", "\"0\"")
                .with(town.as(Role.COORDINATOR))
                .with(csrf()))
        .andExpect(status().isOk());
    mvc.perform(
            change(unit, body)
                .header("If-Match", "\"0\"")
                .with(town.as(Role.COORDINATOR))
                .with(csrf()))
        .andExpect(status().isConflict());
    for (String path :
        new String[] {"units", "bodies", "legal-entities", "people", "roles", "terms"}) {
      mvc.perform(get("/api/v1/" + town.key() + "/" + path).with(town.as(Role.COORDINATOR)))
          .andExpect(status().isOk());
    }
  }

  private static org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder change(
      String unit, String body) {
    return put(unit).contentType(MediaType.APPLICATION_JSON).content(body);
  }

  @Test
  @Tag("K-4.1.2")
  void aRoleIsVacantTheSameDayThatItsHolderLeaves() throws Exception {
    Town town = towns.found();
    town.within(() -> {
      duties.expect(Duty.COORDINATOR, "tenant", true);
      duties.expect(Duty.DATA_PROTECTION_CONTACT, "body", false);
      assertThat(holder(town)).isEqualTo(town.person(Role.COORDINATOR));
      assertThat(
              sql.fetchCount(
                  EXPECTED_DUTY,
                  EXPECTED_DUTY
                      .ROLE
                      .eq("data-protection-contact")
                      .and(EXPECTED_DUTY.HOLDER_ID.isNull())))
          .isEqualTo(3);
      // She had a post and has left it.
      sql.insertInto(ASSIGNMENT)
          .set(ASSIGNMENT.TENANT_ID, town.tenant().id().value())
          .set(ASSIGNMENT.ID, UUID.randomUUID())
          .set(ASSIGNMENT.PERSON_ID, town.person(Role.COORDINATOR))
          .set(ASSIGNMENT.KIND, "employee")
          .set(ASSIGNMENT.UNIT_ID, town.office())
          .set(ASSIGNMENT.FROM_DAY, java.time.LocalDate.of(2020, 1, 1))
          .set(ASSIGNMENT.TO_DAY, java.time.LocalDate.of(2021, 1, 1))
          .execute();
      assertThat(holder(town)).isNull();
      return null;
    });
    shows(town, Role.HEAD_OF_SECURITY, "/roles", "Vakant");
  }

  private UUID holder(Town town) {
    return sql.select(EXPECTED_DUTY.HOLDER_ID)
        .from(EXPECTED_DUTY)
        .where(EXPECTED_DUTY.ROLE.eq("coordinator"))
        .fetchSingle(EXPECTED_DUTY.HOLDER_ID);
  }

  @Test
  @Tag("K-4e")
  void theDutyMovesWithTheManager() throws Exception {
    Town town = towns.found();
    assertThat(manager(town)).isEqualTo(town.person(Role.MANAGER));
    UUID assignment =
        town.within(() ->
            sql.select(ASSIGNMENT.ID)
                .from(ASSIGNMENT)
                .where(ASSIGNMENT.PERSON_ID.eq(town.person(Role.MANAGER)))
                .fetchSingle(ASSIGNMENT.ID));
    town.within(() ->
        sql.update(ASSIGNMENT)
            .set(ASSIGNMENT.TO_DAY, java.time.LocalDate.of(2021, 1, 1))
            .where(ASSIGNMENT.ID.eq(assignment))
            .execute());
    assertThat(manager(town)).isNull();
    shows(town, Role.EMPLOYEE, "/units/" + town.school(), "Ingen chef");
  }

  private UUID manager(Town town) {
    return town.within(() ->
        sql.select(CURRENT_MANAGER.PERSON_ID)
            .from(CURRENT_MANAGER)
            .where(CURRENT_MANAGER.UNIT_ID.eq(town.school()))
            .fetchOne(CURRENT_MANAGER.PERSON_ID));
  }

  @Test
  void aProtectedIdentityShowsNoNameAnywhere() throws Exception {
    Town town = towns.found();
    UUID manager = town.person(Role.MANAGER);
    town.within(() ->
        sql.update(PERSON)
            .set(PERSON.PROTECTED, true)
            .set(PERSON.FAMILY_NAME, "Hemlig")
            .where(PERSON.ID.eq(manager))
            .execute());
    for (String path :
        new String[] {
          "/people",
          "/people/" + manager,
          "/people?q=hemlig",
          "/units",
          "/units/" + town.school(),
          "/roles"
        }) {
      mvc.perform(get("/" + town.key() + path).with(town.as(Role.COORDINATOR)))
          .andExpect(status().isOk())
          .andExpect(content().string(not(containsString("Hemlig"))));
    }
  }

  private void shows(Town town, Role role, String path, String text) throws Exception {
    mvc.perform(get("/" + town.key() + path).with(town.as(role)))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString(text)));
  }
}
