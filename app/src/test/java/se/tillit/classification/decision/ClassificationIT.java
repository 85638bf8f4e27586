package se.tillit.classification.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.MediaType.APPLICATION_JSON;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static se.tillit.schema.audittrail.Tables.ENTRY;
import static se.tillit.schema.classification.Tables.DECISION;

import com.jayway.jsonpath.JsonPath;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.hamcrest.Matchers;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import se.tillit.identity.Role;
import se.tillit.testing.TillitTest;
import se.tillit.testing.Town;
import se.tillit.testing.Towns;

@TillitTest
class ClassificationIT {

  private static final List<String> ASPECTS =
      List.of("confidentiality", "integrity", "availability");

  @Autowired Towns towns;
  @Autowired MockMvc mvc;
  @Autowired DSLContext sql;

  @Test
  @Tag("K-1")
  @Tag("M-1c")
  void shipsThreeAspectsThatTheMunicipalityDefinesInItsOwnWords() throws Exception {
    Town town = towns.found();
    String base = "/" + town.key() + "/classifications/model";
    mvc.perform(get(base).with(town.as(Role.MANAGER)))
        .andExpect(status().isOk())
        .andExpect(content().string(Matchers.containsString("Konfidentialitet")))
        .andExpect(content().string(Matchers.containsString("Riktighet")))
        .andExpect(content().string(Matchers.containsString("Tillgänglighet")));
    send(town, Role.COORDINATOR, post(base + "/draft"));
    mvc.perform(get(base + "/draft").with(town.as(Role.COORDINATOR))).andExpect(status().isOk());
    send(
        town,
        Role.COORDINATOR,
        post(base + "/draft/text")
            .param("version", "0")
            .param("aspect.integrity.definition", "Uppgifterna är rätta och hela.")
            .param("traceability", "true"));
    UUID draft =
        town.within(() ->
            sql.select(se.tillit.schema.classification.Tables.MODEL.ID)
                .from(se.tillit.schema.classification.Tables.MODEL)
                .where(se.tillit.schema.classification.Tables.MODEL.STATE.eq("draft"))
                .fetchSingle()
                .value1());
    send(
        town,
        Role.COORDINATOR,
        post(base + "/" + draft + "/adoption")
            .param("reference", "KS 2026-12-02 § 214")
            .param("sameScale", "true"));
    mvc.perform(get("/api/v1/" + town.key() + "/classification-model").with(town.as(Role.MANAGER)))
        .andExpect(jsonPath("$.number").value(2))
        .andExpect(jsonPath("$.aspects.length()").value(4))
        .andExpect(jsonPath("$.aspects[1].definition").value("Uppgifterna är rätta och hela."));
  }

  @Test
  void refusesToRewriteTheModelForThoseWhoOnlyReadIt() throws Exception {
    Town town = towns.found();
    mvc.perform(
            post("/" + town.key() + "/classifications/model/draft")
                .with(town.as(Role.MANAGER))
                .with(csrf()))
        .andExpect(status().isForbidden());
  }

  @Test
  @Tag("K-4.1.4b")
  void decidesByTheWorstConsequenceStepByStepAndCanBeLeftAndResumed() throws Exception {
    Town town = towns.found();
    UUID asset = asset(town, "Elevakter", town.school());
    String guide = begin(town, asset);
    assertThat(begin(town, asset)).isEqualTo(guide);
    for (String aspect : ASPECTS) {
      mvc.perform(get(guide).param("step", aspect).with(town.as(Role.MANAGER)))
          .andExpect(status().isOk())
          .andExpect(content().string(Matchers.not(Matchers.containsString("??"))));
      send(town, Role.MANAGER, answers(guide, aspect, aspect.equals("integrity") ? 3 : 1));
    }
    mvc.perform(get(guide).with(town.as(Role.MANAGER)))
        .andExpect(content().string(Matchers.containsString("Allvarlig")));
    send(
        town,
        Role.MANAGER,
        post(guide + "/decision").param("participants", "Rektor").param("validUntil", nextYear()));
    mvc.perform(get("/api/v1/" + town.key() + "/assets/" + asset).with(town.as(Role.MANAGER)))
        .andExpect(jsonPath("$.classification.profile").value("K1 R3 T1"))
        .andExpect(jsonPath("$.classification.label").value("Allvarlig"));
    for (String page : List.of(guide, "/" + town.key() + "/assets/" + asset + "/classification")) {
      mvc.perform(get(page).with(town.as(Role.MANAGER)))
          .andExpect(status().isOk())
          .andExpect(content().string(Matchers.containsString("Allvarlig")));
    }
    mvc.perform(get("/" + town.key() + "/classifications").with(town.as(Role.MANAGER)))
        .andExpect(content().string(Matchers.containsString("Elevakter")));
  }

  @Test
  void refusesAnUnansweredCategoryAndKeepsWhatWasTyped() throws Exception {
    Town town = towns.found();
    String guide = begin(town, asset(town, "Betyg", town.school()));
    mvc.perform(
            post(guide + "/answers/confidentiality")
                .param("level.people", "2")
                .param("motivation", "Därför att")
                .with(town.as(Role.MANAGER))
                .with(csrf()))
        .andExpect(status().isUnprocessableContent())
        .andExpect(content().string(Matchers.containsString("Därför att")));
  }

  @Test
  void refusesALevelBelowTheWorstConsequence() throws Exception {
    Town town = towns.found();
    String guide = begin(town, asset(town, "Betyg", town.school()));
    for (String aspect : ASPECTS) {
      send(town, Role.MANAGER, answers(guide, aspect, 2));
    }
    mvc.perform(
            post(guide + "/decision")
                .param("level.integrity", "1")
                .param("motivation.integrity", "Nytt skäl")
                .param("participants", "Rektorn själv")
                .param("validUntil", nextYear())
                .with(town.as(Role.MANAGER))
                .with(csrf()))
        .andExpect(status().isUnprocessableContent())
        .andExpect(content().string(Matchers.containsString("Nytt skäl")))
        .andExpect(content().string(Matchers.containsString("Rektorn själv")));
  }

  @Test
  void hidesClassificationsOfUnitsAndTenantsOutOfReach() throws Exception {
    Town town = towns.found();
    Town other = towns.found();
    UUID office = asset(town, "Avtal", town.office());
    UUID abroad = asset(other, "Hemligt", other.office());
    mvc.perform(
            get("/" + town.key() + "/assets/" + office + "/classification")
                .with(town.as(Role.MANAGER)))
        .andExpect(status().isNotFound());
    mvc.perform(
            get("/" + town.key() + "/assets/" + abroad + "/classification")
                .with(town.as(Role.COORDINATOR)))
        .andExpect(status().isNotFound());
  }

  @Test
  void letsAUnitRaiseACommonClassButLowerItOnlyWithApproval() throws Exception {
    Town town = towns.found();
    send(
        town,
        Role.COORDINATOR,
        post("/" + town.key() + "/classifications/common")
            .param("informationType", "Personakter")
            .param("level.confidentiality", "3")
            .param("level.integrity", "2")
            .param("level.availability", "1")
            .param("motivation", "Socialtjänstsekretess"));
    UUID asset = asset(town, "Akter", town.school());
    decideAtOnce(town, asset, 1);
    mvc.perform(get("/api/v1/" + town.key() + "/assets/" + asset).with(town.as(Role.MANAGER)))
        .andExpect(jsonPath("$.classification").doesNotExist());
    String decision =
        town.within(() ->
            sql.select(DECISION.ID)
                .from(DECISION)
                .where(DECISION.STATE.eq("proposed"))
                .fetchSingle()
                .value1()
                .toString());
    String home = "/api/v1/" + town.key() + "/classifications/" + decision;
    String tag =
        mvc.perform(get(home).with(town.as(Role.COORDINATOR)))
            .andReturn()
            .getResponse()
            .getHeader("ETag");
    town.within(() ->
        sql.update(DECISION)
            .set(DECISION.DECIDED_BY, town.person(Role.HEAD_OF_SECURITY))
            .where(DECISION.STATE.eq("proposed"))
            .execute());
    mvc.perform(
            post(home + "/approval")
                .header("If-Match", tag)
                .contentType(APPLICATION_JSON)
                .content("{\"approved\":true,\"note\":\"Min egen\"}")
                .with(town.as(Role.HEAD_OF_SECURITY))
                .with(csrf()))
        .andExpect(status().isUnprocessableContent());
    mvc.perform(
            post(home + "/approval")
                .header("If-Match", tag)
                .contentType(APPLICATION_JSON)
                .content("{\"approved\":true,\"note\":\"Bara kopior\"}")
                .with(town.as(Role.COORDINATOR))
                .with(csrf()))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.state").value("settled"));
    mvc.perform(get("/api/v1/" + town.key() + "/assets/" + asset).with(town.as(Role.MANAGER)))
        .andExpect(jsonPath("$.classification.profile").value("K1 R1 T1"));
  }

  @Test
  @Tag("M-4a")
  void keepsWhatWasSaidOfARaiseThatIsRefused() throws Exception {
    Town town = towns.found();
    UUID carrier = carrier(town, "Skolplattformen");
    mvc.perform(
            post("/" + town.key() + "/carriers/" + carrier + "/raises")
                .param("aspect", "integrity")
                .param("level", "0")
                .param("motivation", "Avtalet kräver det")
                .with(town.as(Role.COORDINATOR))
                .with(csrf()))
        .andExpect(status().isUnprocessableContent())
        .andExpect(content().string(Matchers.containsString("Avtalet kräver det")));
  }

  @Test
  @Tag("K-4.1.4b")
  void givesACarrierTheHighestLevelPerAspectAndSaysWhy() throws Exception {
    Town town = towns.found();
    UUID carrier = carrier(town, "Skolplattformen");
    UUID mild = asset(town, "Matsedlar", town.school(), carrier);
    UUID grave = asset(town, "Elevhälsa", town.school(), carrier);
    decideAtOnce(town, mild, 1);
    String levels = "/api/v1/" + town.key() + "/carriers/" + carrier + "/classification";
    mvc.perform(get(levels).with(town.as(Role.MANAGER)))
        .andExpect(jsonPath("$.settled").value(false));
    decideAtOnce(town, grave, 3);
    mvc.perform(get(levels).with(town.as(Role.MANAGER)))
        .andExpect(jsonPath("$.settled").value(true))
        .andExpect(jsonPath("$.aspects[0].level").value(3))
        .andExpect(jsonPath("$.aspects[0].becauseOf").value(grave.toString()));
    mvc.perform(get("/api/v1/" + town.key() + "/carriers/" + carrier).with(town.as(Role.MANAGER)))
        .andExpect(jsonPath("$.profile").value("K3 R3 T3"));
    mvc.perform(
            put("/api/v1/" + town.key() + "/carriers/" + carrier + "/raises/integrity")
                .contentType(APPLICATION_JSON)
                .content("{\"level\":2,\"motivation\":\"Samlat\"}")
                .with(town.as(Role.MANAGER))
                .with(csrf()))
        .andExpect(status().isUnprocessableContent());
    for (String page : List.of("", "/classification")) {
      mvc.perform(get("/" + town.key() + "/carriers/" + carrier + page).with(town.as(Role.MANAGER)))
          .andExpect(status().isOk())
          .andExpect(content().string(Matchers.containsString("Elevhälsa")));
    }
  }

  @Test
  void nobodyDecidesAtOnceOverWhatAnotherHasBegun() throws Exception {
    Town town = towns.found();
    UUID asset = asset(town, "Schema", town.school());
    begin(town, asset);
    town.within(() -> sql.update(DECISION).set(DECISION.BEGUN_BY, "Åsa coordinator").execute());
    mvc.perform(
            post("/api/v1/" + town.key() + "/assets/" + asset + "/classifications")
                .contentType(APPLICATION_JSON)
                .content("{\"outcomes\":[],\"participants\":\"\",\"validUntil\":\"2027-01-01\"}")
                .with(town.as(Role.MANAGER))
                .with(csrf()))
        .andExpect(status().isUnprocessableContent())
        .andExpect(
            jsonPath("$.detail").value(Matchers.containsString("Åsa coordinator has begun")));
  }

  @Test
  void aDraftOfTheModelIsNotWrittenOverByWhoReadAnEarlierOne() throws Exception {
    Town town = towns.found();
    String draft = "/" + town.key() + "/classifications/model/draft";
    send(town, Role.COORDINATOR, post(draft));
    mvc.perform(get(draft).with(town.as(Role.COORDINATOR)))
        .andExpect(content().string(Matchers.containsString("name=\"version\" value=\"0\"")));
    send(
        town, Role.COORDINATOR, post(draft + "/text").param("version", "0").param("name", "Först"));
    mvc.perform(
            post(draft + "/text")
                .param("version", "0")
                .param("name", "Sedan")
                .with(town.as(Role.COORDINATOR))
                .with(csrf()))
        .andExpect(status().isConflict());
  }

  @Test
  @Tag("M-2.1d")
  void leavesItsTrail() throws Exception {
    Town town = towns.found();
    decideAtOnce(town, asset(town, "Schema", town.school()), 2);
    var actions = town.within(() -> sql.select(ENTRY.ACTION).from(ENTRY).fetch(ENTRY.ACTION));
    assertThat(actions).contains("classification.begun", "classification.decided");
  }

  private void send(Town town, Role role, MockHttpServletRequestBuilder request) throws Exception {
    mvc.perform(request.with(town.as(role)).with(csrf())).andExpect(status().is3xxRedirection());
  }

  private String begin(Town town, UUID asset) throws Exception {
    return mvc.perform(
            post("/" + town.key() + "/assets/" + asset + "/classifications")
                .with(town.as(Role.MANAGER))
                .with(csrf()))
        .andExpect(status().is3xxRedirection())
        .andReturn()
        .getResponse()
        .getRedirectedUrl();
  }

  private static MockHttpServletRequestBuilder answers(String guide, String aspect, int worst) {
    return post(guide + "/answers/" + aspect)
        .param("level.people", Integer.toString(worst))
        .param("level.operation", "0")
        .param("level.economy", "0")
        .param("level.law", "1")
        .param("level.trust", "1")
        .param("level.others", "0")
        .param("motivation", "Uppgifter om elever");
  }

  private void decideAtOnce(Town town, UUID asset, int level) throws Exception {
    String one = "{\"level\":" + level + ",\"motivation\":\"Prövat\"}";
    mvc.perform(
            post("/api/v1/" + town.key() + "/assets/" + asset + "/classifications")
                .contentType(APPLICATION_JSON)
                .content(
                    """
                    {"levels":{"confidentiality":%s,"integrity":%s,"availability":%s},
                     "participants":"Rektor","validUntil":"%s"}
                    """
                        .formatted(one, one, one, nextYear()))
                .with(town.as(Role.MANAGER))
                .with(csrf()))
        .andExpect(status().isCreated());
  }

  private UUID carrier(Town town, String name) throws Exception {
    return created(
        town,
        "/carriers",
        """
        {"name":"%s","kind":"system","unit":"%s","supplier":"Leverantören AB"}
        """
            .formatted(name, town.schools()));
  }

  private UUID asset(Town town, String name, UUID unit, UUID... carriers) throws Exception {
    String on = carriers.length == 0 ? "" : "\"" + carriers[0] + "\"";
    return created(
        town,
        "/assets",
        """
        {"name":"%s","informationType":"%s","unit":"%s","forms":["digital"],"carriers":[%s]}
        """
            .formatted(name, name.equals("Akter") ? "personakter" : "", unit, on));
  }

  private UUID created(Town town, String path, String body) throws Exception {
    String answer =
        mvc.perform(
                post("/api/v1/" + town.key() + path)
                    .contentType(APPLICATION_JSON)
                    .content(body)
                    .with(town.as(Role.COORDINATOR))
                    .with(csrf()))
            .andExpect(status().isCreated())
            .andReturn()
            .getResponse()
            .getContentAsString();
    return UUID.fromString(JsonPath.read(answer, "$.id"));
  }

  private static String nextYear() {
    return LocalDate.now(ZoneId.of("Europe/Stockholm")).plusMonths(11).toString();
  }
}
