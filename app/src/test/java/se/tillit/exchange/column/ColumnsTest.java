package se.tillit.exchange.column;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.tillit.exchange.table.TableLimits;
import se.tillit.exchange.table.TableReader;
import se.tillit.kernel.Refused;

class ColumnsTest {

  private static final Map<String, String> SWEDISH =
      Map.of(
          "unit.name", "Enhet",
          "unit.name.synonyms", "Förvaltning|Avdelning",
          "unit.from", "Från och med",
          "unit.note", "Anteckning");
  private static final Map<String, String> ENGLISH =
      Map.of("unit.name", "Unit", "unit.from", "From", "unit.note", "Note");
  private static final Wording WORDING =
      (key, language) ->
          Optional.ofNullable((language.getLanguage().equals("sv") ? SWEDISH : ENGLISH).get(key));

  private static final Column<String> NAME = Column.required("unit.name", Cells.text(30));
  private static final Column<LocalDate> FROM = Column.optional("unit.from", Cells.day());
  private static final Column<String> NOTE = Column.optional("unit.note", Cells.lines(100));
  private static final Columns COLUMNS = Columns.of(WORDING, List.of(NAME, FROM, NOTE));

  @TempDir Path folder;

  @Test
  void findsColumnsByAnyNameInAnyOrderAndTellsOfTheRest() {
    Reading reading = read("Från_och-med;Telefon;FORVALTNING *\n2026-01-31;123;Skolan\n");
    assertThat(reading.unknown).containsExactly("Telefon");
    assertThat(reading.hasNote).isFalse();
    assertThat(reading.rows)
        .singleElement()
        .satisfies(row -> {
          assertThat(row.isSound()).isTrue();
          assertThat(row.sheetRow()).isEqualTo(2);
          assertThat(row.required(NAME)).isEqualTo("Skolan");
          assertThat(row.value(FROM)).contains(LocalDate.of(2026, 1, 31));
          assertThat(row.value(NOTE)).isEmpty();
        });
  }

  @Test
  void understandsEnglishHeadings() {
    assertThat(read("unit,note\nSkolan,x\n").rows.getFirst().required(NAME)).isEqualTo("Skolan");
  }

  @Test
  void findsHeadingsBelowATitle() {
    Reading reading = read("Enheter i kommunen\n\nUttag;2026-01-01\nEnhet;Från och med\nA;\nB;\n");
    assertThat(reading.rows).extracting(RowReading::sheetRow).containsExactly(5, 6);
  }

  @Test
  void listsEveryProblemWithRowColumnValueAndReason() {
    Reading reading =
        read("Enhet;Från och med\n;2026-01-31\nA;31 februari 2026\n" + "B".repeat(31) + ";i går\n");
    assertThat(reading.problems())
        .containsExactly(
            new RowProblem(2, "Enhet", "", "exchange.table.cell.missing", List.of()),
            new RowProblem(
                3, "Från och med", "31 februari 2026", "exchange.table.cell.not-a-day", List.of()),
            new RowProblem(
                4, "Enhet", "B".repeat(31), "exchange.table.cell.too-long", List.of(31, 30)),
            new RowProblem(4, "Från och med", "i går", "exchange.table.cell.not-a-day", List.of()));
    assertThat(reading.rows).noneMatch(RowReading::isSound);
  }

  @Test
  void refusesAFileWithoutARequiredColumn() {
    Refused refused = refused("Från och med;Anteckning\n2026-01-31;x\n");
    assertThat(refused.messageKey()).isEqualTo("exchange.table.missing-columns");
    assertThat(refused.arguments()).containsExactly("Enhet");
  }

  @Test
  void refusesAFileWithoutHeadingsThatItKnows() {
    Refused refused = refused("Telefon;Ort\n1;2\n");
    assertThat(refused.messageKey()).isEqualTo("exchange.table.no-headings");
    assertThat(refused.arguments()).containsExactly("Enhet, Från och med, Anteckning");
    assertThat(refused(";;\n \n").messageKey()).isEqualTo("exchange.table.empty");
  }

  @Test
  void refusesAColumnThatStandsTwice() {
    Refused refused = refused("Enhet;Avdelning\nA;B\n");
    assertThat(refused.messageKey()).isEqualTo("exchange.table.column-twice");
    assertThat(refused.arguments()).containsExactly("Avdelning");
  }

  @Test
  void refusesToDeclareTwoColumnsWithOneName() {
    Wording same = (key, language) -> Optional.of("Namn");
    assertThatThrownBy(() -> Columns.of(same, List.of(NAME, NOTE)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("unit.name");
  }

  @Test
  void cleansNullAndControlCharactersWithANoticeAndKeepsEmoji() {
    Reading reading = read("Enhet;Anteckning\nSko\0lan\u0007;👩\u200d🏫 ok\n");
    RowReading row = reading.rows.getFirst();
    assertThat(row.required(NAME)).isEqualTo("Skolan");
    assertThat(row.value(NOTE)).contains("👩\u200d🏫 ok");
    assertThat(row.isSound()).isTrue();
    assertThat(row.notices())
        .containsExactly(
            new RowProblem(2, "Enhet", "Skolan", "exchange.table.cell.cleaned", List.of()));
  }

  @Test
  void treatsACellOfInvisibleCharactersAsEmpty() {
    assertThat(read("Enhet;Anteckning\n\u200b\u00a0;x\n").problems())
        .extracting(RowProblem::messageKey)
        .containsExactly("exchange.table.cell.missing");
  }

  @Test
  void tellsOfCellsWithoutAHeadingByTheLetterOfTheirColumn() {
    assertThat(read("Enhet;\nA;x\n").rows.getFirst().notices())
        .containsExactly(new RowProblem(2, "B", "x", "exchange.table.cell.no-heading", List.of()));
  }

  @Test
  void takesNoFailedFormulaForAName() {
    for (String error : List.of("#N/A", "#REF!", "#SAKNAS!", "#VÄRDEFEL!", "#NAMN?", "#DIV/0!")) {
      assertThat(read("Enhet\n" + error + "\n").problems())
          .extracting(RowProblem::messageKey)
          .containsExactly("exchange.table.cell.formula-error");
    }
    assertThat(read("Enhet\n#1 Skolan!\n").problems()).isEmpty();
  }

  @Test
  void keepsLinesOnlyWhereTheyMeanSomething() {
    RowReading row = read("Enhet;Anteckning\n\"A\nB\";\"A\r\nB\"\n").rows.getFirst();
    assertThat(row.required(NAME)).isEqualTo("A B");
    assertThat(row.value(NOTE)).contains("A\nB");
  }

  @Test
  void cutsALongValueInAProblem() {
    assertThat(new RowProblem(1, "A", "😀".repeat(300), "k", List.of()).value())
        .isEqualTo("😀".repeat(199) + "…");
  }

  @Test
  void namesItsHeadingsInEachLanguage() {
    assertThat(COLUMNS.headings(Locale.of("sv")))
        .containsExactly("Enhet", "Från och med", "Anteckning");
    assertThat(COLUMNS.headings(Locale.ENGLISH)).containsExactly("Unit", "From", "Note");
  }

  private Path file(String text) {
    try {
      return Files.writeString(folder.resolve("table.csv"), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Refused refused(String text) {
    return catchThrowableOfType(Refused.class, () -> read(text));
  }

  private Reading read(String text) {
    try (TableReader rows = TableReader.open(file(text), TableLimits.STANDARD)) {
      TableReading reading = COLUMNS.read(rows);
      List<RowReading> all = new ArrayList<>();
      List<String> unknown = reading.unknownHeadings();
      reading.forEachRemaining(all::add);
      return new Reading(unknown, reading.has(NOTE), all);
    }
  }

  private record Reading(List<String> unknown, boolean hasNote, List<RowReading> rows) {
    List<RowProblem> problems() {
      return rows.stream().flatMap(row -> row.problems().stream()).toList();
    }
  }
}
