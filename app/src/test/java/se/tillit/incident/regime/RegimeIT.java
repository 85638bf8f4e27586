package se.tillit.incident.regime;

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

import java.time.LocalDate;
import java.util.List;
import org.hamcrest.Matchers;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import se.tillit.identity.Role;
import se.tillit.testing.TillitTest;
import se.tillit.testing.Town;
import se.tillit.testing.Towns;
import tools.jackson.databind.json.JsonMapper;

/// Regimes and recipients as dated data: replayed, changed without a release, and taken back.
@TillitTest
class RegimeIT {

  @Autowired Towns towns;
  @Autowired MockMvc mvc;
  @Autowired DSLContext sql;
  @Autowired RegimeRegister register;

  private Town town;

  @BeforeEach
  void found() {
    town = towns.found();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @Tag("K-2b")
  @Tag("M-4c")
  @CsvSource({
    "2025-12-31, MSB, IRON",
    "2026-01-01, MCF, IRON",
    "2026-06-30, MCF, IRON",
    "2026-07-01, NCSC, Cyberportalen",
    "2026-11-21, NCSC, Cyberportalen",
  })
  void replaysTheChangesOfRecipientOf2026(LocalDate day, String name, String channel) {
    Recipient found = town.within(() -> register.recipient("csirt", day).orElseThrow());
    assertThat(found.shortName()).isEqualTo(name);
    assertThat(found.channel().sv()).contains(channel);
  }

  @Test
  @Tag("K-2b")
  void followsAnAuthorityThatMovesWithoutARelease() throws Exception {
    String text =
        """
        code: csirt
        from: 2027-03-01
        name: {sv: Cybersäkerhetsmyndigheten, en: The Cyber Agency}
        short: CSM
        channel: {sv: Portalen, en: The portal}
        address: https://portal.example
        fallback: {sv: Telefon, en: Telephone}
        source: SFS 2027:99
        confidence: verified
        """;
    int number = latest("recipients", "csirt");
    write("recipients", "csirt", number, text, "Flytt", "SFS 2027:99").andExpect(status().isOk());
    assertThat(shortName(LocalDate.of(2027, 2, 28))).isEqualTo("NCSC");
    assertThat(shortName(LocalDate.of(2027, 3, 1))).isEqualTo("CSM");
    assertThat(shortName(LocalDate.of(2026, 6, 30))).isEqualTo("MCF");
    send(
            post(api("/recipients/csirt/restoration"))
                .header("If-Match", "\"" + (number + 1) + "\"")
                .content("{\"reason\":\"Fel\"}"),
            Role.COORDINATOR)
        .andExpect(status().isOk());
    assertThat(shortName(LocalDate.of(2027, 3, 1))).isEqualTo("NCSC");
    List<String> actions =
        town.within(() -> sql.select(ENTRY.ACTION).from(ENTRY).fetch(ENTRY.ACTION));
    assertThat(actions).contains("incident.regime-changed", "incident.regime-restored");
  }

  @Test
  @Tag("K-2b")
  void makesTheHoursOfANotificationDataThatAKnowingUserChanges() throws Exception {
    int number = latest("regimes", "gdpr-33");
    String text = shipped("gdpr-33").replace("from: 2018-05-25", "from: 2027-01-01");
    String longer = text.replace("due: 72 hours", "due: 96 hours");
    write("regimes", "gdpr-33", number, longer, "Digital omnibus", "")
        .andExpect(status().isUnprocessableContent());
    write("regimes", "gdpr-33", number, longer, "", "COM(2025) 837")
        .andExpect(status().isUnprocessableContent());
    write("regimes", "gdpr-33", number, longer, "Digital omnibus", "COM(2025) 837")
        .andExpect(status().isOk());
    assertThat(hours(LocalDate.of(2026, 12, 31))).isEqualTo(72);
    assertThat(hours(LocalDate.of(2027, 1, 1))).isEqualTo(96);
    write("regimes", "gdpr-33", number, text, "Igen", "COM(2025) 837")
        .andExpect(status().isConflict());
  }

  @Test
  void saysWhatIsWrongWithATextAndSavesNothing() throws Exception {
    int number = latest("regimes", "police");
    String wrong = shipped("police").replace("due: no limit in law", "due: snarast");
    write("regimes", "police", number, wrong, "Prov", "Prov")
        .andExpect(status().isUnprocessableContent())
        .andExpect(content().string(Matchers.containsString("steps[1].due")));
    mvc.perform(
            post("/" + town.key() + "/regimes/police")
                .param("based", String.valueOf(number))
                .param("text", wrong)
                .param("reason", "Prov")
                .param("source", "Prov")
                .with(town.as(Role.COORDINATOR))
                .with(csrf()))
        .andExpect(status().isUnprocessableContent())
        .andExpect(content().string(Matchers.containsString("snarast")));
    assertThat(latest("regimes", "police")).isEqualTo(number);
  }

  @Test
  void refusesThoseWhoMayOnlyReadAndShowsThemThePages() throws Exception {
    int number = latest("regimes", "csl");
    send(
            put(api("/regimes/csl")).header("If-Match", "\"" + number + "\"").content("{}"),
            Role.MANAGER)
        .andExpect(status().isForbidden());
    for (String page : List.of("/regimes", "/regimes/csl", "/recipients/csirt")) {
      mvc.perform(get("/" + town.key() + page).with(town.as(Role.MANAGER)))
          .andExpect(status().isOk())
          .andExpect(content().string(Matchers.not(Matchers.containsString("??"))));
    }
    mvc.perform(get("/" + town.key() + "/regimes/csl/edit").with(town.as(Role.COORDINATOR)))
        .andExpect(status().isOk());
    send(get(api("/regimes")), Role.MANAGER).andExpect(jsonPath("$.length()").value(21));
    send(get(api("/regimes/no-such")), Role.MANAGER).andExpect(status().isNotFound());
  }

  private String shortName(LocalDate day) {
    return town.within(() -> register.recipient("csirt", day).orElseThrow().shortName());
  }

  private int hours(LocalDate day) {
    Span limit =
        town.within(() ->
            register
                .inForce("gdpr-33", day)
                .orElseThrow()
                .regime()
                .step("anmalan")
                .orElseThrow()
                .due()
                .limit());
    return limit == null ? 0 : limit.amount();
  }

  private static String shipped(String code) {
    return Shipped.all().stream()
        .filter(it -> it.kind() == Definition.Kind.REGIME && it.code().equals(code))
        .findFirst()
        .orElseThrow()
        .text();
  }

  private int latest(String kind, String code) {
    return town.within(
        () -> register.versions(RegimeController.kind(kind), code).getFirst().number());
  }

  private ResultActions write(
      String kind, String code, int number, String text, String reason, String source)
      throws Exception {
    String body =
        JsonMapper.shared()
            .writeValueAsString(java.util.Map.of("text", text, "reason", reason, "source", source));
    return send(
        put(api("/" + kind + "/" + code)).header("If-Match", "\"" + number + "\"").content(body),
        Role.COORDINATOR);
  }

  private ResultActions send(MockHttpServletRequestBuilder request, Role role) throws Exception {
    return mvc.perform(request.contentType(APPLICATION_JSON).with(town.as(role)).with(csrf()));
  }

  private String api(String path) {
    return "/api/v1/" + town.key() + path;
  }
}
