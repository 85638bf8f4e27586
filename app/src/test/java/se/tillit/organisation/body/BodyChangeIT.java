package se.tillit.organisation.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static se.tillit.schema.audittrail.Tables.ENTRY;

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
class BodyChangeIT {

  @Autowired Towns towns;
  @Autowired MockMvc mvc;
  @Autowired DSLContext sql;

  @Test
  @Tag("K-4b")
  void givesABodyAnotherNameByForm() throws Exception {
    Town town = towns.found();
    String page = "/" + town.key() + "/bodies/" + town.schoolBoard();
    mvc.perform(get(page).with(town.as(Role.COORDINATOR)))
        .andExpect(content().string(containsString(page + "/edit")));
    mvc.perform(get(page).with(town.as(Role.EMPLOYEE)))
        .andExpect(content().string(not(containsString(page + "/edit"))));
    mvc.perform(get(page + "/edit").with(town.as(Role.COORDINATOR)))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("Skolnämnden")));
    send(town, post(page).param("version", "0").param("name", "Kommunstyrelsen"))
        .andExpect(status().isUnprocessableContent())
        .andExpect(content().string(containsString("name-problem")));
    send(
            town,
            post(page)
                .param("version", "0")
                .param("name", "Utbildningsnämnden")
                .param("detail", "UN 2026/…"))
        .andExpect(status().is3xxRedirection());
    send(town, post(page).param("version", "0").param("name", "Någon annan"))
        .andExpect(status().isConflict());
    mvc.perform(get(page).with(town.as(Role.ELECTED)))
        .andExpect(content().string(containsString("Utbildningsnämnden")));
    mvc.perform(post(page).param("version", "1").with(town.as(Role.MANAGER)).with(csrf()))
        .andExpect(status().isForbidden());
    assertThat(
            town.within(() -> sql.fetchCount(ENTRY, ENTRY.ACTION.eq("organisation.body-changed"))))
        .isOne();
  }

  @Test
  @Tag("K-4b")
  void endsABodyAndALegalEntityWhenNothingAnswersToThem() throws Exception {
    Town town = towns.found();
    String bodies = "/api/v1/" + town.key() + "/bodies/";
    String entities = "/api/v1/" + town.key() + "/legal-entities/";
    String yesterday = "{\"name\":\"%s\",\"last\":\"2026-01-31\"}";
    String board = yesterday.formatted("Skolnämnden");
    send(town, change(bodies + town.schoolBoard(), board))
        .andExpect(status().isUnprocessableContent())
        .andExpect(jsonPath("$.field").value("last"));
    send(town, change(bodies + town.council(), yesterday.formatted("Kommunfullmäktige")))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.last").value("2026-01-31"));
    mvc.perform(get("/" + town.key() + "/bodies").with(town.as(Role.EMPLOYEE)))
        .andExpect(content().string(not(containsString("Kommunfullmäktige"))));
    mvc.perform(get(bodies + town.council()).with(town.as(Role.EMPLOYEE)))
        .andExpect(status().isOk());
    send(town, change(entities + town.company(), yesterday.formatted("Bolaget")))
        .andExpect(status().isUnprocessableContent());
    send(town, change(entities + town.company(), "{\"name\":\"Bolaget\"}"))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.version").value(1));
    String form = "/" + town.key() + "/legal-entities/" + town.company();
    mvc.perform(get(form + "/edit").with(town.as(Role.COORDINATOR)))
        .andExpect(content().string(containsString("Bolaget")));
    send(town, post(form).param("version", "1").param("name", "Hemmen").param("detail", "556677"))
        .andExpect(status().is3xxRedirection());
  }

  @Test
  void hidesTheOtherTenant() throws Exception {
    Town town = towns.found();
    UUID foreign = towns.found().council();
    send(town, change("/api/v1/" + town.key() + "/bodies/" + foreign, "{\"name\":\"Ny\"}"))
        .andExpect(status().isNotFound());
  }

  private static MockHttpServletRequestBuilder change(String path, String wanted) {
    return put(path)
        .header("If-Match", "\"0\"")
        .contentType(MediaType.APPLICATION_JSON)
        .content(wanted);
  }

  private ResultActions send(Town town, MockHttpServletRequestBuilder request) throws Exception {
    return mvc.perform(request.with(town.as(Role.COORDINATOR)).with(csrf()));
  }
}
