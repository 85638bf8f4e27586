package se.tillit.exchange.column;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CellsTest {

  private enum Kind {
    BOARD,
    COMPANY
  }

  private static final Wording WORDING =
      (key, language) ->
          Optional.ofNullable(
              switch (key + " " + language.getLanguage()) {
                case "kind.board sv" -> "Nämnd";
                case "kind.board en" -> "Board";
                case "kind.board.synonyms sv" -> "Utskott|Styrelse";
                case "kind.company sv" -> "Bolag";
                case "exchange.table.yes sv" -> "Ja";
                case "exchange.table.yes.synonyms sv" -> "x|1";
                case "exchange.table.no en" -> "No";
                default -> null;
              });

  private static String kindKey(Kind kind) {
    return "kind." + kind.name().toLowerCase(java.util.Locale.ROOT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-01-31",
        "2026-1-31",
        "20260131",
        "260131",
        "2026/01/31",
        "2026.01.31",
        "2026–01–31",
        "31/1 2026",
        "31/1/2026",
        "31.1.2026",
        "31-01-2026",
        "31 januari 2026",
        "31 jan 2026",
        "31 jan. 2026",
        "den 31:a januari 2026",
        "31 January 2026",
        "2026-01-31 00:00",
        "2026-01-31T08:30:00",
        "2026-01-31T08:30:00.000Z",
        "46053",
        "46053.5"
      })
  void readsADayAsPeopleWriteIt(String text) {
    assertThat(Cells.day().parse(text)).isEqualTo(Parsed.value(LocalDate.of(2026, 1, 31)));
  }

  @ParameterizedTest
  @CsvSource({
    "990101, 1999-01-01",
    "490101, 2049-01-01",
    "500101, 1950-01-01",
    "9999-12-31, 9999-12-31",
    "1 maj 2026, 2026-05-01",
    "1 oktober 2026, 2026-10-01",
    "29 feb 2024, 2024-02-29"
  })
  void readsDaysAtTheEdges(String text, LocalDate day) {
    assertThat(Cells.day().parse(text)).isEqualTo(Parsed.value(day));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-02-29",
        "31/13 2026",
        "2026-13-01",
        "12:30",
        "i går",
        "2026",
        "2026-01",
        "1",
        "123456789",
        "31 foo 2026",
        "19999",
        "80000",
        "2026-01/31"
      })
  void refusesWhatIsNoDay(String text) {
    assertThat(Cells.day().parse(text)).isEqualTo(Parsed.problem("exchange.table.cell.not-a-day"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "12; 12",
        "-3; -3",
        "−3; -3",
        "12 000; 12000",
        "1 234 567; 1234567",
        "3,00; 3",
        "3.0; 3",
        "+7; 7"
      })
  void readsWholeNumbers(String text, long number) {
    assertThat(Cells.wholeNumber(-10, 10_000_000).parse(text)).isEqualTo(Parsed.value(number));
  }

  @Test
  void refusesOtherNumbers() {
    for (String text : List.of("1,5", "x", "1 2", "12345678901234567890", "")) {
      assertThat(Cells.wholeNumber(0, 9).parse(text))
          .isEqualTo(Parsed.problem("exchange.table.cell.not-a-number"));
    }
    assertThat(Cells.wholeNumber(0, 9).parse("10"))
        .isEqualTo(Parsed.problem("exchange.table.cell.out-of-range", 0L, 9L));
  }

  @Test
  void countsCharactersAsPeopleDo() {
    assertThat(Cells.text(2).parse("😀😀")).isEqualTo(Parsed.value("😀😀"));
    assertThat(Cells.text(2).parse("abc"))
        .isEqualTo(Parsed.problem("exchange.table.cell.too-long", 3, 2));
  }

  @Test
  void choosesByAnyNameInAnyLanguage() {
    CellParser<Kind> kinds = Cells.choice(List.of(Kind.values()), CellsTest::kindKey, WORDING);
    for (String text : List.of("Nämnd", "namnd", "BOARD", "utskott", "Styrelse")) {
      assertThat(kinds.parse(text)).isEqualTo(Parsed.value(Kind.BOARD));
    }
    assertThat(kinds.parse("Förbund"))
        .isEqualTo(Parsed.problem("exchange.table.cell.not-a-choice", "Nämnd, Bolag"));
  }

  @Test
  void refusesToDeclareTwoChoicesWithOneName() {
    assertThatThrownBy(() -> Cells.choice(List.of(1, 2), number -> "kind.board", WORDING))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void readsYesAndNo() {
    assertThat(Cells.yesOrNo(WORDING).parse("JA")).isEqualTo(Parsed.value(true));
    assertThat(Cells.yesOrNo(WORDING).parse("x")).isEqualTo(Parsed.value(true));
    assertThat(Cells.yesOrNo(WORDING).parse("no")).isEqualTo(Parsed.value(false));
    assertThat(Cells.yesOrNo(WORDING).parse("kanske")).isInstanceOf(Parsed.Problem.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      nullValues = "-",
      value = {
        "'  Åsa '; Åsa; false",
        "A\u030asa; Åsa; false",
        "a\u00a0b\u2003c; a b c; false",
        "\ufeffa; a; false",
        "a\u0000b; ab; true",
        "a\u0085b; a b; false",
        "a\u202eb\u2066c; abc; true",
        "a\u200bb\u00adc; abc; true",
        "\ud83da; a; true",
        "a\uffffb; ab; true",
        "👩\u200d👧‍👦❤\ufe0f; 👩\u200d👧‍👦❤\ufe0f; false",
      })
  void cleansText(String raw, String clean, boolean cleaned) {
    assertThat(CleanText.of(raw, false)).isEqualTo(new CleanText(clean, cleaned));
  }
}
