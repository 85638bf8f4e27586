package se.tillit.incident.regime;

import static org.assertj.core.api.Assertions.assertThat;
import static se.tillit.incident.regime.Judgement.Outcome.APPLIES;
import static se.tillit.incident.regime.Judgement.Outcome.EXEMPT;
import static se.tillit.incident.regime.Judgement.Outcome.LACKING;
import static se.tillit.incident.regime.Judgement.Outcome.NONE_MET;
import static se.tillit.incident.regime.Judgement.Outcome.UNDECIDED;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Yes, no or not known yet: what the answers amount to.
class JudgementTest {

  private final Regime csl = ShippedTest.regime("csl");
  private final Regime gdpr = ShippedTest.regime("gdpr-33");
  private final List<Criterion> asked = csl.asked(Set.of("public-administration"));

  @Test
  @Tag("K-2b")
  void isSignificantWhenOneCriterionIsMetWhateverElseIsUnknown() {
    assertThat(Judgement.of(asked, Map.of("A1", Answer.YES)))
        .isEqualTo(new Judgement(APPLIES, List.of("A1")));
  }

  @Test
  void cannotBeDecidedWhileAnythingIsUnknown() {
    var answers = all(asked, Answer.NO);
    answers.put("C1", Answer.UNKNOWN);
    answers.remove("D1");
    assertThat(Judgement.of(asked, answers))
        .isEqualTo(new Judgement(UNDECIDED, List.of("C1", "D1")));
  }

  @Test
  void isNotSignificantWhenEveryCriterionIsDenied() {
    assertThat(Judgement.of(asked, all(asked, Answer.NO)).outcome()).isEqualTo(NONE_MET);
  }

  @Test
  void weighsAnUnlikelyRiskAsFreeingAndNoPersonalDataAsLacking() {
    assertThat(judge(Answer.YES, Answer.YES)).isEqualTo(EXEMPT);
    assertThat(judge(Answer.NO, Answer.UNKNOWN)).isEqualTo(LACKING);
    assertThat(judge(Answer.YES, Answer.NO)).isEqualTo(APPLIES);
    assertThat(judge(Answer.YES, Answer.UNKNOWN)).isEqualTo(UNDECIDED);
    assertThat(judge(Answer.UNKNOWN, Answer.UNKNOWN)).isEqualTo(UNDECIDED);
  }

  private Judgement.Outcome judge(Answer breach, Answer unlikely) {
    return Judgement.of(gdpr.criteria(), Map.of("P", breach, "R", unlikely)).outcome();
  }

  private static Map<String, Answer> all(List<Criterion> asked, Answer answer) {
    var answers = new HashMap<String, Answer>();
    asked.forEach(it -> answers.put(it.key(), answer));
    return answers;
  }
}
