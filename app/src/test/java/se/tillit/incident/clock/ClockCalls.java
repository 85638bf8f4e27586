package se.tillit.incident.clock;

import static org.springframework.http.MediaType.APPLICATION_JSON;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import se.tillit.identity.Role;
import se.tillit.testing.Town;

/// Calls of the API about the clocks of one case; hours are from now.
record ClockCalls(MockMvc mvc, Town town, UUID incident, Instant now) {

  ResultActions start(String regime, UUID responsible) throws Exception {
    return startAt(regime, responsible, -8);
  }

  ResultActions startAt(String regime, UUID responsible, int hours) throws Exception {
    String body =
        "{\"regime\":\"%s\",\"responsible\":\"%s\",\"startedAt\":\"%s\"}"
            .formatted(regime, responsible, at(hours));
    return send(post(api("/incidents/" + incident + "/clocks")).content(body), Role.COORDINATOR);
  }

  ResultActions submit(String clock, int version, String step, String stage, int hours)
      throws Exception {
    String body =
        """
        {"step":"%s","stage":"%s","at":"%s","caseNumber":"NCSC-77","submitter":"Åsa"}
        """
            .formatted(step, stage, at(hours));
    return change(post(api("/clocks/" + clock + "/submissions")), version, body);
  }

  ResultActions restart(String clock, int version, int hours, String reason) throws Exception {
    String body = "{\"startedAt\":\"%s\",\"reason\":\"%s\"}".formatted(at(hours), reason);
    return change(put(api("/clocks/" + clock + "/start")), version, body);
  }

  ResultActions extend(String clock, int version, String step) throws Exception {
    String body = "{\"step\":\"%s\",\"reason\":\"Många uppgifter\"}".formatted(step);
    return change(put(api("/clocks/" + clock + "/extension")), version, body);
  }

  ResultActions omit(String clock, int version, String step, String reason) throws Exception {
    String body = "{\"step\":\"%s\",\"reason\":\"%s\"}".formatted(step, reason);
    return change(put(api("/clocks/" + clock + "/omission")), version, body);
  }

  ResultActions waive(String clock, int version, String because, String point) throws Exception {
    String body =
        """
        {"because":"%s","decider":"Skolchefen","delegate":%s,"delegationPoint":"%s"}
        """
            .formatted(because, !point.isEmpty(), point);
    return change(put(api("/clocks/" + clock + "/waiver")), version, body);
  }

  ResultActions change(MockHttpServletRequestBuilder request, int version, String body)
      throws Exception {
    return send(request.header("If-Match", "\"" + version + "\"").content(body), Role.COORDINATOR);
  }

  ResultActions show(String clock) throws Exception {
    return send(get(api("/clocks/" + clock)), Role.COORDINATOR);
  }

  String step(String clock, int at) throws Exception {
    String found = show(clock).andReturn().getResponse().getContentAsString();
    return JsonPath.read(found, "$.steps[" + at + "].id");
  }

  static String id(ResultActions created) throws Exception {
    created.andExpect(status().isCreated());
    return JsonPath.read(created.andReturn().getResponse().getContentAsString(), "$.id");
  }

  ResultActions send(MockHttpServletRequestBuilder request, Role role) throws Exception {
    return mvc.perform(request.contentType(APPLICATION_JSON).with(town.as(role)).with(csrf()));
  }

  String at(int hours) {
    return now.plus(hours, ChronoUnit.HOURS).toString();
  }

  String api(String path) {
    return "/api/v1/" + town.key() + path;
  }
}
