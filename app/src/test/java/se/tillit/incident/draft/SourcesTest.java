package se.tillit.incident.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import se.tillit.incident.regime.Field;
import se.tillit.incident.regime.Regime;
import se.tillit.incident.regime.Said;
import se.tillit.incident.regime.ShippedRegimes;
import se.tillit.incident.regime.Step;
import se.tillit.incident.routing.Term;
import se.tillit.schema.incident.tables.records.IncidentRecord;
import se.tillit.web.Words;

class SourcesTest {

  private static final Instant NOON = Instant.parse("2026-11-03T11:00:00Z");

  /// What nobody but a person can say. A field that comes to be asked for, or ceases to be, is
  /// moved here knowingly.
  private static final Map<String, Set<String>> ASKED =
      Map.ofEntries(
          Map.entry(
              "csl",
              Set.of(
                  "cross-border",
                  "indicators",
                  "remaining",
                  "answer",
                  "area",
                  "damage",
                  "societal",
                  "organisational",
                  "approval",
                  "why",
                  "duration",
                  "next")),
          Map.entry("csl-trust", Set.of("cross-border", "answer", "why")),
          Map.entry("csl-recipients", Set.of("effect", "do")),
          Map.entry("csl-threat", Set.of("steps", "threat")),
          Map.entry("csl-registration", Set.of("change")),
          Map.entry("gdpr-33", Set.of("address", "groups")),
          Map.entry("eidas-nonqualified", Set.of("what")),
          Map.entry("eidas-qualified", Set.of("what")),
          Map.entry("lex-maria", Set.of("investigation")),
          Map.entry("lex-sarah", Set.of("investigation")),
          Map.entry("police", Set.of("evidence")),
          Map.entry("public-record", Set.of("decision")),
          Map.entry("data-subject", Set.of("answer")));

  static Stream<Regime> regimes() {
    return ShippedRegimes.all().stream();
  }

  @ParameterizedTest
  @MethodSource("regimes")
  @Tag("K-2b")
  void givesEachFieldASourceOrAsksForIt(Regime regime) {
    var asked = new TreeSet<String>();
    for (Step step : regime.steps()) {
      for (Field field : step.fields()) {
        if (field.from().isEmpty()) {
          asked.add(field.key());
        } else {
          assertThat(Sources.known())
              .as(regime.code() + " " + step.code() + " " + field.key())
              .contains(field.from());
        }
      }
    }
    assertThat(asked)
        .as(regime.code())
        .containsExactlyInAnyOrderElementsOf(ASKED.getOrDefault(regime.code(), Set.of()));
  }

  @Test
  void namesEachSourceInBothLanguages() {
    for (Words words : Words.all()) {
      for (String source : Sources.known()) {
        assertThat(words.knows("incident.draft.source." + source)).as(source).isTrue();
      }
    }
  }

  static Stream<Arguments> said() {
    return Stream.of(
        Arguments.of("incident.reference", "2026-0042"),
        Arguments.of("incident.title", "Listan hamnade fel"),
        Arguments.of("incident.happening", "En klasslista mejlades till fel förälder."),
        Arguments.of("incident.occurred_at", "2026-11-03 12:00"),
        Arguments.of("incident.noticed_at", "2026-11-03 13:00"),
        Arguments.of("incident.aware_at", "2026-11-03 14:00"),
        Arguments.of("incident.contained_at", ""),
        Arguments.of("incident.ongoing", "Ja"),
        Arguments.of(
            "incident.report", "Den rapporterades i vårt ledningssystem 2026-11-03 13:10."),
        Arguments.of("incident.handler", "Åsa Öberg, 010-123 45 67, asa@staden.example"),
        Arguments.of("incident.crime_suspected", "Nej, inte vad vi vet"),
        Arguments.of("incident.kind", "Fel mottagare"),
        Arguments.of("incident.cause", "Misstag\nFel rad i adresslistan."),
        Arguments.of("incident.persons_affected", "28"),
        Arguments.of("incident.records_affected", ""),
        Arguments.of("incident.carriers", "Mejlen"),
        Arguments.of("incident.supplier", "Molnet AB (Mejlen)"),
        Arguments.of("incident.protected_information", "Klasslistor – K3, OSL 23 kap. 2 §"),
        Arguments.of("incident.personal_data", "Klasslistor: känsliga personuppgifter (art. 9)"),
        Arguments.of(
            "incident.special_categories",
            "Klasslistor: känsliga personuppgifter (art. 9)\n"
                + "Klasslistor: uppgifter om personer med skyddade personuppgifter"),
        Arguments.of("incident.containment", "Mottagaren har raderat listan."),
        Arguments.of("incident.recovery", ""),
        Arguments.of("incident.lessons", ""),
        Arguments.of(
            "incident.measures",
            "Mottagaren har raderat listan.\n2026-11-03 12:00 Ringde mottagaren."),
        Arguments.of("incident.timeline", "2026-11-03 12:00 Ringde mottagaren."),
        Arguments.of("incident.severity", "Allvarlig"),
        Arguments.of("incident.effect", "Två elever har skyddade uppgifter."),
        Arguments.of("incident.consequences", "Enskildas integritet: nivå 3"),
        Arguments.of("incident.secrecy", "OSL 18 kap. 8 b §"),
        Arguments.of("legal_entity.name", "Stadens kommun"),
        Arguments.of("legal_entity.number", "212000-1234"),
        Arguments.of("body.name", "Skolnämnden"),
        Arguments.of("body.dpo", "Ola Ombud, ombud@staden.example"),
        Arguments.of("clock.late", ""),
        Arguments.of("stage.changes", "Antal: 28"),
        Arguments.of("informed.answer", "Ja"),
        Arguments.of("informed.at", "2026-11-03 12:00"),
        Arguments.of("informed.not", ""),
        Arguments.of(
            "letter.contact",
            "Har du frågor kan du kontakta dataskyddsombudet för Skolnämnden:"
                + " Ola Ombud, ombud@staden.example."));
  }

  @ParameterizedTest
  @MethodSource("said")
  void saysWhatTheCaseKnowsAndNothingElse(String source, String expected) {
    assertThat(say(source, Words.SWEDISH)).isEqualTo(expected);
  }

  @Test
  void triesEverySourceInTheTableOrAsALetter() {
    var tried = new TreeSet<>(said().map(it -> (String) it.get()[0]).toList());
    tried.addAll(
        Set.of("letter.nature", "letter.service", "letter.consequences", "letter.measures"));
    assertThat(tried).isEqualTo(new TreeSet<>(Sources.known()));
  }

  @Test
  @Tag("K-4.1.7b")
  void writesNoSwedishIntoAnEnglishLetter() {
    assertThat(say("letter.nature", Words.SWEDISH)).contains("En klasslista mejlades");
    assertThat(say("letter.nature", Words.ENGLISH))
        .contains("We discovered it 2026-11-03 13:00.")
        .doesNotContain("klasslista");
    assertThat(say("letter.measures", Words.ENGLISH))
        .contains("Never give away passwords")
        .doesNotContain("Mottagaren");
  }

  @Test
  void keepsWhatWasSentInTheSameFieldBefore() {
    assertThat(Sources.say(field("cross-border", ""), material(), Words.SWEDISH))
        .isEqualTo("Ingen");
    assertThat(Sources.say(field("area", ""), material(), Words.SWEDISH)).isEmpty();
  }

  private static String say(String source, Words words) {
    return Sources.say(field("any", source), material(), words);
  }

  private static Field field(String key, String from) {
    return new Field(key, new Said(key, key), 1000, true, from, false);
  }

  static Material material() {
    var incident = new IncidentRecord();
    incident.setReference("2026-0042");
    incident.setTitle("Listan hamnade fel");
    incident.setHappening("En klasslista mejlades till fel förälder.");
    incident.setOccurredAt(NOON);
    incident.setNoticedAt(NOON.plusSeconds(3600));
    incident.setReportedAt(NOON.plusSeconds(4200));
    incident.setPersonsAffected(28);
    incident.setCauseText("Fel rad i adresslistan.");
    incident.setContainment("Mottagaren har raderat listan.");
    incident.setRecovery("");
    incident.setLessons("");
    incident.setSeverityLabel("Allvarlig");
    incident.setSeverityMotive("Två elever har skyddade uppgifter.");
    incident.setCrimeSuspected(false);
    var facts =
        new Material.Facts(
            new Material.Contact("Åsa Öberg", "asa@staden.example", "010-123 45 67"),
            new Term("kind", "own", "Fel mottagare", false, null, false),
            new Term("cause", "own", "Misstag", false, null, false),
            "OSL 18 kap. 8 b §",
            List.of(
                new Material.Asset(
                    "Klasslistor", "K3", "special", List.of("OSL 23 kap. 2 §"), true)),
            List.of(new Material.Carrier("Mejlen", "service", "Molnet AB")),
            List.of(new Material.Noted(NOON, "Ringde mottagaren.")),
            List.of(new Material.Consequence("Enskildas integritet", 3)));
    return new Material(
        incident,
        facts,
        new Material.Answering(
            "Skolnämnden",
            "Stadens kommun",
            "212000-1234",
            new Material.Contact("Ola Ombud", "ombud@staden.example", ""),
            NOON.plusSeconds(7200),
            ""),
        new Material.Earlier(Map.of("cross-border", "Ingen"), Map.of("Antal", "28")),
        new Material.Informed(false, NOON, ""));
  }
}
