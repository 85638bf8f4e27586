package se.tillit.improvement.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static se.tillit.schema.audittrail.Tables.ENTRY;
import static se.tillit.schema.improvement.Tables.ACTION;
import static se.tillit.schema.improvement.Tables.EVIDENCE_CHUNK;
import static se.tillit.schema.improvement.Tables.EVIDENCE_FILE;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.ResultActions;
import se.tillit.identity.Role;
import se.tillit.improvement.Actions;
import se.tillit.improvement.NewAction;
import se.tillit.improvement.Priority;
import se.tillit.improvement.Seals;
import se.tillit.kernel.Sweden;
import se.tillit.testing.TillitTest;
import se.tillit.testing.Town;
import se.tillit.testing.Towns;

/// Files that prove what came of an action: added, given back, taken away, and standing at last.
@TillitTest
@Tag("K-4.1.7a")
class EvidenceIT {

  private static final String WORDS = "Låset är bytt i dag.";

  @Autowired Towns towns;
  @Autowired MockMvc mvc;
  @Autowired Actions actions;
  @Autowired Seals seals;
  @Autowired DSLContext sql;
  @Autowired Clock clock;

  private Town town;
  private UUID source;
  private UUID action;

  @BeforeEach
  void open() {
    town = towns.found();
    source = UUID.randomUUID();
    action =
        town.within(() ->
            actions.open(
                new NewAction(
                    "Byt lås",
                    "",
                    new NewAction.Source("incident", source, "Dörren", null),
                    NewAction.Place.unit(town.school()),
                    new NewAction.Hands(town.person(Role.EMPLOYEE), null),
                    Sweden.today(clock),
                    Priority.NORMAL)));
  }

  @Test
  void keepsAFileAndGivesItBackAsItWas() throws Exception {
    send(Role.EMPLOYEE, file("kvitto.txt", WORDS)).andExpect(status().is3xxRedirection());
    mvc.perform(get(page("")).with(town.as(Role.MANAGER)))
        .andExpect(content().string(containsString("kvitto.txt")))
        .andExpect(content().string(containsString("Åsa employee")));
    UUID file = only();
    MvcResult given =
        given(api("/evidence/" + file), Role.MANAGER)
            .andExpect(status().isOk())
            .andExpect(header().string("Content-Disposition", containsString("attachment")))
            .andExpect(header().string("Content-Security-Policy", containsString("sandbox")))
            .andReturn();
    assertThat(written(given)).isEqualTo(WORDS.getBytes(StandardCharsets.UTF_8));
    assertThat(trail()).containsExactly("improvement.action-opened", "improvement.evidence-added");
  }

  @Test
  void keepsALargeFileInPiecesThroughTheApi() throws Exception {
    byte[] large = "0123456789".repeat(130_000).getBytes(StandardCharsets.UTF_8);
    mvc.perform(
            multipart(api("/evidence"))
                .file(new MockMultipartFile("file", "logg.txt", "text/plain", large))
                .with(town.as(Role.COORDINATOR))
                .with(csrf()))
        .andExpect(status().isCreated())
        .andExpect(jsonPath("$.size").value(large.length))
        .andExpect(jsonPath("$.sha256").isNotEmpty());
    assertThat(town.within(() -> sql.fetchCount(EVIDENCE_CHUNK))).isEqualTo(3);
    MvcResult given = given(api("/evidence/" + only()), Role.COORDINATOR).andReturn();
    assertThat(written(given)).isEqualTo(large);
  }

  @Test
  void refusesWhatIsEmptyMarkedOrTooMuchAndKeepsNothing() throws Exception {
    send(Role.EMPLOYEE, file("tom.txt", ""))
        .andExpect(status().isUnprocessableContent())
        .andExpect(content().string(containsString("tom.txt är tom")));
    send(Role.EMPLOYEE, file("ok.txt", WORDS), file("plan.txt", "KVALIFICERAT HEMLIG"))
        .andExpect(status().isUnprocessableContent())
        .andExpect(content().string(containsString("säkerhetsskyddsklassade")));
    send(Role.EMPLOYEE)
        .andExpect(status().isUnprocessableContent())
        .andExpect(content().string(containsString("Välj en fil")));
    MockMultipartFile[] many = new MockMultipartFile[21];
    for (int i = 0; i < many.length; i++) {
      many[i] = file("fil" + i + ".txt", WORDS);
    }
    send(Role.EMPLOYEE, many)
        .andExpect(status().isUnprocessableContent())
        .andExpect(content().string(containsString("Högst 20 filer")));
    assertThat(town.within(() -> sql.fetchCount(EVIDENCE_FILE))).isZero();
  }

  @Test
  void letsFilesBeTakenAwayUntilTheEffectIsJudged() throws Exception {
    send(Role.EMPLOYEE, file("fel.txt", WORDS), file("kvitto.txt", "Kvitto"));
    List<UUID> files = files();
    mvc.perform(
            post(page("/evidence/" + files.getFirst() + "/removal"))
                .with(town.as(Role.EMPLOYEE))
                .with(csrf()))
        .andExpect(status().is3xxRedirection());
    assertThat(files()).containsExactly(files.getLast());
    assertThat(town.within(() -> sql.fetchCount(EVIDENCE_CHUNK))).isEqualTo(1);
    assertThat(trail()).contains("improvement.evidence-removed");
    town.within(() ->
        sql.update(ACTION)
            .set(ACTION.STATE, "confirmed")
            .set(ACTION.DONE_DAY, Sweden.today(clock))
            .execute());
    mvc.perform(
            delete(api("/evidence/" + files.getLast()))
                .with(town.as(Role.COORDINATOR))
                .with(csrf()))
        .andExpect(status().isUnprocessableContent())
        .andExpect(jsonPath("$.code").value("improvement.evidence.stands"));
    send(Role.COORDINATOR, file("sen.txt", WORDS)).andExpect(status().isUnprocessableContent());
    mvc.perform(get(page("")).with(town.as(Role.COORDINATOR)))
        .andExpect(content().string(containsString("kvitto.txt")))
        .andExpect(content().string(not(containsString("Ta bort filen"))));
  }

  @Test
  void refusesTheWrongRoleAndHidesTheOtherTenant() throws Exception {
    send(Role.EMPLOYEE, file("kvitto.txt", WORDS));
    UUID file = only();
    send(Role.AUDITOR, file("nej.txt", WORDS)).andExpect(status().isForbidden());
    Town other = towns.found();
    mvc.perform(get(api("/evidence")).with(other.as(Role.COORDINATOR)))
        .andExpect(status().isNotFound());
    mvc.perform(
            get("/api/v1/" + other.key() + "/actions/" + action + "/evidence/" + file)
                .with(other.as(Role.COORDINATOR)))
        .andExpect(status().isNotFound());
    UUID another =
        town.within(() ->
            actions.open(
                new NewAction(
                    "Annat",
                    "",
                    null,
                    NewAction.Place.unit(town.school()),
                    NewAction.Hands.MANAGER,
                    Sweden.today(clock),
                    Priority.NORMAL)));
    mvc.perform(
            get("/api/v1/" + town.key() + "/actions/" + another + "/evidence/" + file)
                .with(town.as(Role.COORDINATOR)))
        .andExpect(status().isNotFound());
  }

  @Test
  void isOutOfSightWithASealedAction() throws Exception {
    send(Role.EMPLOYEE, file("kvitto.txt", WORDS));
    town.within(() -> {
      seals.seal(source);
      return true;
    });
    assertThat(files()).isEmpty();
    mvc.perform(get(api("/evidence")).with(town.as(Role.COORDINATOR)))
        .andExpect(status().isNotFound());
    town.within(() -> {
      seals.unseal(source);
      return true;
    });
    assertThat(files()).hasSize(1);
  }

  private ResultActions given(String path, Role role) throws Exception {
    return mvc.perform(get(path).with(town.as(role)));
  }

  private static byte[] written(MvcResult given) {
    return given.getResponse().getContentAsByteArray();
  }

  private ResultActions send(Role role, MockMultipartFile... files) throws Exception {
    var request = multipart(page("/evidence"));
    for (MockMultipartFile file : files) {
      request.file(file);
    }
    return mvc.perform(request.with(town.as(role)).with(csrf()));
  }

  private static MockMultipartFile file(String name, String words) {
    return new MockMultipartFile(
        "files", name, "text/plain", words.getBytes(StandardCharsets.UTF_8));
  }

  private UUID only() {
    return files().getFirst();
  }

  private List<UUID> files() {
    return town.within(() ->
        sql.select(EVIDENCE_FILE.ID)
            .from(EVIDENCE_FILE)
            .orderBy(EVIDENCE_FILE.ID)
            .fetch(EVIDENCE_FILE.ID));
  }

  private List<String> trail() {
    return town.within(() ->
        sql.select(ENTRY.ACTION)
            .from(ENTRY)
            .where(ENTRY.SUBJECT_ID.eq(action))
            .orderBy(ENTRY.NUMBER)
            .fetch(ENTRY.ACTION));
  }

  private String page(String rest) {
    return "/" + town.key() + "/actions/" + action + rest;
  }

  private String api(String rest) {
    return "/api/v1/" + town.key() + "/actions/" + action + rest;
  }
}
