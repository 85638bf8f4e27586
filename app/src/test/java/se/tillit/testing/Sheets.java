package se.tillit.testing;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import se.tillit.identity.Role;

/// Sends spreadsheets to a town and takes them out of it, as somebody in it.
public record Sheets(MockMvc mvc, Town town, Role role) {

  /// Sends a file and answers what was found in it.
  public String read(String kind, byte[] file, boolean complete) throws Exception {
    String id = send(kind, file, complete);
    return waitFor(id, "READY");
  }

  public String send(String kind, byte[] file, boolean complete) throws Exception {
    String answer =
        mvc.perform(
                multipart("/api/v1/" + town.key() + "/imports/" + kind)
                    .file(new MockMultipartFile("file", "fil", "text/csv", file))
                    .param("complete", String.valueOf(complete))
                    .with(town.as(role))
                    .with(csrf()))
            .andExpect(status().isAccepted())
            .andReturn()
            .getResponse()
            .getContentAsString(StandardCharsets.UTF_8);
    return JsonPath.read(answer, "$.id");
  }

  /// Sends a file, takes it, and answers the import's id.
  public String take(String kind, byte[] file, boolean complete) throws Exception {
    String id = JsonPath.read(read(kind, file, complete), "$.id");
    to(id, "acceptance").andExpect(status().isAccepted());
    waitFor(id, "ACCEPTED");
    return id;
  }

  public ResultActions to(String id, String what) throws Exception {
    return mvc.perform(
        post("/api/v1/" + town.key() + "/imports/" + id + "/" + what)
            .with(town.as(role))
            .with(csrf()));
  }

  public String waitFor(String id, String state) throws Exception {
    String shown = "";
    for (int tries = 0; tries < 200; tries++) {
      shown =
          mvc.perform(get("/api/v1/" + town.key() + "/imports/" + id).with(town.as(role)))
              .andExpect(status().isOk())
              .andReturn()
              .getResponse()
              .getContentAsString(StandardCharsets.UTF_8);
      if (JsonPath.read(shown, "$.state").equals(state)) {
        return shown;
      }
      Thread.sleep(50);
    }
    throw new AssertionError("never " + state + ": " + shown);
  }

  /// The file that an export's address answers with.
  public byte[] export(String path) throws Exception {
    return mvc.perform(get("/" + town.key() + path).with(town.as(role)))
        .andExpect(status().isOk())
        .andReturn()
        .getResponse()
        .getContentAsByteArray();
  }

  public static int count(String shown, String rows) {
    return JsonPath.<Integer>read(shown, "$.rows." + rows);
  }
}
