package se.tillit.organisation.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static se.tillit.schema.audittrail.Tables.ENTRY;
import static se.tillit.schema.organisation.Tables.CURRENT_BODY;
import static se.tillit.schema.organisation.Tables.CURRENT_LEGAL_ENTITY;
import static se.tillit.schema.organisation.Tables.CURRENT_UNIT;

import com.jayway.jsonpath.JsonPath;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import se.tillit.identity.Role;
import se.tillit.kernel.Sweden;
import se.tillit.testing.TillitTest;
import se.tillit.testing.Town;
import se.tillit.testing.Towns;

@TillitTest
class SetupIT {

  @Autowired Towns towns;
  @Autowired MockMvc mvc;
  @Autowired DSLContext sql;

  @Test
  @Tag("K-4a")
  @Tag("K-4.1.2")
  void leadsAFederationWithNothingButADirectorateFromNothingToWorking() throws Exception {
    Town town = towns.unstaffed();
    mvc.perform(get("/" + town.key()).with(town.as(Role.ADMINISTRATOR)))
        .andExpect(redirectedUrl("/" + town.key() + "/setup"));
    assertThat(progress(town)).containsOnly("ahead");

    UUID directorate = foundFederation(town);
    send(
        town,
        "/units",
        it ->
            it.param("name", "Stationen")
                .param("kind", "administration")
                .param("body", directorate.toString()));
    UUID station =
        town.within(
            () -> sql.select(CURRENT_UNIT.UNIT_ID).from(CURRENT_UNIT).fetchSingle().value1());
    send(
        town,
        "/people",
        it ->
            it.param("givenName", "Åsa")
                .param("familyName", "Öberg")
                .param("email", "asa@dal.example")
                .param("kind", "manager")
                .param("unit", station.toString()));
    send(town, "/terms/statutory", it -> it);
    send(
        town,
        "/bodies/" + directorate + "/meetings",
        it -> it.param("day", "2031-01-14\n2031-02-11, 2031-03-11").param("papers", "10"));
    send(town, "/roles/expected/usual", it -> it);
    send(town, "/roles", it -> it.param("duty", "coordinator").param("person", "asa@dal.example"));

    assertThat(progress(town))
        .containsExactly("done", "done", "done", "done", "done", "done", "done", "begun", "ahead");
    mvc.perform(get("/" + town.key() + "/setup").with(town.as(Role.ADMINISTRATOR)))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("7 av 9 steg")))
        .andExpect(content().string(containsString("3 möten är inlagda")))
        .andExpect(content().string(not(containsString("??"))));
    assertThat(trail(town))
        .contains(
            "organisation.entity-founded",
            "organisation.body-founded",
            "organisation.unit-opened",
            "organisation.person-added",
            "organisation.person-assigned",
            "organisation.term-set",
            "organisation.meeting-planned",
            "organisation.duty-expected",
            "organisation.duty-given");
  }

  @Test
  @Tag("M-3b")
  void isCompleteForAFederationOnceItsDirectorateHasAdoptedThePolicy() throws Exception {
    Town town = towns.unstaffed();
    UUID directorate = foundFederation(town);
    send(
        town,
        "/roles",
        it -> it.param("duty", "coordinator").param("person", "åsa@" + town.key() + ".example"));
    String review =
        send(
            town,
            "/documents",
            it ->
                it.param("title", "Informationssäkerhetspolicy")
                    .param("level", "policy")
                    .param("text", "Varje chef ska se till att informationen är klassad."));
    assertThat(review).endsWith("/review");
    assertThat(progress(town).getLast()).isEqualTo("begun");
    mvc.perform(get(review).with(town.as(Role.ADMINISTRATOR)))
        .andExpect(content().string(containsString("ska se till att informationen är klassad")));
    String document = review.replace("/review", "");
    String today = LocalDate.now(Sweden.ZONE).toString();
    send(
        town,
        document.substring(town.key().length() + 1) + "/adoption",
        it ->
            it.param("body", directorate.toString())
                .param("day", today)
                .param("paragraph", "§ 7")
                .param("reference", "DAL 2026-12"));
    assertThat(progress(town).getLast()).isEqualTo("done");
    mvc.perform(get(document).with(town.as(Role.ADMINISTRATOR)))
        .andExpect(content().string(containsString("Direktionen")))
        .andExpect(content().string(containsString("DAL 2026-12")));
  }

  /// A legal entity and its only body; the first is chosen where the second is added.
  private UUID foundFederation(Town town) throws Exception {
    send(town, "/bodies", it -> it.param("name", "Räddning Dal").param("kind", "federation"));
    UUID federation =
        town.within(() ->
            sql.select(CURRENT_LEGAL_ENTITY.LEGAL_ENTITY_ID)
                .from(CURRENT_LEGAL_ENTITY)
                .fetchSingle()
                .value1());
    mvc.perform(get("/" + town.key() + "/bodies/new").with(town.as(Role.ADMINISTRATOR)))
        .andExpect(content().string(containsString("\"directorate\" selected")));
    send(
        town,
        "/bodies",
        it ->
            it.param("name", "Direktionen")
                .param("kind", "directorate")
                .param("entity", federation.toString()));
    UUID directorate =
        town.within(
            () -> sql.select(CURRENT_BODY.BODY_ID).from(CURRENT_BODY).fetchSingle().value1());
    return directorate;
  }

  @Test
  void isForThoseWhoBuildTheOrganisationAlone() throws Exception {
    Town town = towns.found();
    mvc.perform(get("/" + town.key() + "/setup").with(town.as(Role.EMPLOYEE)))
        .andExpect(status().isForbidden());
    mvc.perform(get("/" + town.key()).with(town.as(Role.EMPLOYEE)))
        .andExpect(redirectedUrl("/" + town.key() + "/todo"));
    mvc.perform(get("/" + town.key()).with(town.as(Role.COORDINATOR)))
        .andExpect(redirectedUrl("/" + town.key() + "/setup"));
  }

  private List<String> progress(Town town) throws Exception {
    String shown =
        mvc.perform(get("/api/v1/" + town.key() + "/setup").with(town.as(Role.ADMINISTRATOR)))
            .andExpect(status().isOk())
            .andReturn()
            .getResponse()
            .getContentAsString();
    return JsonPath.read(shown, "$.steps[*].progress");
  }

  /// Sends a form; the answer is where it led.
  private String send(Town town, String path, UnaryOperator<MockHttpServletRequestBuilder> filled)
      throws Exception {
    return Objects.requireNonNull(
        mvc.perform(
                filled
                    .apply(post("/" + town.key() + path))
                    .with(town.as(Role.ADMINISTRATOR))
                    .with(csrf()))
            .andExpect(status().is3xxRedirection())
            .andReturn()
            .getResponse()
            .getRedirectedUrl());
  }

  private List<String> trail(Town town) {
    return town.within(() -> sql.select(ENTRY.ACTION).from(ENTRY).fetch(ENTRY.ACTION));
  }
}
