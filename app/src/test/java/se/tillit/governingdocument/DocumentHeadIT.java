package se.tillit.governingdocument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.patch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static se.tillit.schema.audittrail.Tables.ENTRY;

import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import se.tillit.identity.Role;
import se.tillit.testing.TillitTest;
import se.tillit.testing.Town;
import se.tillit.testing.Towns;

@TillitTest
class DocumentHeadIT {

  @Autowired Towns towns;
  @Autowired MockMvc mvc;
  @Autowired DSLContext sql;

  private Town town;
  private PolicyDesk desk;
  private String id;

  @BeforeEach
  void draft() throws Exception {
    town = towns.found();
    desk = new PolicyDesk(mvc, town);
    id = desk.draft("Policy", "policy", "Alla ska vara kloka.");
  }

  @Test
  @Tag("M-1b")
  void changesTheHeadOnItsPageAndLetsTheRevisionDayFollow() throws Exception {
    desk.adopt(id, town.council(), "2026-01-10");
    desk.open(id, "/edit").andExpect(status().isOk());
    desk.press(
            id,
            "",
            "version",
            "0",
            "title",
            "Informationssäkerhetspolicy",
            "number",
            "KFS 4:1",
            "owner",
            town.person(Role.COORDINATOR).toString(),
            "revisionRule",
            "every-years",
            "revisionYears",
            "2")
        .andExpect(status().is3xxRedirection());

    desk.open(id, "")
        .andExpect(content().string(containsString("KFS 4:1")))
        .andExpect(content().string(containsString("2028-01-10")));
    assertThat(town.within(() -> sql.select(ENTRY.ACTION).from(ENTRY).fetch(ENTRY.ACTION)))
        .contains("governingdocument.changed", "governingdocument.revision-moved");
  }

  @Test
  void changesOnlyWhatAPatchSays() throws Exception {
    patched("\"0\"", "{\"number\":\"7\"}")
        .andExpect(status().isOk())
        .andExpect(header().string("ETag", "\"1\""))
        .andExpect(jsonPath("$.title").value("Policy"))
        .andExpect(jsonPath("$.number").value("7"));
    patched("\"0\"", "{\"number\":\"8\"}").andExpect(status().isConflict());
    desk.told(desk.json(patch(desk.api("/" + id))).content("{\"number\":\"8\"}"))
        .andExpect(status().isUnprocessableContent());
    patched("\"1\"", "{\"title\":\"\"}")
        .andExpect(status().isUnprocessableContent())
        .andExpect(jsonPath("$.code").value("governingdocument.title.missing"));
  }

  @Test
  void refusesANumberThatIsTakenAndACircleOfDocuments() throws Exception {
    String below = desk.draft("Bestämmelser", "provision", "Alla ska veta.");
    patched("\"0\"", "{\"number\":\"7\"}").andExpect(status().isOk());
    desk.press(
            below,
            "",
            "version",
            "0",
            "title",
            "Bestämmelser",
            "number",
            "7",
            "revisionRule",
            "by-hand")
        .andExpect(status().isUnprocessableContent())
        .andExpect(content().string(containsString("Numret 7 har ett annat dokument.")));
    desk.press(below, "", "version", "0", "title", "B", "parent", id, "revisionRule", "by-hand")
        .andExpect(status().is3xxRedirection());
    patched("\"1\"", "{\"parent\":\"" + below + "\"}")
        .andExpect(status().isUnprocessableContent())
        .andExpect(jsonPath("$.code").value("governingdocument.parent.below"));
  }

  @Test
  void refusesTheWrongRoleAndHidesTheOtherTenant() throws Exception {
    Town other = towns.found();
    mvc.perform(
            post("/" + town.key() + "/documents/" + id).with(csrf()).with(town.as(Role.EMPLOYEE)))
        .andExpect(status().isForbidden());
    mvc.perform(
            get("/" + other.key() + "/documents/" + id + "/edit").with(other.as(Role.COORDINATOR)))
        .andExpect(status().isNotFound());
  }

  private ResultActions patched(String ifMatch, String body) throws Exception {
    return desk.told(
        desk.json(patch(desk.api("/" + id))).header("If-Match", ifMatch).content(body));
  }
}
