package se.tillit.incident.regime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What Tillit ships is whole: every row of the table of parallel clocks, without a fault.
class ShippedTest {

  @Test
  @Tag("K-2b")
  void coversEveryRowOfTheTableOfParallelClocks() {
    assertThat(regimes().stream().map(Regime::row).sorted().toList())
        .isEqualTo(IntStream.rangeClosed(1, 21).boxed().toList());
  }

  @Test
  void namesOnlyRecipientsAndRegimesThatExist() {
    var codes = new HashSet<>(Shipped.REGIMES);
    for (Regime regime : regimes()) {
      assertThat(Shipped.RECIPIENTS).contains(regime.recipient());
      regime
          .steps()
          .forEach(
              step -> assertThat(Shipped.RECIPIENTS).contains(regime.recipientOf(step.code())));
      regime.excludes().forEach(it -> assertThat(codes).contains(it.regime()));
      regime.implies().forEach(it -> assertThat(codes).contains(it.regime()));
    }
  }

  @Test
  void switchesOffDataProtectionAndTheCybersecurityActWhereSecurityProtectionApplies() {
    Regime security = regime("security-protection");
    assertThat(security.excludes().stream().filter(Relation::whole).map(Relation::regime))
        .containsExactlyInAnyOrder("gdpr-33", "gdpr-34");
    assertThat(security.excludes().stream().filter(it -> !it.whole()).map(Relation::regime))
        .contains("csl", "csl-recipients", "csl-threat");
    assertThat(security.excludes()).allMatch(it -> it.legal().confidence().isSure());
  }

  @Test
  void keepsThresholdsAsNumbersInTheData() {
    Regime csl = regime("csl");
    var asked = csl.asked(java.util.Set.of("public-administration"));
    assertThat(asked.getFirst().limits()).containsEntry("hours", 4);
    assertThat(asked.getFirst().in(se.tillit.web.Words.SWEDISH)).contains("4 timmar");
    assertThat(asked).extracting(Criterion::key).contains("A1", "C1", "D1");
    assertThat(
            asked.stream().filter(it -> it.key().equals("C1")).findFirst().orElseThrow().limits())
        .containsEntry("persons", 500);
  }

  @Test
  void tellsEveryFaultOfAText() {
    var faults = new ArrayList<Text.Fault>();
    String text =
        Shipped.all().stream()
            .filter(it -> it.code().equals("police"))
            .filter(it -> it.kind() == Definition.Kind.REGIME)
            .findFirst()
            .orElseThrow()
            .text();
    String wrong =
        text.replace("due: no limit in law", "due: 72 timmar")
            .replace("event: suspected", "event: guessed")
            .replace("tell: [handler]", "tell: [boss]")
            .replace("suggest: crime", "sugest: crime");
    new RegimeReader(faults).regime(wrong);
    assertThat(faults.stream().map(Text.Fault::path))
        .contains("steps[1].due", "start.event", "ladder[1].tell", "sugest", "suggest");
  }

  @Test
  void tellsTheLineThatCannotBeRead() {
    var faults = new ArrayList<Text.Fault>();
    new RegimeReader(faults).regime("code: x\nname: {sv: A\nen: B\n");
    assertThat(faults.getFirst().messageKey()).isEqualTo("incident.regime.fault.line");
  }

  static List<Regime> regimes() {
    return Shipped.all().stream()
        .filter(it -> it.kind() == Definition.Kind.REGIME)
        .map(it -> new RegimeReader(new ArrayList<>()).regime(it.text()))
        .collect(Collectors.toList());
  }

  static Regime regime(String code) {
    return regimes().stream().filter(it -> it.code().equals(code)).findFirst().orElseThrow();
  }
}
