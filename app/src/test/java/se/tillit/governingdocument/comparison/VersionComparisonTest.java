package se.tillit.governingdocument.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.tillit.governingdocument.comparison.Change.Outcome;

class VersionComparisonTest {

  private static final String TRAIN = "Samtliga chefer och medarbetare ska genomgå utbildning.";
  private static final String OFFER = "Förtroendevalda ska erbjudas utbildning.";
  private static final String KNOW =
      "Kommunen och dess bolag ska ha kunskap om informationstillgångarna.";
  private static final String REPORT = "Uppföljning ska ske årligen till kommunstyrelsen.";

  @Test
  void findsNothingChangedWhenOnlyNumbersOfSectionsAndLineBreaksAre() {
    assertThat(
            compare(
                clauses("4.1 Utbildning", TRAIN, OFFER),
                clauses("5.2 Utbildning", TRAIN.replace(" ", "\n"), "• " + OFFER)))
        .containsExactly("UNCHANGED 0→0", "UNCHANGED 1→1");
  }

  @Test
  void tellsWhatCameWentAndChanged() {
    assertThat(
            compare(
                clauses("", TRAIN, OFFER, REPORT),
                clauses(
                    "",
                    "Samtliga chefer och medarbetare ska genomgå utbildning varje år.",
                    KNOW,
                    REPORT)))
        .containsExactly("CHANGED 0→0", "REMOVED 1→", "ADDED →1", "UNCHANGED 2→2");
  }

  @Test
  void showsAChangeWordByWord() {
    Change change =
        VersionComparison.of(
                clauses("", REPORT),
                clauses("", "Uppföljning ska ske varje halvår till kommunstyrelsen och nämnden."))
            .getFirst();
    assertThat(shown(change))
        .isEqualTo(
            "Uppföljning ska ske [-årligen][+varje halvår] till [-kommunstyrelsen.][+kommunstyrelsen och nämnden.]");
  }

  @Test
  void seesThatAClauseMoved() {
    assertThat(
            compare(
                clauses("", TRAIN, OFFER, KNOW, REPORT), clauses("", REPORT, TRAIN, OFFER, KNOW)))
        .containsExactly("UNCHANGED 3→0 moved", "UNCHANGED 0→1", "UNCHANGED 1→2", "UNCHANGED 2→3");
  }

  @Test
  void keepsTheIdentityOfAClauseThatBothMovedAndChanged() {
    assertThat(
            compare(
                clauses("", TRAIN, OFFER, KNOW, REPORT),
                clauses(
                    "", "Förtroendevalda ska varje år erbjudas utbildning.", TRAIN, KNOW, REPORT)))
        .containsExactly("CHANGED 1→0 moved", "UNCHANGED 0→1", "UNCHANGED 2→2", "UNCHANGED 3→3");
  }

  @Test
  void doesNotTakeClausesForOneAnotherBecauseTheyShareCommonWords() {
    assertThat(
            compare(
                clauses(
                    "A",
                    "Kommunen och dess bolag ska ha en hållbar organisation.",
                    KNOW,
                    REPORT,
                    TRAIN),
                clauses(
                    "B",
                    "Kommunen och dess bolag ska kravställa vid upphandling.",
                    KNOW,
                    REPORT,
                    TRAIN)))
        .contains("REMOVED 0→", "ADDED →0");
  }

  @Test
  void recognisesASentenceThatWasSplitIntoClausesAndOnesThatWereMerged() {
    assertThat(
            compare(
                clauses(
                    "",
                    "Kommunen ska ställa krav",
                    "samt säkerställa att de uppfylls.",
                    TRAIN + " " + OFFER),
                clauses(
                    "",
                    "Kommunen ska ställa krav samt säkerställa att de uppfylls.",
                    TRAIN,
                    OFFER)))
        .containsExactly("UNCHANGED 0,1→0", "UNCHANGED 2→1,2");
  }

  @Test
  void pairsEqualClausesUnderTheHeadingTheyStandUnder() {
    List<ComparedClause> before =
        List.of(new ComparedClause("A", TRAIN), new ComparedClause("B", TRAIN));
    List<ComparedClause> after =
        List.of(new ComparedClause("B", TRAIN), new ComparedClause("A", TRAIN));
    assertThat(compare(before, after))
        .containsExactlyInAnyOrder("UNCHANGED 1→0 moved", "UNCHANGED 0→1");
  }

  @Test
  void comparesWithAnEmptyVersion() {
    assertThat(compare(List.of(), clauses("", TRAIN))).containsExactly("ADDED →0");
    assertThat(compare(clauses("", TRAIN), List.of())).containsExactly("REMOVED 0→");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void accountsForEveryClauseOfBothVersionsOnce(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 60; i++) {
      List<ComparedClause> before = randomClauses(random);
      List<ComparedClause> after = new ArrayList<>(randomClauses(random));
      after.addAll(before.subList(0, before.size() / 2));
      Collections.shuffle(after, random);
      List<Change> changes = VersionComparison.of(before, after);
      assertThat(changes.stream().flatMap(change -> change.before().stream()).sorted())
          .containsExactlyElementsOf(IntStream.range(0, before.size()).boxed().toList());
      assertThat(changes.stream().flatMap(change -> change.after().stream()).sorted())
          .containsExactlyElementsOf(IntStream.range(0, after.size()).boxed().toList());
      for (Change change : changes) {
        if (change.outcome() == Outcome.CHANGED) {
          holdsBothTexts(change, before, after);
        }
      }
    }
  }

  private static void holdsBothTexts(
      Change change, List<ComparedClause> before, List<ComparedClause> after) {
    assertThat(words(change, Change.Side.BEFORE))
        .isEqualTo(before.get(change.before().getFirst()).text());
    assertThat(words(change, Change.Side.AFTER))
        .isEqualTo(after.get(change.after().getFirst()).text());
  }

  private static String words(Change change, Change.Side side) {
    return change.difference().stream()
        .filter(piece -> piece.side() == Change.Side.BOTH || piece.side() == side)
        .map(Change.Piece::words)
        .collect(Collectors.joining(" "));
  }

  @Test
  void comparesTenThousandClausesInSeconds() {
    Random random = new Random(7);
    List<ComparedClause> before = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      before.add(new ComparedClause("", "Kommunen ska " + sentence(random, 12)));
    }
    List<ComparedClause> after = new ArrayList<>(before);
    for (int i = 0; i < 10_000; i += 3) {
      after.set(i, new ComparedClause("", after.get(i).text() + " varje år"));
    }
    Collections.shuffle(after, random);
    long start = System.nanoTime();
    List<Change> changes = VersionComparison.of(before, after);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
    assertThat(changes.stream().filter(change -> change.outcome() == Outcome.ADDED).count())
        .isZero();
  }

  private static List<ComparedClause> randomClauses(Random random) {
    return IntStream.range(0, 1 + random.nextInt(12))
        .mapToObj(_ -> new ComparedClause("", sentence(random, 1 + random.nextInt(9))))
        .toList();
  }

  private static String sentence(Random random, int length) {
    return IntStream.range(0, length)
        .mapToObj(_ -> "ord" + (int) Math.abs(random.nextGaussian() * 200))
        .collect(Collectors.joining(" "));
  }

  private static List<ComparedClause> clauses(String heading, String... texts) {
    return Arrays.stream(texts).map(text -> new ComparedClause(heading, text)).toList();
  }

  private static List<String> compare(List<ComparedClause> before, List<ComparedClause> after) {
    return VersionComparison.of(before, after).stream()
        .map(change ->
            change.outcome()
                + " "
                + places(change.before())
                + "→"
                + places(change.after())
                + (change.moved() ? " moved" : ""))
        .toList();
  }

  private static String places(List<Integer> places) {
    return places.stream().map(String::valueOf).collect(Collectors.joining(","));
  }

  private static String shown(Change change) {
    return change.difference().stream()
        .map(piece ->
            switch (piece.side()) {
              case BOTH -> " " + piece.words() + " ";
              case BEFORE -> "[-" + piece.words() + "]";
              case AFTER -> "[+" + piece.words() + "]";
            })
        .collect(Collectors.joining())
        .strip();
  }
}
