package se.tillit.governingdocument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static se.tillit.schema.audittrail.Tables.ENTRY;
import static se.tillit.schema.governingdocument.Tables.CLAUSE_BINDING_IN_FORCE;
import static se.tillit.schema.governingdocument.Tables.EDITION;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import se.tillit.testing.TillitTest;
import se.tillit.testing.Town;
import se.tillit.testing.Towns;

/// What a person has made of a clause lives on from edition to edition (M-1b).
@TillitTest
class ClauseLineageIT {

  private static final String POLICY =
      """
      1. Grunder
      Kommunen ska ha kunskap om informationstillgångarna i varje verksamhet.
      Kommunen ska fastställa krav på skydd av system och följa upp att kraven verkligen uppfylls.
      2. Ansvar
      Chefer ansvarar för den egna verksamhetens informationstillgångar. Medarbetare ska följa reglerna.
      """;

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
    id = desk.draft("Policy", "policy", POLICY);
  }

  @Test
  @Tag("M-1b")
  @Tag("M-1a")
  void keepsTheFiguresOfAChangedClauseByOnePress() throws Exception {
    bind(desk.clause(id, "Kommunen ska ha kunskap"), "asset.register-maintained", 85);
    desk.adopt(id, town.council(), "2026-01-10");
    desk.redraft(
        id,
        POLICY.replace(
            "kunskap om informationstillgångarna", "god kunskap om informationstillgångarna"));

    desk.open(id, "/comparison")
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("Ett ändrat krav har mått att behålla")))
        .andExpect(content().string(containsString("≥ 85 %")));
    desk.press(id, "/inheritance").andExpect(status().is3xxRedirection());
    desk.open(id, "/comparison")
        .andExpect(content().string(not(containsString("mått att behålla"))));
    desk.adopt(id, town.council(), "2026-03-10");

    assertThat(inForce()).containsExactly(Map.entry("asset.register-maintained", 85));
    assertThat(trail()).contains("governingdocument.bindings-kept");
  }

  @Test
  @Tag("M-1b")
  void leavesTheFiguresOfAChangedClauseWhereNobodyKeepsThem() throws Exception {
    bind(desk.clause(id, "Kommunen ska ha kunskap"), "asset.register-maintained", 85);
    desk.adopt(id, town.council(), "2026-01-10");
    desk.redraft(id, POLICY.replace("kunskap om", "god kunskap om"));
    desk.told(get(desk.api("/" + id + "/inheritance")))
        .andExpect(jsonPath("$.items.length()").value(1))
        .andExpect(jsonPath("$.items[0].bindings[0].target").value(85));
    desk.adopt(id, town.council(), "2026-03-10");

    assertThat(inForce()).isEmpty();
  }

  @Test
  @Tag("M-1b")
  void repeatsCutsAndJoinsMadeByHandInTheNextEdition() throws Exception {
    String cut = desk.clause(id, "Kommunen ska fastställa");
    desk.press(
            id,
            "/clauses/" + cut + "/split",
            "version",
            "0",
            "parts",
            "Kommunen ska fastställa krav på skydd av system och följa upp\r\n\r\natt kraven verkligen uppfylls.")
        .andExpect(status().is3xxRedirection());
    bind(desk.clause(id, "att kraven verkligen"), "followup.clauses-bound", 70);
    String joined = desk.clause(id, "Chefer ansvarar");
    desk.press(id, "/clauses/" + joined + "/merge", "version", "0");
    bind(joined, "asset.living-owner", 95);
    List<String> texts = desk.clauses(id, "$.items[*].text");
    desk.adopt(id, town.council(), "2026-01-10");
    Map<String, Integer> before = inForce();

    desk.redraft(id, POLICY.replace("1. Grunder", "1. Utgångspunkter"));
    desk.adopt(id, town.council(), "2026-03-10");

    List<String> after = desk.clauses(id, "$.items[*].text");
    assertThat(after).isEqualTo(texts).hasSize(4);
    assertThat(inForce()).isEqualTo(before).hasSize(2);
  }

  @Test
  void leavesWhatIsInForceAsItIsWhenADraftIsCutOrJoined() throws Exception {
    String shared = desk.clause(id, "Chefer ansvarar");
    String next = desk.clause(id, "Medarbetare");
    bind(shared, "asset.living-owner", 95);
    bind(next, "followup.clauses-bound", 60);
    desk.adopt(id, town.council(), "2026-01-10");
    desk.redraft(id, POLICY.replace("Grunder", "Start"));
    desk.press(id, "/clauses/" + shared + "/merge", "version", "0");

    assertThat(inForce()).hasSize(2);
    desk.told(get(desk.api("/" + id + "/inheritance")))
        .andExpect(jsonPath("$.items[0].bindings.length()").value(2));
  }

  @Test
  void refusesToCutWhereWordsAreChanged() throws Exception {
    String clause = desk.clause(id, "Kommunen ska ha kunskap");
    desk.told(
            desk.json(post(desk.api("/" + id + "/clauses/" + clause + "/split")))
                .header("If-Match", "\"0\"")
                .content("{\"parts\":[\"Kommunen ska\",\"veta allt.\"]}"))
        .andExpect(status().isUnprocessableContent())
        .andExpect(jsonPath("$.code").value("governingdocument.clause.split-changed"));
  }

  @Test
  void settlesNothingWhenTheFigureIsRefused() throws Exception {
    String clause = desk.clause(id, "Kommunen ska ha kunskap");
    desk.press(id, "/clauses/" + clause, "version", "0", "kind", "CONTEXT", "indicator", "no.such")
        .andExpect(status().is3xxRedirection());

    String kind = desk.<List<String>>clauses(id, "$.items[*].kind").getFirst();
    assertThat(kind).isNotEqualTo("CONTEXT");
  }

  private void bind(String clause, String indicator, int target) throws Exception {
    List<Integer> version = desk.clauses(id, "$.items[?(@.id == '%s')].version".formatted(clause));
    bind(clause, indicator, target, version.isEmpty() ? 0 : version.getFirst())
        .andExpect(status().isOk());
  }

  private ResultActions bind(String clause, String indicator, int target, int version)
      throws Exception {
    return desk.told(
        desk.json(put(desk.api("/" + id + "/clauses/" + clause + "/bindings")))
            .header("If-Match", "\"" + version + "\"")
            .content(
                "[{\"indicator\":\"%s\",\"target\":%d,\"atRisk\":50}]"
                    .formatted(indicator, target)));
  }

  @Test
  @Tag("M-1b")
  void changesNothingInForceByWhatIsMadeOfADraft() throws Exception {
    String clause = desk.clause(id, "Kommunen ska ha kunskap");
    bind(clause, "asset.register-maintained", 85);
    desk.adopt(id, town.council(), "2026-01-10");
    desk.redraft(id, POLICY);

    bind(clause, "asset.register-maintained", 60, 0).andExpect(status().isOk());
    assertThat(inForce()).containsExactly(Map.entry("asset.register-maintained", 85));

    desk.adopt(id, town.council(), "2026-03-10");
    assertThat(inForce()).containsExactly(Map.entry("asset.register-maintained", 60));
  }

  @Test
  @Tag("M-1b")
  void bindsNothingOverWhatAnotherHasBound() throws Exception {
    String clause = desk.clause(id, "Kommunen ska ha kunskap");
    bind(clause, "asset.register-maintained", 85, 0).andExpect(status().isOk());
    bind(clause, "asset.register-maintained", 60, 0).andExpect(status().isConflict());
  }

  @Test
  @Tag("M-1a")
  void letsNoEditionHoldBesideTheOneThatReplacesItFromTheSameDay() throws Exception {
    desk.adopt(id, town.council(), "2026-03-10");
    desk.redraft(id, POLICY);
    desk.adopt(id, town.council(), "2026-03-10");

    LocalDate day = LocalDate.of(2026, 3, 10);
    int holding =
        town.within(() ->
            sql.fetchCount(
                EDITION,
                EDITION.FROM_DAY.le(day).and(EDITION.TO_DAY.isNull().or(EDITION.TO_DAY.ge(day)))));
    assertThat(holding).isEqualTo(1);
  }

  private Map<String, Integer> inForce() {
    var b = CLAUSE_BINDING_IN_FORCE;
    return town.within(
        () -> sql.select(b.INDICATOR, b.TARGET).from(b).fetchMap(b.INDICATOR, b.TARGET));
  }

  private List<String> trail() {
    return town.within(() -> sql.select(ENTRY.ACTION).from(ENTRY).fetch(ENTRY.ACTION));
  }
}
