package se.tillit.incident.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static se.tillit.incident.clock.ClockCalls.id;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.hamcrest.Matchers;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import se.tillit.identity.Role;
import se.tillit.testing.CountedStatements;
import se.tillit.testing.TillitTest;
import se.tillit.testing.Town;
import se.tillit.testing.Towns;

/// The pages of clocks: started from the case, judged, submitted and decided.
@TillitTest
class ClockPagesIT {

  @Autowired Towns towns;
  @Autowired MockMvc mvc;
  @Autowired DSLContext sql;

  private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
  private Town town;
  private UUID incident;
  private ClockCalls calls;

  @BeforeEach
  void found() {
    town = towns.found();
    incident = Events.aCase(sql, town, now.minus(10, ChronoUnit.HOURS));
    calls = new ClockCalls(mvc, town, incident, now);
  }

  @Test
  @Tag("K-2b")
  void startsTheClocksThatTheCaseNeedsAtOnce() throws Exception {
    String page = "/incidents/" + incident + "/clocks";
    shown(page)
        .andExpect(content().string(Matchers.containsString("gdpr-33:" + town.schoolBoard())))
        .andExpect(content().string(Matchers.containsString("csl:" + town.municipality())));
    sent(post(at(page)).param("startedAt", ClockForm.typed(now)))
        .andExpect(status().isUnprocessableContent());
    sent(post(at(page))
            .param("start", "gdpr-33:" + town.schoolBoard(), "csl:" + town.municipality())
            .param("startedAt", ClockForm.typed(now.minus(2, ChronoUnit.HOURS))))
        .andExpect(status().is3xxRedirection());
    shown(page)
        .andExpect(content().string(Matchers.containsString("Upplysning")))
        .andExpect(content().string(Matchers.containsString("Cyberportalen")))
        .andExpect(content().string(Matchers.containsString("Integritetsskyddsmyndigheten")));
    shown("/clocks").andExpect(content().string(Matchers.containsString("Skolnämnden")));
  }

  @Test
  void asksNoMoreOfTheDatabaseForManyClocksThanForOne() throws Exception {
    calls.start("gdpr-33", town.schoolBoard());
    shown("/clocks");
    List<String> few = CountedStatements.during(() -> shown("/clocks"));
    for (UUID board : List.of(town.executiveBoard(), town.companyBoard())) {
      calls.start("gdpr-33", board);
    }
    calls.start("csl", town.municipality());
    shown("/clocks");
    List<String> many = CountedStatements.during(() -> shown("/clocks"));
    assertThat(many).as("with three more clocks: %s", few).hasSameSizeAs(few);
  }

  @Test
  @Tag("K-2b")
  @Tag("K-4.1.7b")
  void judgesByCriteriaWithTheirSourcesAndKeepsEveryJudgement() throws Exception {
    String page = "/incidents/" + incident + "/assessments/csl/" + town.municipality();
    shown(page)
        .andExpect(content().string(Matchers.containsString("4 timmar")))
        .andExpect(content().string(Matchers.containsString("kontrollera mot MCFFS 2026:8")));
    sent(answers(page, 0).param("answer.A1", "no")).andExpect(status().is3xxRedirection());
    shown(page).andExpect(content().string(Matchers.containsString("kan inte avgöras än")));
    sent(answers(page, 0).param("answer.A1", "yes")).andExpect(status().isConflict());
    sent(answers(page, 1).param("answer.A1", "yes")).andExpect(status().is3xxRedirection());
    String both = shown(page).andReturn().getResponse().getContentAsString();
    assertThat(both).contains("gäller: kriteriet A1 är uppfyllt").contains("kan inte avgöras än");
  }

  private MockHttpServletRequestBuilder answers(String page, int based) {
    return post(at(page))
        .param("based", String.valueOf(based))
        .param("sector", "public-administration");
  }

  @Test
  @Tag("K-2b")
  void recordsASubmissionWithItsReceiptAndKeepsWhatWasTypedWhenItIsRefused() throws Exception {
    String clock = id(calls.start("csl", town.municipality()));
    String page = "/clocks/" + clock;
    shown(page + "/submission");
    String step = calls.step(clock, 0);
    var typed =
        post(at(page + "/submission"))
            .param("version", "0")
            .param("step", step)
            .param("stage", "upplysning")
            .param("caseNumber", "NCSC-4711")
            .param("submitter", "Åsa Ek");
    sent(typed.param("at", "2099-01-01T10:00"))
        .andExpect(status().isUnprocessableContent())
        .andExpect(content().string(Matchers.containsString("NCSC-4711")));
    sent(post(at(page + "/submission"))
            .param("version", "0")
            .param("step", step)
            .param("at", ClockForm.typed(now.minus(1, ChronoUnit.HOURS)))
            .param("caseNumber", "NCSC-4711")
            .param("submitter", "Åsa Ek"))
        .andExpect(status().is3xxRedirection());
    shown(page)
        .andExpect(content().string(Matchers.containsString("NCSC-4711")))
        .andExpect(content().string(Matchers.containsString("inlämnad i tid")));
  }

  @Test
  void showsEachFormAndTakesEachDecision() throws Exception {
    String clock = id(calls.start("csl", town.municipality()));
    for (String act : java.util.List.of("start", "request", "diary", "waiver", "resumption")) {
      shown("/clocks/" + clock + "/" + act);
    }
    sent(post(at("/clocks/" + clock + "/waiver"))
            .param("version", "0")
            .param("reason", "Ringa")
            .param("decider", "Kommunchefen")
            .param("delegationPoint", "3.1")
            .param("number", "KS 2026/12"))
        .andExpect(status().is3xxRedirection());
    shown("/clocks/" + clock)
        .andExpect(content().string(Matchers.containsString("delegation 3.1")))
        .andExpect(content().string(Matchers.containsString("KS 2026/12")));
    sent(post(at("/clocks/" + clock + "/resumption")).param("version", "0").param("reason", "Nytt"))
        .andExpect(status().isConflict());
  }

  @Test
  void startsARegistrationWithoutAnIncident() throws Exception {
    shown("/clocks/new");
    shown("/incidents/" + incident + "/clocks/new");
    sent(post(at("/clocks"))
            .param("regime", "csl-registration")
            .param("responsible", town.municipality().toString())
            .param("title", "Ny kontaktperson")
            .param("startedAt", ClockForm.typed(now.minus(1, ChronoUnit.DAYS))))
        .andExpect(status().is3xxRedirection());
    shown("/clocks").andExpect(content().string(Matchers.containsString("Ny kontaktperson")));
    sent(post(at("/clocks"))
            .param("regime", "csl")
            .param("responsible", town.municipality().toString())
            .param("title", "x")
            .param("startedAt", ClockForm.typed(now)))
        .andExpect(status().isUnprocessableContent());
  }

  private ResultActions shown(String path) throws Exception {
    return mvc.perform(get(at(path)).with(town.as(Role.COORDINATOR)))
        .andExpect(status().isOk())
        .andExpect(content().string(Matchers.not(Matchers.containsString("??"))));
  }

  private ResultActions sent(MockHttpServletRequestBuilder request) throws Exception {
    return mvc.perform(request.with(town.as(Role.COORDINATOR)).with(csrf()));
  }

  private String at(String path) {
    return "/" + town.key() + path;
  }
}
