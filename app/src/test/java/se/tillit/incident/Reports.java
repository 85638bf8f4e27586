package se.tillit.incident;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import se.tillit.identity.Role;
import se.tillit.testing.Town;

/// Reports incidents in a town and works with them, as the people in it would.
public record Reports(MockMvc mvc, Town town) {

  /// Reports from the school, and answers where the receipt lies.
  public String report(String key, String text, String personal) throws Exception {
    return mvc.perform(form(key, text, personal))
        .andExpect(status().is3xxRedirection())
        .andReturn()
        .getResponse()
        .getHeader("Location");
  }

  public MockHttpServletRequestBuilder form(String key, String text, String personal) {
    return submit("/incidents", Role.EMPLOYEE)
        .param("key", key)
        .param("security", "no")
        .param("certainty", "known")
        .param("personal", personal)
        .param("place", "unit:" + town.school())
        .param("happening", text);
  }

  public MockHttpServletRequestBuilder submit(String path, Role role) {
    return post(page(path)).with(town.as(role)).with(csrf());
  }

  public MockHttpServletRequestBuilder get(String path, Role role) {
    return MockMvcRequestBuilders.get(page(path)).with(town.as(role));
  }

  public MockHttpServletRequestBuilder json(String path, String body) {
    return post("/api/v1/" + town.key() + path)
        .with(town.as(Role.COORDINATOR))
        .with(csrf())
        .contentType(MediaType.APPLICATION_JSON)
        .content(body);
  }

  /// The first case of the coordinator's queue.
  public UUID first() throws Exception {
    String answer = text("/api/v1/" + town.key() + "/incidents", Role.COORDINATOR);
    return UUID.fromString(JsonPath.read(answer, "$.items[0].id"));
  }

  public String text(String address, Role role) throws Exception {
    return mvc.perform(MockMvcRequestBuilders.get(address).with(town.as(role)))
        .andExpect(status().isOk())
        .andReturn()
        .getResponse()
        .getContentAsString(StandardCharsets.UTF_8);
  }

  public String page(String path) {
    return "/" + town.key() + path;
  }
}
