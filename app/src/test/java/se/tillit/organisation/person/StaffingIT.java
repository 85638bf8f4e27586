package se.tillit.organisation.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static se.tillit.schema.audittrail.Tables.ENTRY;
import static se.tillit.schema.organisation.Tables.ASSIGNMENT;
import static se.tillit.schema.organisation.Tables.PERSON;

import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import se.tillit.identity.Role;
import se.tillit.testing.TillitTest;
import se.tillit.testing.Town;
import se.tillit.testing.Towns;

@TillitTest
class StaffingIT {

  @Autowired Towns towns;
  @Autowired MockMvc mvc;
  @Autowired DSLContext sql;

  @Test
  @Tag("K-4e")
  void addsChangesAndEndsAManagerByForm() throws Exception {
    Town town = towns.found();
    shows(town, "/people/new?kind=manager", "\"manager\" selected");
    String where = add(town, "manager", town.school(), false);
    shows(town, where.substring(town.key().length() + 1), "Åsa Öberg 🦊");
    UUID assignment = assignment(town);
    shows(town, "/people/" + id(where) + "/assignments/" + assignment + "/edit", "Rektor");

    send(
            town,
            post(where + "/assignments/" + assignment)
                .param("kind", "consultant")
                .param("unit", town.office().toString())
                .param("title", "Vikarie")
                .param("from", "2026-01-01")
                .param("to", "2026-06-30"))
        .andExpect(status().is3xxRedirection());
    shows(town, "/people/" + id(where), "Vikarie");
    send(
            town,
            post(where).param("version", "0").param("familyName", "Lind").param("number", "4711"))
        .andExpect(status().is3xxRedirection());
    shows(town, "/people/" + id(where), "Lind");
    assertThat(trail(town, "organisation.assignment-changed")).isOne();
    assertThat(trail(town, "organisation.person-changed")).isOne();
  }

  @Test
  void namesTheFieldOfEachFaultAndKeepsWhatWasTyped() throws Exception {
    Town town = towns.found();
    refuses(town, form(town, "", "employee", town.school()), "familyName-problem");
    refuses(town, form(town, "Ek", "king", town.school()), "kind-problem");
    refuses(town, form(town, "Ek", "elected", town.school()), "body-problem");
    refuses(town, form(town, "Ek", "manager", null).param("title", "Chef"), "unit-problem");
    refuses(
        town,
        form(town, "Ek", "manager", town.school())
            .param("from", "2026-02-01")
            .param("to", "2026-01-01"),
        "to-problem");
    refuses(
        town, form(town, "Ek", "manager", town.school()).param("email", "nej"), "value=\"nej\"");
    assertThat(town.within(() -> sql.fetchCount(PERSON, PERSON.FAMILY_NAME.eq("Ek")))).isZero();
  }

  @Test
  void neverShowsAProtectedIdentityAndKeepsWhatIsLeftEmpty() throws Exception {
    Town town = towns.found();
    String where = add(town, "employee", town.school(), true);
    for (String page : new String[] {"", "/edit", "/assignments/new"}) {
      mvc.perform(get(where + page).with(town.as(Role.COORDINATOR)))
          .andExpect(status().isOk())
          .andExpect(content().string(not(containsString("Öberg"))));
    }
    send(town, post(where).param("version", "0").param("hidden", "true").param("givenName", "Ny"))
        .andExpect(status().is3xxRedirection());
    var kept =
        town.within(() ->
            sql.selectFrom(PERSON).where(PERSON.ID.eq(UUID.fromString(id(where)))).fetchSingle());
    assertThat(kept.getFamilyName()).isEqualTo("Öberg 🦊");
    assertThat(kept.getGivenName()).isEqualTo("Ny");
    assertThat(town.within(() -> sql.fetchCount(ENTRY, ENTRY.SUBJECT_NAME.contains("Öberg"))))
        .isZero();
  }

  @Test
  void answersInJsonWithTheVersionOfEachThing() throws Exception {
    Town town = towns.found();
    String where =
        "/api/v1/" + town.key() + "/people/" + id(add(town, "employee", town.school(), false));
    mvc.perform(get(where).with(town.as(Role.COORDINATOR)))
        .andExpect(header().string("ETag", "\"0\""));
    String body = "{\"familyName\":\"Ek\"}";
    send(town, json(put(where), body)).andExpect(status().isUnprocessableContent());
    send(town, json(put(where), body).header("If-Match", "\"0\"")).andExpect(status().isOk());
    send(town, json(put(where), body).header("If-Match", "\"0\"")).andExpect(status().isConflict());
    String elected =
        "{\"kind\":\"elected\",\"body\":\"%s\",\"from\":\"2026-01-01\"}".formatted(town.council());
    send(
            town,
            json(put(where + "/assignments/" + assignment(town)), elected)
                .header("If-Match", "\"0\""))
        .andExpect(jsonPath("$.assignments[0].place").value("Kommunfullmäktige"));
    send(town, json(post(where + "/assignments"), "{\"kind\":\"elected\"}"))
        .andExpect(status().isUnprocessableContent())
        .andExpect(jsonPath("$.field").value("body"));
  }

  private String add(Town town, String kind, UUID unit, boolean hidden) throws Exception {
    return send(
            town,
            form(town, "Öberg \0🦊", kind, unit)
                .param("givenName", "Åsa")
                .param("title", "Rektor")
                .param("hidden", String.valueOf(hidden)))
        .andExpect(status().is3xxRedirection())
        .andReturn()
        .getResponse()
        .getRedirectedUrl();
  }

  private static MockHttpServletRequestBuilder form(
      Town town, String family, String kind, UUID unit) {
    return post("/" + town.key() + "/people")
        .param("familyName", family)
        .param("kind", kind)
        .param("unit", unit == null ? "" : unit.toString());
  }

  private static MockHttpServletRequestBuilder json(
      MockHttpServletRequestBuilder request, String body) {
    return request.contentType(MediaType.APPLICATION_JSON).content(body);
  }

  private void refuses(Town town, MockHttpServletRequestBuilder request, String shown)
      throws Exception {
    send(town, request)
        .andExpect(status().isUnprocessableContent())
        .andExpect(content().string(containsString(shown)));
  }

  private ResultActions send(Town town, MockHttpServletRequestBuilder request) throws Exception {
    return mvc.perform(request.with(town.as(Role.COORDINATOR)).with(csrf()));
  }

  private void shows(Town town, String path, String text) throws Exception {
    mvc.perform(get("/" + town.key() + path).with(town.as(Role.COORDINATOR)))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString(text)));
  }

  private UUID assignment(Town town) {
    return town.within(() ->
        sql.select(ASSIGNMENT.ID)
            .from(ASSIGNMENT)
            .where(ASSIGNMENT.TITLE.eq("Rektor"))
            .fetchSingle(ASSIGNMENT.ID));
  }

  private int trail(Town town, String action) {
    return town.within(() -> sql.fetchCount(ENTRY, ENTRY.ACTION.eq(action)));
  }

  private static String id(String where) {
    return where.substring(where.lastIndexOf('/') + 1);
  }
}
