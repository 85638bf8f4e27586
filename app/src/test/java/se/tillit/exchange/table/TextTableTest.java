package se.tillit.exchange.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextTableTest {

  private static final String UNITS = "Enhet;Chef\r\nÄldreomsorgen;Åsa Öberg\r\n";

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "windows-1252", "UTF-16LE", "UTF-16BE", "UTF-16"})
  void readsSwedishLettersInEveryEncodingThatSwedesSave(String charset) {
    assertThat(TableFile.cells(TableFile.text(folder, UNITS, Charset.forName(charset))))
        .containsExactly(List.of("Enhet", "Chef"), List.of("Äldreomsorgen", "Åsa Öberg"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
  void takesTheByteOrderMarkForNoPartOfTheFirstHeading(String charset) {
    Path file = TableFile.text(folder, "\ufeff" + UNITS, Charset.forName(charset));
    assertThat(TableFile.cells(file).getFirst()).containsExactly("Enhet", "Chef");
  }

  @Test
  void readsWindowsLettersThatStandFarIntoTheFile() {
    String plain =
        IntStream.range(0, 20_000)
            .mapToObj(i -> "Enhet " + i + ";x\n")
            .collect(Collectors.joining());
    Path file =
        TableFile.text(
            folder, plain + "Räddningstjänsten;x – y\n", Charset.forName("windows-1252"));
    assertThat(TableFile.cells(file).getLast()).containsExactly("Räddningstjänsten", "x – y");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void readsUtf8WhereALetterStandsAcrossTwoBlocks(int shift) {
    String row = "åäö".repeat(5_000) + ";b\n";
    Path file = TableFile.text(folder, "x".repeat(shift) + row.repeat(10));
    assertThat(TableFile.cells(file)).last().isEqualTo(List.of("åäö".repeat(5_000), "b"));
  }

  @ParameterizedTest
  @ValueSource(strings = {";", ",", "\t", "|"})
  void recognisesTheSeparator(String separator) {
    String text = "Namn;Antal;Ort\nVård och omsorg;1.5;Åmål\nSkola;2.5;Ed\n";
    Path file = TableFile.text(folder, text.replace(";", separator));
    assertThat(TableFile.cells(file))
        .containsExactly(
            List.of("Namn", "Antal", "Ort"),
            List.of("Vård och omsorg", "1.5", "Åmål"),
            List.of("Skola", "2.5", "Ed"));
  }

  @Test
  void isNotMisledByDecimalCommas() {
    Path file = TableFile.text(folder, "Namn;Andel\nA;0,5\nB;1,5\nC;2,5\n");
    assertThat(TableFile.cells(file)).contains(List.of("B", "1,5"));
  }

  @Test
  void obeysTheSeparatorThatExcelDeclaresAndCountsRowsAfterIt() {
    Path file = TableFile.text(folder, "sep=,\r\nNamn,Ort\r\nA;B,Ed\r\n");
    assertThat(TableFile.rows(file))
        .containsExactly(
            new TableRow(1, List.of("Namn", "Ort")), new TableRow(2, List.of("A;B", "Ed")));
  }

  @Test
  void readsOneColumnWithoutAnySeparator() {
    assertThat(TableFile.cells(TableFile.text(folder, "Namn\nA\nB\n")))
        .containsExactly(List.of("Namn"), List.of("A"), List.of("B"));
  }

  @Test
  void keepsQuotesSeparatorsAndLineBreaksInsideQuotedCells() {
    Path file =
        TableFile.text(folder, "Namn;Text\n\"A \"\"B\"\"; C\";\"rad ett\r\nrad två\"\nD;E\n");
    assertThat(TableFile.rows(file))
        .containsExactly(
            new TableRow(1, List.of("Namn", "Text")),
            new TableRow(2, List.of("A \"B\"; C", "rad ett\r\nrad två")),
            new TableRow(3, List.of("D", "E")));
  }

  @Test
  void takesAQuoteWithinACellForWhatItIs() {
    assertThat(TableFile.cells(TableFile.text(folder, "Namn;Mått\nSkärm;24\" bred\n\"A\"B;1\n")))
        .containsExactly(
            List.of("Namn", "Mått"), List.of("Skärm", "24\" bred"), List.of("AB", "1"));
  }

  @Test
  void passesOverBlankRowsAndTrailingSeparatorsButCountsThem() {
    Path file = TableFile.text(folder, "Namn;Ort;;\n;;;\n\nA;Ed;;\n \t;\nB;;;;;;\n");
    assertThat(TableFile.rows(file))
        .containsExactly(
            new TableRow(1, List.of("Namn", "Ort")),
            new TableRow(4, List.of("A", "Ed")),
            new TableRow(6, List.of("B")));
  }

  @Test
  void readsAllLineEndings() {
    for (String end : List.of("\n", "\r\n", "\r")) {
      Path file = TableFile.text(folder, "Namn;Ort" + end + "A;B" + end + "C;D");
      assertThat(TableFile.cells(file))
          .containsExactly(List.of("Namn", "Ort"), List.of("A", "B"), List.of("C", "D"));
    }
  }

  @Test
  void keepsAnEmptyCellBetweenFilledOnes() {
    TableRow row = TableFile.rows(TableFile.text(folder, "a;b;c\n1;;3\n")).getLast();
    assertThat(row.cells()).containsExactly("1", "", "3");
    assertThat(row.text(1)).isEmpty();
    assertThat(row.text(9)).isEmpty();
  }

  @Test
  void takesAwayTheApostropheThatKeepsAFormulaAsleep() {
    Path file = TableFile.text(folder, "a;b;c;d\n'=1+1;'-5;'s Gravenhage;''@x\n");
    assertThat(TableFile.cells(file).getLast())
        .containsExactly("=1+1", "-5", "'s Gravenhage", "'@x");
  }

  @Test
  void readsTheOrganisationOfAMunicipality() {
    Path file =
        TableFile.text(
            folder,
            """
            kind;name;parent;answers_to
            legal_entity;Ängsby kommun;;
            body_board;Vård- och omsorgsnämnden;Ängsby kommun;
            administration;Vårdförvaltningen;;Vård- och omsorgsnämnden
            """);
    assertThat(TableFile.rows(file))
        .last()
        .isEqualTo(
            new TableRow(
                4, List.of("administration", "Vårdförvaltningen", "", "Vård- och omsorgsnämnden")));
    assertThat(TableFile.rows(file).get(1).cells()).hasSize(2);
  }
}
