package se.tillit.incident.exercise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static se.tillit.schema.audittrail.Tables.ENTRY;
import static se.tillit.schema.incident.Tables.EXERCISE;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import se.tillit.identity.Role;
import se.tillit.kernel.Ids;
import se.tillit.testing.TillitTest;
import se.tillit.testing.Town;
import se.tillit.testing.Towns;

/// The plan of an exercise, changed until it starts; and all of it over the API.
@TillitTest
@Tag("M-2.2d")
class ExercisePlanIT {

  @Autowired Towns towns;
  @Autowired MockMvc mvc;
  @Autowired DSLContext sql;

  private Town town;
  private ExerciseCalls calls;

  @BeforeEach
  void found() {
    town = towns.found();
    calls = new ExerciseCalls(mvc, town);
  }

  @Test
  void changesThePlanOnItsPageUntilTheExerciseStarts() throws Exception {
    UUID id = calls.planned(1);
    mvc.perform(get(page("/" + id + "/edit")).with(town.as(Role.COORDINATOR)))
        .andExpect(content().string(containsString("9000 | Pressen | En tidning ringer.")));
    edit(id, 0, "Strömmen går").andExpect(status().is3xxRedirection());
    edit(id, 0, "Vattnet sinar")
        .andExpect(status().isConflict())
        .andExpect(content().string(containsString("Vattnet sinar")))
        .andExpect(content().string(containsString("Någon annan ändrade planen")));
    edit(id, 1, "").andExpect(status().isUnprocessableContent());
    calls
        .show(id)
        .andExpect(jsonPath("$.exercise.title").value("Strömmen går"))
        .andExpect(jsonPath("$.exercise.injects", hasSize(1)));
    calls.join(id, Role.MANAGER);
    calls.move(id, 1, "running").andExpect(status().isOk());
    edit(id, 2, "För sent").andExpect(status().isUnprocessableContent());
    mvc.perform(get(page("/" + id)).with(town.as(Role.COORDINATOR)))
        .andExpect(content().string(not(containsString("/edit"))));
    assertThat(trail()).contains("incident.exercise-amended");
  }

  @Test
  void amendsOverTheApiAgainstTheVersionThatWasRead() throws Exception {
    UUID id = calls.planned(1);
    amend(id, "\"0\"", Role.COORDINATOR)
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.exercise.factor").value(30));
    amend(id, "\"0\"", Role.COORDINATOR).andExpect(status().isConflict());
    amend(id, "", Role.COORDINATOR).andExpect(status().isUnprocessableContent());
    amend(id, "\"1\"", Role.MANAGER).andExpect(status().isForbidden());
    Town other = towns.found();
    mvc.perform(
            get("/api/v1/" + other.key() + "/incidents/exercises/" + id)
                .with(other.as(Role.COORDINATOR)))
        .andExpect(status().isNotFound());
  }

  @Test
  void takesParticipantsAwayUntilTheExerciseStarts() throws Exception {
    UUID id = calls.planned(1);
    UUID manager = town.person(Role.MANAGER);
    String path = calls.api("/" + id + "/participants/");
    for (int twice = 0; twice < 2; twice++) {
      calls
          .send(put(path + manager), Role.COORDINATOR)
          .andExpect(status().isOk())
          .andExpect(jsonPath("$", hasSize(1)));
    }
    calls
        .send(put(path + Ids.next()), Role.COORDINATOR)
        .andExpect(status().isUnprocessableContent());
    calls
        .send(delete(path + manager), Role.COORDINATOR)
        .andExpect(status().isOk())
        .andExpect(jsonPath("$", hasSize(0)));
    calls.send(put(path + manager), Role.COORDINATOR).andExpect(status().isOk());
    mvc.perform(
            post(page("/" + id + "/participants/" + manager + "/removal"))
                .with(town.as(Role.COORDINATOR))
                .with(csrf()))
        .andExpect(status().is3xxRedirection());
    calls.show(id).andExpect(jsonPath("$.exercise.participants", hasSize(0)));
    calls.send(put(path + manager), Role.COORDINATOR).andExpect(status().isOk());
    calls.move(id, 0, "running").andExpect(status().isOk());
    calls
        .send(delete(path + manager), Role.COORDINATOR)
        .andExpect(status().isUnprocessableContent());
    assertThat(trail()).contains("incident.exercise-joined", "incident.exercise-left");
  }

  @Test
  void isPlayedAndEvaluatedOverTheApi() throws Exception {
    UUID id = calls.running(1);
    String last = ExerciseCalls.read(calls.show(id), "$.exercise.injects[2].id");
    String release = calls.api("/" + id + "/injects/" + last + "/release");
    for (int twice = 0; twice < 2; twice++) {
      calls
          .send(put(release), Role.COORDINATOR)
          .andExpect(status().isOk())
          .andExpect(jsonPath("$[2].byLeader").value(true));
    }
    calls.send(put(release), Role.MANAGER).andExpect(status().isForbidden());
    observe(id, "{\"text\":\"Ingen hade numret.\"}", Role.MANAGER)
        .andExpect(status().isCreated())
        .andExpect(jsonPath("$.text").value("Ingen hade numret."))
        .andExpect(jsonPath("$.finding").doesNotExist());
    observe(id, "{\"text\":\"Gammal lista.\",\"mend\":true}", Role.COORDINATOR)
        .andExpect(jsonPath("$.finding").isNotEmpty());
    observe(id, "{\"text\":\" \"}", Role.MANAGER).andExpect(status().isUnprocessableContent());
    observe(id, "{\"text\":\"Hej\"}", Role.SYSTEM_OWNER).andExpect(status().isNotFound());
    calls
        .send(get(calls.api("/" + id + "/evaluation")), Role.MANAGER)
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.measured", hasSize(5)));
  }

  @Test
  void listsAllExercisesPageByPage() throws Exception {
    calls.planned(1);
    multiply(24);
    var seen = new ArrayList<String>();
    String next = "";
    do {
      ResultActions page = calls.send(get(calls.api("?limit=10" + next)), Role.COORDINATOR);
      seen.addAll(ExerciseCalls.<List<String>>read(page, "$.items[*].id"));
      String after = ExerciseCalls.read(page, "$.next");
      next = after == null ? "" : "&after=" + after;
    } while (!next.isEmpty());
    assertThat(seen).hasSize(25);
    assertThat(new HashSet<>(seen)).hasSize(25);
    mvc.perform(get(page("")).with(town.as(Role.COORDINATOR)))
        .andExpect(content().string(containsString("/incidents/exercises?after=")));
  }

  private void multiply(int times) {
    town.within(() ->
        sql.execute(
            """
            insert into incident.exercise (tenant_id, id, reference, title, goal, body_id,
                                           legal_entity_id, factor, planned_day, leader)
            select tenant_id, gen_random_uuid(), reference || '-' || n, title, goal, body_id,
                   legal_entity_id, factor, planned_day - n / 3, leader
            from incident.exercise cross join generate_series(1, %d) n
            """
                .formatted(times)));
    assertThat(town.within(() -> sql.fetchCount(EXERCISE))).isEqualTo(times + 1);
  }

  private ResultActions edit(UUID id, int version, String title) throws Exception {
    return mvc.perform(
        post(page("/" + id))
            .with(town.as(Role.COORDINATOR))
            .with(csrf())
            .param("version", String.valueOf(version))
            .param("title", title)
            .param("goal", "Att ringa rätt personer.")
            .param("body", town.schoolBoard().toString())
            .param("factor", "1")
            .param("day", "2026-12-01")
            .param("injects", "0 | Mörker | Det är mörkt."));
  }

  private ResultActions amend(UUID id, String version, Role role) throws Exception {
    var request = put(calls.api("/" + id)).content(calls.body(30));
    return calls.send(version.isEmpty() ? request : request.header("If-Match", version), role);
  }

  private ResultActions observe(UUID id, String body, Role role) throws Exception {
    return calls.send(post(calls.api("/" + id + "/observations")).content(body), role);
  }

  private List<String> trail() {
    return town.within(() -> sql.select(ENTRY.ACTION).from(ENTRY).fetch(ENTRY.ACTION));
  }

  private String page(String path) {
    return "/" + town.key() + "/incidents/exercises" + path;
  }
}
