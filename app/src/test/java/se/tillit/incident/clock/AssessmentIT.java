package se.tillit.incident.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.http.HttpHeaders.ETAG;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static se.tillit.schema.audittrail.Tables.ENTRY;
import static se.tillit.schema.incident.Tables.INCIDENT;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import se.tillit.identity.Role;
import se.tillit.testing.TillitTest;
import se.tillit.testing.Town;
import se.tillit.testing.Towns;

/// Assessments over the API, and what the case says beside each question.
@TillitTest
class AssessmentIT {

  @Autowired Towns towns;
  @Autowired MockMvc mvc;
  @Autowired DSLContext sql;

  private Town town;
  private UUID incident;

  @BeforeEach
  void found() {
    town = towns.found();
    incident = Events.aCase(sql, town, Instant.now().minus(10, ChronoUnit.HOURS));
  }

  @Test
  @Tag("K-4.1.7b")
  void judgesOverTheApiByTheVersionThatWasRead() throws Exception {
    shown(town, Role.COORDINATOR)
        .andExpect(status().isOk())
        .andExpect(header().string(ETAG, "\"0\""))
        .andExpect(jsonPath("$", hasSize(0)));
    judged(Role.COORDINATOR, 0, "unknown")
        .andExpect(status().isOk())
        .andExpect(jsonPath("$[0].judgement.outcome").value("UNDECIDED"));
    judged(Role.COORDINATOR, 0, "yes").andExpect(status().isConflict());
    judged(Role.COORDINATOR, 1, "yes")
        .andExpect(status().isOk())
        .andExpect(jsonPath("$", hasSize(2)))
        .andExpect(jsonPath("$[0].judgement.outcome").value("APPLIES"));
    Integer trail = town.within(() -> sql.fetchCount(ENTRY, ENTRY.ACTION.eq("incident.assessed")));
    assertThat(trail).isEqualTo(2);
  }

  @Test
  void refusesAnswersThatAreNoneAndThoseWithoutAVersion() throws Exception {
    judged(Role.COORDINATOR, 0, "perhaps")
        .andExpect(status().isUnprocessableContent())
        .andExpect(content().string(containsString("perhaps")));
    mvc.perform(
            post(path(town))
                .contentType(MediaType.APPLICATION_JSON)
                .content("{}")
                .with(town.as(Role.COORDINATOR))
                .with(csrf()))
        .andExpect(status().isUnprocessableContent())
        .andExpect(content().string(containsString("If-Match")));
  }

  @Test
  void isClosedToThoseWhoDoNotReadCasesAndToOtherTowns() throws Exception {
    shown(town, Role.EMPLOYEE).andExpect(status().isForbidden());
    Town other = towns.found();
    mvc.perform(get(path(other)).with(other.as(Role.COORDINATOR))).andExpect(status().isNotFound());
  }

  @Test
  @Tag("K-4.1.7b")
  void laysWhatTheCaseSaysBesideTheThresholdAndAnswersNothing() throws Exception {
    town.within(() -> sql.update(INCIDENT).set(INCIDENT.PERSONS_AFFECTED, 620).execute());
    String page = "/" + town.key() + "/incidents/" + incident + "/assessments/csl/";
    String shown =
        mvc.perform(get(page + town.municipality()).with(town.as(Role.COORDINATOR)))
            .andExpect(status().isOk())
            .andReturn()
            .getResponse()
            .getContentAsString();
    assertThat(shown)
        .contains("Ärendet: 620 berörda personer. Gränsen är 500.")
        .contains("Ärendet: har pågått i 10 h")
        .doesNotContainPattern("name=\"answer.C1\" value=\"yes\" checked");
  }

  private ResultActions shown(Town of, Role role) throws Exception {
    return mvc.perform(get(path(of)).with(of.as(role)));
  }

  private ResultActions judged(Role role, int based, String answer) throws Exception {
    String body =
        "{\"sectors\":[\"public-administration\"],\"answers\":{\"A1\":\"%s\"}}".formatted(answer);
    return mvc.perform(
        post(path(town))
            .header("If-Match", "\"" + based + "\"")
            .contentType(MediaType.APPLICATION_JSON)
            .content(body)
            .with(town.as(role))
            .with(csrf()));
  }

  private String path(Town of) {
    return "/api/v1/"
        + of.key()
        + "/incidents/"
        + incident
        + "/assessments/csl/"
        + of.municipality();
  }
}
