package se.tillit.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static se.tillit.schema.governingdocument.Tables.CLAUSE_BINDING_IN_FORCE;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import se.tillit.governingdocument.DocumentLevel;
import se.tillit.governingdocument.adoption.AdoptionRegister;
import se.tillit.governingdocument.adoption.Decision;
import se.tillit.governingdocument.clause.ClauseRegister;
import se.tillit.governingdocument.document.DocumentRegister;
import se.tillit.governingdocument.document.NewDocument;
import se.tillit.governingdocument.document.SourceText;
import se.tillit.identity.Role;
import se.tillit.improvement.Actions;
import se.tillit.improvement.AgendaPoint;
import se.tillit.improvement.NewAction;
import se.tillit.improvement.Priority;
import se.tillit.improvement.ReviewInput;
import se.tillit.indicator.Figures;
import se.tillit.testing.TillitTest;
import se.tillit.testing.Town;
import se.tillit.testing.Towns;

/// From the words of a policy to the figures of improvement that tell whether it is kept.
@TillitTest
class ImprovementBoundIT {

  private static final String POLICY =
      """
      Informationssäkerhetspolicy

      1. Systematik
      Ledningssystemet för informationssäkerhet ska uppfylla kraven enligt gällande standarder.
      Ett arbetssätt som stödjer ständiga förbättringar ska tillämpas.

      2. Uppföljning
      Kommunen ska rapportera avvikelser.
      Kommunen ska åtgärda informationssäkerhetsbrister.
      """;

  @Autowired Towns towns;
  @Autowired MockMvc mvc;
  @Autowired DocumentRegister documents;
  @Autowired ClauseRegister clauses;
  @Autowired AdoptionRegister adoption;
  @Autowired Actions actions;
  @Autowired List<ReviewInput> inputs;
  @Autowired Figures figures;
  @Autowired DSLContext sql;

  private Town town;

  @BeforeEach
  void adopt() {
    town = towns.found();
    town.within(
        Role.COORDINATOR,
        () -> {
          UUID policy =
              documents.create(
                  NewDocument.of("Informationssäkerhetspolicy", DocumentLevel.POLICY),
                  SourceText.pasted(POLICY));
          clauses.acceptAll(policy);
          LocalDate day = LocalDate.of(2026, 2, 25);
          var step = new Decision.Step(town.council(), day, "§ 14", "KS 2026/1");
          adoption.adopt(policy, new Decision(List.of(step), day, null, null, List.of()));
          return policy;
        });
  }

  @Test
  @Tag("K-4.1.1")
  @Tag("K-4.1.7a")
  @Tag("M-4c")
  void bindsTheWordsOfThePolicyToItsFigures() {
    Map<String, Integer> bound =
        town.within(() ->
            sql
                .selectFrom(CLAUSE_BINDING_IN_FORCE)
                .fetch(CLAUSE_BINDING_IN_FORCE.INDICATOR)
                .stream()
                .collect(Collectors.toMap(it -> it, it -> 1, Integer::sum)));
    assertThat(bound)
        .containsKeys(
            "improvement.review-held", "improvement.effect-checked", "improvement.actions-in-time");
    assertThat(bound.get("improvement.findings-decided")).isGreaterThanOrEqualTo(2);
  }

  @Test
  @Tag("K-4.1.7a")
  void saysThatAnOverdueActionBreaksThePolicy() throws Exception {
    overdue();
    mvc.perform(get("/api/v1/" + town.key() + "/conformance").with(town.as(Role.COORDINATOR)))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("improvement.actions-in-time")))
        .andExpect(content().string(containsString("not-kept")));
  }

  @Test
  @Tag("K-4.1.1")
  void tellsTheReviewHowThePolicyIsKept() {
    overdue();
    town.within(() -> {
      figures.refresh();
      return true;
    });
    List<ReviewInput.Line> lines =
        town.within(() ->
            inputs.stream()
                .flatMap(
                    it -> it.lines(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31)).stream())
                .filter(it -> it.key().startsWith("followup."))
                .toList());
    assertThat(lines)
        .extracting(ReviewInput.Line::point)
        .containsExactly(AgendaPoint.MEASUREMENTS, AgendaPoint.FEEDBACK);
    List<Object> policy = lines.getFirst().arguments();
    assertThat(policy.getFirst()).isEqualTo("Informationssäkerhetspolicy");
    assertThat((long) policy.get(1)).isGreaterThanOrEqualTo(4);
    assertThat((long) policy.get(3)).isPositive();
    assertThat(lines.getLast().arguments()).containsExactly(0, 0, 0);
  }

  private void overdue() {
    town.within(() ->
        actions.open(
            new NewAction(
                "Byt lås",
                "",
                null,
                NewAction.Place.unit(town.school()),
                NewAction.Hands.MANAGER,
                LocalDate.of(2020, 1, 1),
                Priority.NORMAL)));
  }
}
