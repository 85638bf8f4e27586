package se.tillit.governingdocument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static se.tillit.schema.audittrail.Tables.ENTRY;
import static se.tillit.schema.governingdocument.Tables.CLAUSE_BINDING_IN_FORCE;
import static se.tillit.schema.governingdocument.Tables.CLAUSE_IN_FORCE;

import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import se.tillit.identity.Role;
import se.tillit.testing.TillitTest;
import se.tillit.testing.Town;
import se.tillit.testing.Towns;

@TillitTest
class GoverningDocumentIT {

  private static final String POLICY =
      """
      1. Grunder
      Policyn ska revideras inför varje ny mandatperiod.
      Bakgrunden är lång.
      2. Ansvar
      Chefer ska fastställa krav samt säkerställa att kraven uppfylls.
      """;

  @Autowired Towns towns;
  @Autowired MockMvc mvc;
  @Autowired DSLContext sql;

  @Test
  @Tag("M-1a")
  @Tag("M-3b")
  void councilAdoptsAPolicyAndItsBoundClausesComeIntoForce() throws Exception {
    Town town = towns.found();
    String id = draft(town, "Policy", "policy");
    accept(town, id);
    assertThat(inForce(town)).isZero();
    adopt(town, id, town.council(), "2026-01-10").andExpect(status().isNoContent());
    assertThat(inForce(town)).isEqualTo(3);
    assertThat(town.within(() -> sql.fetchCount(CLAUSE_BINDING_IN_FORCE))).isPositive();
    assertThat(
            town.within(() ->
                sql.select(ENTRY.ACTION).from(ENTRY).orderBy(ENTRY.NUMBER).fetch(ENTRY.ACTION)))
        .containsExactly(
            "governingdocument.drafted",
            "governingdocument.clauses-accepted",
            "governingdocument.adopted");
  }

  @Test
  @Tag("M-3b")
  @Tag("M-3c")
  @Tag("M-3d")
  void refusesABodyThatIsNotEntitled() throws Exception {
    Town town = towns.found();
    String policy = draft(town, "Policy", "policy");
    adopt(town, policy, town.schoolBoard(), "2026-01-10")
        .andExpect(status().isUnprocessableContent())
        .andExpect(jsonPath("$.code").value("governingdocument.adopt.not-entitled.policy"))
        .andExpect(jsonPath("$.source").value("KL 5 kap. 1 §"));
    String provisions = draft(town, "Bestämmelser", "provision");
    adopt(town, provisions, town.council(), "2026-01-10")
        .andExpect(status().isUnprocessableContent());
    adopt(town, provisions, town.executiveBoard(), "2026-01-10").andExpect(status().isNoContent());
    String instruction = draft(town, "Instruktion", "instruction");
    adopt(town, instruction, town.schoolBoard(), "2026-01-10").andExpect(status().isNoContent());
  }

  @Test
  @Tag("M-1b")
  void newEditionReplacesTheOldAndKeepsBindingsOfUnchangedClauses() throws Exception {
    Town town = towns.found();
    String id = draft(town, "Policy", "policy");
    accept(town, id);
    adopt(town, id, town.council(), "2026-01-10").andExpect(status().isNoContent());
    List<UUID> before = bound(town);
    String text = POLICY.replace("Bakgrunden är lång.", "Medarbetare ska läsa policyn varje år.");
    mvc.perform(
            multipart("/" + town.key() + "/documents/" + id + "/editions")
                .file(
                    new MockMultipartFile(
                        "file", "ny.txt", "text/plain", text.getBytes(StandardCharsets.UTF_8)))
                .with(csrf())
                .with(town.as(Role.COORDINATOR)))
        .andExpect(status().is3xxRedirection());
    mvc.perform(
            get("/" + town.key() + "/documents/" + id + "/comparison")
                .with(town.as(Role.COORDINATOR)))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("Medarbetare ska läsa policyn varje år.")));
    adopt(town, id, town.council(), "2026-03-10").andExpect(status().isNoContent());
    assertThat(bound(town)).containsAll(before).isNotEmpty();
    assertThat(inForce(town)).isEqualTo(3);
  }

  @Test
  void showsTheHierarchyToEmployeesAndNothingToAnotherTown() throws Exception {
    Town town = towns.found();
    Town other = towns.found();
    String id = draft(town, "Policy för Åmål", "policy");
    mvc.perform(get("/" + town.key() + "/documents").with(town.as(Role.EMPLOYEE)))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("Policy för Åmål")));
    mvc.perform(get("/" + other.key() + "/documents/" + id).with(other.as(Role.COORDINATOR)))
        .andExpect(status().isNotFound());
    mvc.perform(
            post("/" + town.key() + "/documents")
                .with(csrf())
                .with(town.as(Role.EMPLOYEE))
                .param("title", "Egen")
                .param("level", "policy")
                .param("text", "Text."))
        .andExpect(status().isForbidden());
  }

  @Test
  void splitsAndMergesAClauseOfADraftFromTheReviewPage() throws Exception {
    Town town = towns.found();
    String id = draft(town, "Policy", "policy");
    String page = "/" + town.key() + "/documents/" + id + "/review";
    mvc.perform(get(page).with(town.as(Role.COORDINATOR)))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("Dela före")));
    String clauses = clauses(town, id);
    int at = 2;
    String clause = JsonPath.read(clauses, "$.items[" + at + "].id");
    String text = JsonPath.read(clauses, "$.items[" + at + "].text");
    mvc.perform(
            post("/" + town.key() + "/documents/" + id + "/clauses/" + clause + "/split")
                .with(csrf())
                .with(town.as(Role.COORDINATOR))
                .param("version", "0")
                .param("offset", String.valueOf(text.indexOf("samt"))))
        .andExpect(status().is3xxRedirection());
    List<String> after = JsonPath.read(clauses(town, id), "$.items[*].text");
    assertThat(after).hasSize(4);
    mvc.perform(
            post("/" + town.key() + "/documents/" + id + "/clauses/" + clause + "/merge")
                .with(csrf())
                .with(town.as(Role.COORDINATOR))
                .param("version", "1"))
        .andExpect(status().is3xxRedirection());
    List<String> merged = JsonPath.read(clauses(town, id), "$.items[*].text");
    assertThat(merged).hasSize(3).contains(text);
  }

  @Test
  void saysWhatIsWrongWithAnEmptyTextAndKeepsWhatWasTyped() throws Exception {
    Town town = towns.found();
    mvc.perform(
            post("/" + town.key() + "/documents")
                .with(csrf())
                .with(town.as(Role.COORDINATOR))
                .param("title", "Min policy")
                .param("level", "policy"))
        .andExpect(status().isUnprocessableContent())
        .andExpect(content().string(containsString("Min policy")))
        .andExpect(content().string(containsString("Det finns ingen text.")));
  }

  private String draft(Town town, String title, String level) throws Exception {
    String body =
        "{\"title\":\""
            + title
            + "\",\"level\":\""
            + level
            + "\",\"text\":\""
            + POLICY.replace("\n", "\\n")
            + "\"}";
    String told =
        mvc.perform(
                post("/api/v1/" + town.key() + "/documents")
                    .with(csrf())
                    .with(town.as(Role.COORDINATOR))
                    .contentType(MediaType.APPLICATION_JSON)
                    .content(body))
            .andExpect(status().isCreated())
            .andReturn()
            .getResponse()
            .getContentAsString(StandardCharsets.UTF_8);
    return JsonPath.read(told, "$.id");
  }

  private void accept(Town town, String id) throws Exception {
    mvc.perform(
            post("/api/v1/" + town.key() + "/documents/" + id + "/clauses/acceptance")
                .with(csrf())
                .with(town.as(Role.COORDINATOR)))
        .andExpect(status().isOk());
  }

  private ResultActions adopt(Town town, String id, UUID body, String day) throws Exception {
    String decision =
        "{\"from\":\""
            + day
            + "\",\"steps\":[{\"body\":\""
            + body
            + "\",\"day\":\""
            + day
            + "\",\"paragraph\":\"§ 7\",\"reference\":\"KS 2026/1\"}]}";
    return mvc.perform(
        post("/api/v1/" + town.key() + "/documents/" + id + "/adoption")
            .with(csrf())
            .with(town.as(Role.COORDINATOR))
            .contentType(MediaType.APPLICATION_JSON)
            .content(decision));
  }

  private String clauses(Town town, String id) throws Exception {
    return mvc.perform(
            get("/api/v1/" + town.key() + "/documents/" + id + "/clauses")
                .with(town.as(Role.COORDINATOR)))
        .andExpect(status().isOk())
        .andReturn()
        .getResponse()
        .getContentAsString(StandardCharsets.UTF_8);
  }

  private int inForce(Town town) {
    return town.within(() -> sql.fetchCount(CLAUSE_IN_FORCE));
  }

  private List<UUID> bound(Town town) {
    return town.within(
        () -> sql.selectFrom(CLAUSE_BINDING_IN_FORCE).fetch(CLAUSE_BINDING_IN_FORCE.CLAUSE_ID));
  }
}
