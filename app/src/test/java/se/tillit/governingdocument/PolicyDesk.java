package se.tillit.governingdocument;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import se.tillit.identity.Role;
import se.tillit.testing.Town;
import tools.jackson.databind.json.JsonMapper;

/// A coordinator at work with one town's documents.
final class PolicyDesk {

  private final MockMvc mvc;
  private final Town town;

  PolicyDesk(MockMvc mvc, Town town) {
    this.mvc = mvc;
    this.town = town;
  }

  String draft(String title, String level, String text) throws Exception {
    String body =
        JsonMapper.shared()
            .writeValueAsString(Map.of("title", title, "level", level, "text", text));
    return read(told(json(post(api(""))).content(body)).andExpect(status().isCreated()), "$.id");
  }

  void redraft(String id, String text) throws Exception {
    press(id, "/editions", "text", text).andExpect(status().is3xxRedirection());
  }

  void adopt(String id, UUID body, String day) throws Exception {
    String decision =
        """
        {"from":"%s","steps":[{"body":"%s","day":"%s","paragraph":"§ 7","reference":"KS 2026/1"}]}
        """
            .formatted(day, body, day);
    told(json(post(api("/" + id + "/adoption"))).content(decision))
        .andExpect(status().isNoContent());
  }

  /// What the API tells of the clauses of the edition that says most, by JSON path.
  <T> T clauses(String id, String path) throws Exception {
    return read(told(get(api("/" + id + "/clauses"))), path);
  }

  /// The clause that begins so.
  String clause(String id, String words) throws Exception {
    List<String> found = clauses(id, "$.items[?(@.text =~ /" + words + ".*/)].id");
    return found.getFirst();
  }

  ResultActions press(String id, String path, String... typed) throws Exception {
    var request = post("/" + town.key() + "/documents/" + id + path).with(csrf());
    for (int at = 0; at < typed.length; at += 2) {
      request.param(typed[at], typed[at + 1]);
    }
    return told(request);
  }

  ResultActions open(String id, String path) throws Exception {
    return told(get("/" + town.key() + "/documents/" + id + path));
  }

  ResultActions told(MockHttpServletRequestBuilder request) throws Exception {
    return mvc.perform(request.with(town.as(Role.COORDINATOR)));
  }

  MockHttpServletRequestBuilder json(MockHttpServletRequestBuilder request) {
    return request.with(csrf()).contentType(MediaType.APPLICATION_JSON);
  }

  String api(String path) {
    return "/api/v1/" + town.key() + "/documents" + path;
  }

  private static String text(ResultActions answer) throws Exception {
    return answer.andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
  }

  static <T> T read(ResultActions answer, String path) throws Exception {
    return JsonPath.read(text(answer), path);
  }
}
