package se.tillit.incident.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static se.tillit.schema.incident.Tables.RECIPIENT;
import static se.tillit.schema.notification.Tables.NOTICE;

import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import se.tillit.identity.Role;
import se.tillit.incident.Reports;
import se.tillit.testing.TillitTest;
import se.tillit.testing.Town;
import se.tillit.testing.Towns;

@TillitTest
class RoutingIT {

  private static final String TEXT = "Klasslistan låg kvar på bussen";

  @Autowired Towns towns;
  @Autowired MockMvc mvc;
  @Autowired DSLContext sql;

  private Town town;
  private Reports reports;

  @BeforeEach
  void found() {
    town = towns.found();
    reports = new Reports(mvc, town);
  }

  @Test
  @Tag("K-4.1.7a")
  void tellsTheCoordinatorAndTheOfficerWhenNothingElseIsDecided() throws Exception {
    reports.report("key-1", TEXT, "yes");
    assertThat(told()).containsExactlyInAnyOrder(Role.COORDINATOR, Role.DATA_PROTECTION_OFFICER);
  }

  @Test
  void tellsTheManagerOfTheReportersUnitForTheBodyThatWantsIt() throws Exception {
    route("{\"body\":\"%s\",\"role\":\"manager\"}".formatted(town.schoolBoard()));
    reports.report("key-1", TEXT, "no");
    assertThat(told()).containsExactly(Role.MANAGER);
  }

  @Test
  void leavesTheReportsOfOtherBodiesAsTheyWere() throws Exception {
    route("{\"body\":\"%s\",\"role\":\"manager\"}".formatted(town.executiveBoard()));
    reports.report("key-1", TEXT, "no");
    assertThat(told()).containsExactly(Role.COORDINATOR);
  }

  @Test
  void tellsWhoWantsAKindWhenAHandlerHasFoundWhatKindItIs() throws Exception {
    route(
        "{\"kind\":\"lost-paper\",\"person\":\"%s\"}"
            .formatted(town.person(Role.HEAD_OF_SECURITY)));
    reports.report("key-1", TEXT, "no");
    assertThat(told()).containsExactly(Role.COORDINATOR);
    amend(reports.first(), "{\"kind\":\"lost-paper\"}");
    assertThat(told()).containsExactlyInAnyOrder(Role.COORDINATOR, Role.HEAD_OF_SECURITY);
  }

  @Test
  void sparesTheOfficerUntilAHandlerHasLookedWhereThatIsTheRule() throws Exception {
    mvc.perform(
            put("/api/v1/" + town.key() + "/incidents/configuration")
                .with(town.as(Role.COORDINATOR))
                .with(csrf())
                .header("If-Match", "\"0\"")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"officerDirectly\":false,\"megabytes\":20}"))
        .andExpect(status().isOk());
    route("{\"role\":\"data-protection-officer\"}");
    reports.report("key-1", TEXT, "yes");
    assertThat(told()).containsExactly(Role.COORDINATOR);
    amend(reports.first(), "{\"personal\":\"YES\",\"kind\":\"lost-paper\"}");
    assertThat(told()).containsExactlyInAnyOrder(Role.COORDINATOR, Role.DATA_PROTECTION_OFFICER);
  }

  private void route(String body) throws Exception {
    mvc.perform(reports.json("/incidents/configuration/routes", body))
        .andExpect(status().isCreated());
  }

  private void amend(UUID id, String fields) throws Exception {
    mvc.perform(
            put("/api/v1/" + town.key() + "/incidents/" + id)
                .with(town.as(Role.COORDINATOR))
                .with(csrf())
                .header("If-Match", "\"0\"")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"fields\":" + fields + "}"))
        .andExpect(status().isOk());
  }

  /// Who has a notice of the case; those who are kept as its recipients are the same.
  private Set<Role> told() {
    Set<UUID> noticed =
        town.within(() ->
            sql.select(NOTICE.PERSON_ID)
                .from(NOTICE)
                .where(NOTICE.KEY.eq("incident.notice.reported"))
                .fetchSet(NOTICE.PERSON_ID));
    Set<UUID> kept =
        town.within(
            () -> sql.select(RECIPIENT.PERSON_ID).from(RECIPIENT).fetchSet(RECIPIENT.PERSON_ID));
    assertThat(kept).containsAll(noticed);
    return Stream.of(Role.values())
        .filter(role -> noticed.contains(town.person(role)))
        .collect(Collectors.toSet());
  }
}
