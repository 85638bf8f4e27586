package se.tillit.governingdocument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static se.tillit.schema.governingdocument.Tables.EDITION;
import static se.tillit.schema.organisation.Tables.ROLE_HOLDING;

import java.util.UUID;
import org.jooq.DSLContext;
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

/// The secretary of one board enters its decisions, and no other's.
@TillitTest
class AdoptionReachIT {

  @Autowired Towns towns;
  @Autowired MockMvc mvc;
  @Autowired DSLContext sql;

  @Test
  @Tag("M-3d")
  void aSecretaryEntersTheDecisionsOfHerOwnBodyAlone() throws Exception {
    Town town = towns.found();
    town.within(() ->
        sql.update(ROLE_HOLDING)
            .set(ROLE_HOLDING.BODY_ID, town.schoolBoard())
            .where(ROLE_HOLDING.ROLE.eq("registrar"))
            .execute());
    PolicyDesk desk = new PolicyDesk(mvc, town);
    String central = desk.draft("Gemensam instruktion", "instruction", "Alla ska låsa dörren.");
    adopt(town, central, town.executiveBoard(), null)
        .andExpect(status().isUnprocessableContent())
        .andExpect(jsonPath("$.code").value("governingdocument.adopt.beyond-reach"));
    desk.adopt(central, town.executiveBoard(), "2026-01-10");
    String own = desk.draft("Skolans instruktion", "instruction", "Alla ska låsa skåpet.");
    adopt(town, own, town.schoolBoard(), central)
        .andExpect(status().isUnprocessableContent())
        .andExpect(jsonPath("$.field").value("replaces"));
    adopt(town, own, town.schoolBoard(), null).andExpect(status().isNoContent());
    mvc.perform(
            post("/" + town.key() + "/documents/" + central + "/lapse")
                .param("last", "2027-01-01")
                .with(town.as(Role.REGISTRAR))
                .with(csrf()))
        .andExpect(status().is3xxRedirection());
    assertThat(
            town.within(() ->
                sql.fetchCount(
                    EDITION,
                    EDITION.DOCUMENT_ID.eq(UUID.fromString(central)).and(EDITION.TO_DAY.isNull()))))
        .isOne();
  }

  private ResultActions adopt(Town town, String document, UUID body, String replaces)
      throws Exception {
    String decision =
        """
        {"from":"2026-02-10","replaces":[%s],
         "steps":[{"body":"%s","day":"2026-02-10","paragraph":"§ 7","reference":"SN 2026/1"}]}
        """
            .formatted(replaces == null ? "" : "\"" + replaces + "\"", body);
    return mvc.perform(
        post("/api/v1/" + town.key() + "/documents/" + document + "/adoption")
            .contentType(MediaType.APPLICATION_JSON)
            .content(decision)
            .with(town.as(Role.REGISTRAR))
            .with(csrf()));
  }
}
