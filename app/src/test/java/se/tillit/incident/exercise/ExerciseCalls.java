package se.tillit.incident.exercise;

import static org.springframework.http.MediaType.APPLICATION_JSON;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.util.UUID;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import se.tillit.identity.Role;
import se.tillit.testing.Town;

/// Calls of the API about exercises of the school board, led by the coordinator.
record ExerciseCalls(MockMvc mvc, Town town) {

  static final String INJECTS =
      """
      [{"afterMinutes":0,"title":"Samtal","text":"Någon ringer."},
       {"afterMinutes":120,"title":"Mer","text":"Fler ringer."},
       {"afterMinutes":9000,"title":"Pressen","text":"En tidning ringer."}]
      """;

  UUID running(int factor) throws Exception {
    UUID id = planned(factor);
    join(id, Role.MANAGER).andExpect(status().is3xxRedirection());
    move(id, 0, "running").andExpect(status().isOk());
    return id;
  }

  UUID planned(int factor) throws Exception {
    return UUID.fromString(
        read(send(post(api("")).content(body(factor)), Role.COORDINATOR), "$.id"));
  }

  String body(int factor) {
    return """
    {"title":"Filerna kvittras bort","goal":"Att ringa rätt personer.","body":"%s","factor":%d,
     "day":"2026-12-01","injects":%s}
    """
        .formatted(town.schoolBoard(), factor, INJECTS);
  }

  ResultActions join(UUID id, Role role) throws Exception {
    return mvc.perform(
        post("/" + town.key() + "/incidents/exercises/" + id + "/participants")
            .with(town.as(Role.COORDINATOR))
            .with(csrf())
            .param("person", town.person(role).toString()));
  }

  ResultActions move(UUID id, int version, String state) throws Exception {
    return send(
        post(api("/" + id + "/state"))
            .header("If-Match", "\"" + version + "\"")
            .content("{\"state\":\"%s\",\"summary\":\"Vi ringde rätt.\"}".formatted(state)),
        Role.COORDINATOR);
  }

  ResultActions show(UUID id) throws Exception {
    return send(get(api("/" + id)), Role.COORDINATOR);
  }

  UUID incidentOf(UUID id) throws Exception {
    return UUID.fromString(read(show(id), "$.exercise.incident"));
  }

  ResultActions send(MockHttpServletRequestBuilder request, Role role) throws Exception {
    return mvc.perform(request.contentType(APPLICATION_JSON).with(town.as(role)).with(csrf()));
  }

  static <T> T read(ResultActions answer, String path) throws Exception {
    return JsonPath.read(answer.andReturn().getResponse().getContentAsString(), path);
  }

  String api(String path) {
    return "/api/v1/" + town.key() + "/incidents/exercises" + path;
  }
}
