package se.tillit.organisation.duty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static se.tillit.schema.audittrail.Tables.ENTRY;
import static se.tillit.schema.organisation.Tables.PUBLISHED_TERM;
import static se.tillit.schema.organisation.Tables.ROLE_HOLDING;

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
class ExpectationIT {

  @Autowired Towns towns;
  @Autowired MockMvc mvc;
  @Autowired DSLContext sql;

  @Test
  @Tag("K-4.1.2")
  void decidesWhichDutiesShallBeFilledForEachBody() throws Exception {
    Town town = towns.found();
    String home = "/" + town.key() + "/roles/expected";
    send(town, post(home).param("duty", "archivist").param("per", "body").param("deputy", "true"))
        .andExpect(status().is3xxRedirection());
    mvc.perform(get(home).with(town.as(Role.AUDITOR)))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("0 av 3")));
    send(
            town,
            post("/" + town.key() + "/roles")
                .param("duty", "archivist")
                .param("person", "åsa@" + town.key() + ".example")
                .param("place", "body:" + town.schoolBoard()))
        .andExpect(status().is3xxRedirection());
    send(
            town,
            post("/" + town.key() + "/roles")
                .param("duty", "archivist")
                .param("person", "åsa@" + town.key() + ".example")
                .param("place", "unit:" + town.school()))
        .andExpect(status().is3xxRedirection());
    assertThat(
            town.within(() -> sql.fetchCount(ROLE_HOLDING, ROLE_HOLDING.UNIT_ID.eq(town.school()))))
        .isOne();
    mvc.perform(get("/api/v1" + home).with(town.as(Role.COORDINATOR)))
        .andExpect(jsonPath("$.items[0].filled").value(1))
        .andExpect(jsonPath("$.items[0].places").value(3));
    send(town, post(home + "/archivist/removal")).andExpect(status().is3xxRedirection());
    send(town, post(home + "/archivist/removal")).andExpect(status().isNotFound());
  }

  @Test
  void refusesADutyOrAScopeThatIsNone() throws Exception {
    Town town = towns.found();
    String home = "/" + town.key() + "/roles/expected";
    send(town, post(home).param("duty", "king").param("per", "body"))
        .andExpect(status().isUnprocessableContent())
        .andExpect(content().string(containsString("duty-problem")));
    send(town, json(put("/api/v1" + home + "/archivist"), "{\"per\":\"planet\"}"))
        .andExpect(status().isUnprocessableContent())
        .andExpect(jsonPath("$.field").value("per"));
    send(town, json(put("/api/v1" + home + "/archivist"), "{\"per\":\"legal_entity\"}"))
        .andExpect(jsonPath("$.items[0].places").value(2));
    send(town, delete("/api/v1" + home + "/archivist")).andExpect(status().isNoContent());
    mvc.perform(post(home).with(town.as(Role.MANAGER)).with(csrf()))
        .andExpect(status().isForbidden());
  }

  @Test
  @Tag("M-3a")
  void aTermThatDiffersFromTheActNamesItsGround() throws Exception {
    Town town = towns.found();
    String home = "/" + town.key() + "/terms";
    send(town, post(home + "/statutory")).andExpect(status().is3xxRedirection());
    send(town, post(home + "/statutory")).andExpect(status().is3xxRedirection());
    int statutory = town.within(() -> sql.fetchCount(PUBLISHED_TERM));
    assertThat(statutory).isEqualTo(4);
    MockHttpServletRequestBuilder later =
        post(home).param("kind", "board").param("from", "2040-03-01").param("to", "2043-12-31");
    send(town, later)
        .andExpect(status().isUnprocessableContent())
        .andExpect(content().string(containsString("source-problem")));
    send(
            town,
            post(home)
                .param("kind", "board")
                .param("from", "2040-03-01")
                .param("to", "2043-12-31")
                .param("source", "Fullmäktige 2039-11-16 § 140 (KL 6 kap. 19 §)"))
        .andExpect(status().is3xxRedirection());
    send(
            town,
            post(home)
                .param("kind", "board")
                .param("from", "2041-03-01")
                .param("to", "2043-12-31")
                .param("source", "§ 141"))
        .andExpect(status().isUnprocessableContent())
        .andExpect(content().string(containsString("from-problem")));
    mvc.perform(get(home).with(town.as(Role.ELECTED)))
        .andExpect(content().string(containsString("KL 6 kap. 19 §")))
        .andExpect(content().string(containsString("KL 5 kap. 9 §")));
    assertThat(town.within(() -> sql.fetchCount(ENTRY, ENTRY.ACTION.eq("organisation.term-set"))))
        .isEqualTo(5);
  }

  private static MockHttpServletRequestBuilder json(
      MockHttpServletRequestBuilder request, String body) {
    return request.contentType(MediaType.APPLICATION_JSON).content(body);
  }

  private ResultActions send(Town town, MockHttpServletRequestBuilder request) throws Exception {
    return mvc.perform(request.with(town.as(Role.COORDINATOR)).with(csrf()));
  }
}
