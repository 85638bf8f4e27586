package se.tillit.incident.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static se.tillit.incident.clock.ClockCalls.id;
import static se.tillit.schema.audittrail.Tables.ENTRY;
import static se.tillit.schema.incident.Tables.CLOCK_STEP;
import static se.tillit.schema.incident.Tables.DECISION;
import static se.tillit.schema.incident.Tables.EVENT;
import static se.tillit.schema.incident.Tables.INCIDENT;

import com.jayway.jsonpath.JsonPath;
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
import se.tillit.identity.Role;
import se.tillit.incident.ClosureDemand;
import se.tillit.incident.IncidentId;
import se.tillit.kernel.Sweden;
import se.tillit.testing.TillitTest;
import se.tillit.testing.Town;
import se.tillit.testing.Towns;

/// Clocks over the API: started, submitted, changed, decided away; each wrong side refused.
@TillitTest
class ClockIT {

  @Autowired Towns towns;
  @Autowired MockMvc mvc;
  @Autowired DSLContext sql;
  @Autowired ClockClosure closure;
  @Autowired Settlement settlement;

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
  @Tag("K-4.1.7b")
  void runsOneCybersecurityClockAnEntityAndOneDataProtectionClockAController() throws Exception {
    calls.start("csl", town.municipality()).andExpect(status().isCreated());
    calls.start("csl", town.company()).andExpect(status().isCreated());
    for (UUID board : List.of(town.schoolBoard(), town.executiveBoard(), town.companyBoard())) {
      calls
          .start("gdpr-33", board)
          .andExpect(status().isCreated())
          .andExpect(jsonPath("$.steps[0].due").value(calls.at(-8 + 72)));
    }
    calls
        .send(get(calls.api("/incidents/" + incident + "/clocks")), Role.COORDINATOR)
        .andExpect(jsonPath("$.length()").value(5));
    calls.start("gdpr-33", town.schoolBoard()).andExpect(status().isUnprocessableContent());
    calls.start("gdpr-33", town.council()).andExpect(status().isUnprocessableContent());
    assertThat(count("incident.clock-started")).isEqualTo(5);
    Integer told = town.within(() -> sql.fetchCount(EVENT, EVENT.KIND.eq("clock-started")));
    assertThat(told).isEqualTo(5);
  }

  @Test
  @Tag("K-2b")
  void movesTheFinalReportWhenTheNotificationIsSubmittedEarly() throws Exception {
    String clock = id(calls.start("csl", town.municipality()));
    calls.submit(clock, 0, calls.step(clock, 1), "", -1).andExpect(status().isOk());
    calls
        .show(clock)
        .andExpect(jsonPath("$.steps.length()").value(3))
        .andExpect(
            jsonPath("$.steps[1].submission.recipient").value(Matchers.containsString("NCSC")))
        .andExpect(jsonPath("$.steps[1].submission.caseNumber").value("NCSC-77"))
        .andExpect(jsonPath("$.steps[2].code").value("slutrapport"))
        .andExpect(jsonPath("$.steps[2].due").value(months(-1, 1)));
  }

  @Test
  @Tag("K-2b")
  void givesTheFinalReportItsTimeWhenAContinuedEventHasBeenHandled() throws Exception {
    String clock = id(calls.start("csl", town.municipality()));
    calls.submit(clock, 0, calls.step(clock, 0), "", -5).andExpect(status().isOk());
    calls.submit(clock, 1, calls.step(clock, 1), "", -4).andExpect(status().isOk());
    calls.submit(clock, 2, calls.step(clock, 2), "lagesrapport", -3).andExpect(status().isOk());
    calls
        .show(clock)
        .andExpect(jsonPath("$.steps[3].code").value("slutrapport-efter-lagesrapport"))
        .andExpect(jsonPath("$.steps[3].due").doesNotExist());
    handledTwoHoursAgo();
    calls.show(clock).andExpect(jsonPath("$.steps[3].due").value(months(-2, 1)));
    calls
        .submit(clock, 3, calls.step(clock, 3), "", -1)
        .andExpect(jsonPath("$.state").value("KEPT"));
    String asked =
        "{\"step\":\"delrapport\",\"at\":\"%s\",\"due\":\"%s\"}".formatted(now, calls.at(120));
    calls
        .change(post(calls.api("/clocks/" + clock + "/requests")), 4, asked)
        .andExpect(jsonPath("$.state").value("RUNNING"))
        .andExpect(jsonPath("$.steps[4].code").value("delrapport"));
  }

  private void handledTwoHoursAgo() {
    town.within(() -> {
      sql.update(INCIDENT)
          .set(INCIDENT.HANDLED_AT, now.minus(2, ChronoUnit.HOURS))
          .where(INCIDENT.ID.eq(incident))
          .execute();
      settlement.settle();
      return incident;
    });
  }

  @Test
  void refusesTimesOnTheWrongSide() throws Exception {
    calls.startAt("csl", town.municipality(), 1).andExpect(status().isUnprocessableContent());
    calls.startAt("csl", town.municipality(), -11).andExpect(status().isUnprocessableContent());
    String clock = id(calls.start("csl", town.municipality()));
    String step = calls.step(clock, 0);
    calls.submit(clock, 0, step, "", 1).andExpect(status().isUnprocessableContent());
    calls.submit(clock, 0, step, "", -9).andExpect(status().isUnprocessableContent());
    calls.submit(clock, 0, step, "lagesrapport", -1).andExpect(status().isUnprocessableContent());
    calls.submit(clock, 0, step, "", -6).andExpect(status().isOk());
    calls.restart(clock, 1, -5, "Fel").andExpect(status().isUnprocessableContent());
    calls.restart(clock, 1, -7, "").andExpect(status().isUnprocessableContent());
    calls
        .restart(clock, 1, -7, "Vakten visste tidigare")
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.steps[1].due").value(calls.at(-7 + 72)));
    assertThat(count("incident.clock-restarted")).isEqualTo(1);
    calls
        .send(get(calls.api("/clocks/" + clock + "/changes")), Role.COORDINATOR)
        .andExpect(jsonPath("$[0].reason").value("Vakten visste tidigare"));
    calls.restart(clock, 2, -7, "KVALIFICERAT HEMLIG").andExpect(status().isUnprocessableContent());
    String trail =
        town.within(() ->
            sql.select(ENTRY.DETAIL)
                .from(ENTRY)
                .where(ENTRY.ACTION.eq("incident.clock-restarted"))
                .fetchSingle()
                .value1()
                .toString());
    assertThat(trail).contains("given").doesNotContain("Vakten");
  }

  @Test
  @Tag("K-2b")
  void leavesOutOnlyWhatTheLawLetsOneLeaveOut() throws Exception {
    String clock = id(calls.start("gdpr-33", town.schoolBoard()));
    String step = calls.step(clock, 0);
    calls.omit(clock, 0, step, "Behövs inte").andExpect(status().isUnprocessableContent());
    calls.submit(clock, 0, step, "", -1).andExpect(status().isOk());
    String more = calls.step(clock, 1);
    calls.omit(clock, 1, more, "").andExpect(status().isUnprocessableContent());
    calls
        .omit(clock, 1, more, "Allt var med från början")
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.state").value("KEPT"))
        .andExpect(jsonPath("$.steps[1].state").value("ENDED"));
    assertThat(count("incident.clock-omitted")).isEqualTo(1);
  }

  @Test
  @Tag("K-2b")
  void showsAsLateWhatTheLawDemandsThoughSomethingAdvisedComesFirst() throws Exception {
    String clock = id(calls.start("lex-maria", town.schoolBoard()));
    town.within(() ->
        sql.update(CLOCK_STEP)
            .set(CLOCK_STEP.DUE_AT, now.minus(1, ChronoUnit.HOURS))
            .where(CLOCK_STEP.DUE_AT.isNotNull())
            .execute());
    calls
        .send(get(calls.api("/clocks?which=late")), Role.COORDINATOR)
        .andExpect(jsonPath("$.items.length()").value(1))
        .andExpect(jsonPath("$.items[0].id").value(clock));
    String page =
        mvc.perform(get("/" + town.key() + "/clocks?which=late").with(town.as(Role.COORDINATOR)))
            .andReturn()
            .getResponse()
            .getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
    assertThat(page).contains("försenad");
    town.within(() -> sql.update(CLOCK_STEP).set(CLOCK_STEP.OPTIONAL, true).execute());
    calls
        .send(get(calls.api("/clocks?which=late")), Role.COORDINATOR)
        .andExpect(jsonPath("$.items.length()").value(0));
  }

  @Test
  void demandsAReasonWhenLate() throws Exception {
    town.within(() ->
        sql.update(INCIDENT)
            .set(INCIDENT.OCCURRED_AT, now.minus(200, ChronoUnit.HOURS))
            .where(INCIDENT.ID.eq(incident))
            .execute());
    String clock = id(calls.startAt("gdpr-33", town.schoolBoard(), -100));
    String step = calls.step(clock, 0);
    calls.submit(clock, 0, step, "", -1).andExpect(status().isUnprocessableContent());
    String late =
        """
        {"step":"%s","at":"%s","submitter":"Åsa","lateBecause":"Utreddes"}
        """
            .formatted(step, now);
    calls
        .send(
            post(calls.api("/clocks/" + clock + "/submissions"))
                .header("If-Match", "\"0\"")
                .content(late),
            Role.DATA_PROTECTION_OFFICER)
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.steps[1].code").value("komplettering"));
  }

  @Test
  void givesOneOfTwoWhoChangeAtOnceAConflict() throws Exception {
    String clock = id(calls.start("csl", town.municipality()));
    calls.submit(clock, 0, calls.step(clock, 0), "", -2).andExpect(status().isOk());
    calls.restart(clock, 0, -7, "Rätt tid").andExpect(status().isConflict());
    calls
        .send(put(calls.api("/clocks/" + clock + "/start")).content("{}"), Role.COORDINATOR)
        .andExpect(status().isUnprocessableContent());
  }

  @Test
  @Tag("K-2b")
  void switchesDataProtectionOffWhereSecurityProtectionAppliesAndOnAgain() throws Exception {
    String gdpr = id(calls.start("gdpr-33", town.schoolBoard()));
    String csl = id(calls.start("csl", town.municipality()));
    String security = id(calls.start("security-protection", town.municipality()));
    calls
        .show(gdpr)
        .andExpect(jsonPath("$.state").value("EXCLUDED"))
        .andExpect(jsonPath("$.waiver.because").value(Matchers.containsString("DSL 1 kap. 4 §")));
    calls.show(csl).andExpect(jsonPath("$.state").value("RUNNING"));
    calls.start("gdpr-33", town.executiveBoard()).andExpect(status().isUnprocessableContent());
    calls.waive(security, 0, "Inte säkerhetskänslig", "").andExpect(status().isOk());
    calls.show(gdpr).andExpect(jsonPath("$.state").value("RUNNING"));
  }

  @Test
  @Tag("K-4.1.7b")
  void keepsWhoDecidedNotToReportByWhatRightAndHoldsTheCaseOpenUntilThen() throws Exception {
    String clock = id(calls.start("gdpr-33", town.schoolBoard()));
    assertThat(demands())
        .extracting(ClosureDemand.Demand::messageKey)
        .containsExactly("incident.closure.clock-running");
    calls.waive(clock, 0, "", "").andExpect(status().isUnprocessableContent());
    String pointless = "{\"because\":\"Ringa\",\"decider\":\"Rektor\",\"delegate\":true}";
    calls
        .change(put(calls.api("/clocks/" + clock + "/waiver")), 0, pointless)
        .andExpect(status().isUnprocessableContent());
    calls.waive(clock, 0, "Osannolikt med risk", "4.12").andExpect(status().isOk());
    assertThat(demands()).isEmpty();
    String motive =
        town.within(() -> sql.select(DECISION.MOTIVE).from(DECISION).fetchSingle().value1());
    assertThat(motive).isEqualTo("Osannolikt med risk");
    calls
        .send(
            put(calls.api("/clocks/" + clock + "/waiver"))
                .header("If-Match", "\"1\"")
                .content("{\"because\":\"Nej\",\"decider\":\"Jag\"}"),
            Role.DATA_PROTECTION_OFFICER)
        .andExpect(status().isForbidden());
    calls
        .send(
            delete(calls.api("/clocks/" + clock + "/waiver"))
                .param("reason", "Nya uppgifter")
                .header("If-Match", "\"1\""),
            Role.COORDINATOR)
        .andExpect(jsonPath("$.state").value("RUNNING"));
  }

  private List<ClosureDemand.Demand> demands() {
    return town.within(() -> closure.of(new IncidentId(incident)));
  }

  @Test
  void extendsADataSubjectsRequestOnce() throws Exception {
    String body =
        """
        {"regime":"data-subject","responsible":"%s","title":"Registerutdrag","startedAt":"%s"}
        """
            .formatted(town.schoolBoard(), calls.at(-8));
    String clock = id(calls.send(post(calls.api("/clocks")).content(body), Role.COORDINATOR));
    String step = calls.step(clock, 0);
    calls.extend(clock, 0, step).andExpect(jsonPath("$.steps[0].due").value(months(-8, 3)));
    calls.extend(clock, 1, step).andExpect(status().isUnprocessableContent());
    calls
        .restart(clock, 1, -9, "Kom tidigare")
        .andExpect(jsonPath("$.steps[0].due").value(months(-9, 3)));
    assertThat(id(calls.send(post(calls.api("/clocks")).content(body), Role.COORDINATOR)))
        .isNotEqualTo(clock);
    String once = body.replace("Registerutdrag", "Rättelse");
    String first = id(calls.send(post(calls.api("/clocks")).content(once), Role.COORDINATOR));
    assertThat(id(calls.send(post(calls.api("/clocks")).content(once), Role.COORDINATOR)))
        .isEqualTo(first);
  }

  @Test
  @Tag("K-4.1.7b")
  void judgesWhatWasSubmittedByAStartThatIsMoved() throws Exception {
    town.within(() ->
        sql.update(INCIDENT).set(INCIDENT.OCCURRED_AT, now.minus(200, ChronoUnit.HOURS)).execute());
    String clock = id(calls.startAt("gdpr-33", town.schoolBoard(), -50));
    calls.submit(clock, 0, calls.step(clock, 0), "", -1).andExpect(status().isOk());
    calls
        .restart(clock, 1, -100, "Vakten visste tidigare")
        .andExpect(jsonPath("$.steps[0].state").value("SUBMITTED"))
        .andExpect(jsonPath("$.steps[0].due").value(calls.at(-100 + 72)));
  }

  @Test
  @Tag("K-2b")
  void notesPersonalDataWhereAClockForThemStartsAndTellsTheOfficer() throws Exception {
    town.within(() -> sql.update(INCIDENT).set(INCIDENT.PERSONAL_DATA, "UNKNOWN").execute());
    String clock = id(calls.start("gdpr-33", town.schoolBoard()));
    String said =
        town.within(() -> sql.select(INCIDENT.PERSONAL_DATA).from(INCIDENT).fetchSingle().value1());
    assertThat(said).isEqualTo("YES");
    calls
        .send(get(calls.api("/clocks/" + clock)), Role.DATA_PROTECTION_OFFICER)
        .andExpect(status().isOk());
    assertThat(count("incident.changed")).isEqualTo(1);
  }

  @Test
  void letsAFormThatWasTooSlowBeSavedAgain() throws Exception {
    String clock = id(calls.start("csl", town.municipality()));
    calls.restart(clock, 0, -7, "Rätt tid").andExpect(status().isOk());
    mvc.perform(
            post("/" + town.key() + "/clocks/" + clock + "/diary")
                .param("version", "0")
                .param("number", "KS 2026/1")
                .with(town.as(Role.COORDINATOR))
                .with(csrf()))
        .andExpect(status().isConflict())
        .andExpect(content().string(Matchers.containsString("name=\"version\" value=\"1\"")));
  }

  @Test
  void hidesClocksFromThoseOutOfReachAndFromOtherTenants() throws Exception {
    String clock = id(calls.start("gdpr-33", town.schoolBoard()));
    Town other = towns.found();
    mvc.perform(get(calls.api("/clocks/" + clock)).with(other.as(Role.COORDINATOR)))
        .andExpect(status().isNotFound());
    mvc.perform(get("/api/v1/" + other.key() + "/clocks/" + clock).with(other.as(Role.COORDINATOR)))
        .andExpect(status().isNotFound());
    calls
        .send(get(calls.api("/clocks/" + clock)), Role.SYSTEM_OWNER)
        .andExpect(status().isNotFound());
    calls.send(get(calls.api("/clocks")), Role.EMPLOYEE).andExpect(status().isForbidden());
    calls
        .send(get(calls.api("/clocks")), Role.MANAGER)
        .andExpect(jsonPath("$.items.length()").value(1));
  }

  @Test
  void pagesRunningClocksByWhatIsNext() throws Exception {
    calls.start("csl", town.municipality());
    calls.start("gdpr-33", town.schoolBoard());
    calls.start("police", town.municipality());
    String first =
        calls
            .send(get(calls.api("/clocks?limit=2")), Role.COORDINATOR)
            .andExpect(jsonPath("$.items[0].regime").value(Matchers.oneOf("csl", "police")))
            .andReturn()
            .getResponse()
            .getContentAsString();
    String next = JsonPath.read(first, "$.next");
    calls
        .send(get(calls.api("/clocks?limit=2&after=" + next)), Role.COORDINATOR)
        .andExpect(jsonPath("$.items.length()").value(1))
        .andExpect(jsonPath("$.items[0].regime").value("gdpr-33"));
    calls
        .send(get(calls.api("/clocks?regime=police")), Role.COORDINATOR)
        .andExpect(jsonPath("$.items.length()").value(1));
    calls
        .send(get(calls.api("/clocks?which=late")), Role.COORDINATOR)
        .andExpect(jsonPath("$.items.length()").value(0));
  }

  private String months(int hours, int months) {
    Instant from = now.plus(hours, ChronoUnit.HOURS);
    return from.atZone(Sweden.ZONE).plusMonths(months).toInstant().toString();
  }

  private int count(String action) {
    return town.within(() -> sql.fetchCount(ENTRY, ENTRY.ACTION.eq(action)));
  }
}
