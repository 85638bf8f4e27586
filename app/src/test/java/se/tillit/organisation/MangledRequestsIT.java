package se.tillit.organisation;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import se.tillit.identity.Role;
import se.tillit.testing.TillitTest;
import se.tillit.testing.Town;
import se.tillit.testing.Towns;
import se.tillit.web.Cursor;

/// What no page could have sent is refused as such.
@TillitTest
@Tag("M-4a")
class MangledRequestsIT {

  @Autowired Towns towns;
  @Autowired MockMvc mvc;

  private Town town;

  @BeforeEach
  void found() {
    town = towns.found();
  }

  @Test
  void refusesWhatWasNotInTheList() throws Exception {
    told(post(at("/units")).param("name", "Nya enheten").param("body", "skräp"))
        .andExpect(status().isUnprocessableContent());
    told(post("/api/v1/" + town.key() + "/roles")
            .contentType(MediaType.APPLICATION_JSON)
            .content(
                """
                {"duty":"coordinator","person":"%s","unit":"%s","deputy":false}
                """
                    .formatted(town.person(Role.MANAGER), UUID.randomUUID())))
        .andExpect(status().isUnprocessableContent());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/inbox", "/actions", "/findings", "/reviews", "/people"})
  void refusesAMangledPlaceInAList(String list) throws Exception {
    told(get(at(list)).param("after", Cursor.of("skräp", "skräp").toString()))
        .andExpect(status().isUnprocessableContent());
  }

  private String at(String path) {
    return "/" + town.key() + path;
  }

  private ResultActions told(MockHttpServletRequestBuilder request) throws Exception {
    return mvc.perform(request.with(town.as(Role.COORDINATOR)).with(csrf()));
  }
}
