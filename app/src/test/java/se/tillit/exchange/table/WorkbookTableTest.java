package se.tillit.exchange.table;

import static org.assertj.core.api.Assertions.assertThat;
import static se.tillit.exchange.table.TableFile.aWorkbook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkbookTableTest {

  @TempDir Path folder;

  @Test
  void readsTextHoweverTheWorkbookKeepsIt() {
    Path file =
        aWorkbook()
            .sharedStrings(
                "<si><t>Åsa</t></si><si><r><rPr><b/></rPr><t>Fet</t></r><r><t xml:space=\"preserve\"> text</t></r>"
                    + "<rPh sb=\"0\" eb=\"1\"><t>uttal</t></rPh></si>")
            .sheet(
                """
                <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c>
                <c r="C1" t="inlineStr"><is><t>A &amp; B &#229;</t></is></c>
                <c r="D1" t="str"><f>UPPER(A1)</f><v>ÅSA</v></c>
                <c r="E1" t="inlineStr"><is><r><t>del</t></r><r><t>ar</t></r></is></c></row>
                """)
            .write(folder);
    assertThat(TableFile.cells(file))
        .containsExactly(List.of("Åsa", "Fet text", "A & B å", "ÅSA", "delar"));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 14, 45000, 2023-03-15",
    "0, 14, 45000.5, 2023-03-15T12:00",
    "0, 14, 0.5, 12:00",
    "0, 14, 1, 1900-01-01",
    "0, 14, 61, 1900-03-01",
    "1, 14, 43538, 2023-03-15",
    "0, 14, 2958466, 2958466",
    "0, 14, -1, -1",
    "0, 2, 45000, 45000",
    "0, 0, 1.1000000000000001, 1.1",
    "0, 0, 1E-3, 0.001",
    "0, 0, 198501011234, 198501011234",
    "0, 0, 1.98501011234E11, 198501011234",
    "0, 0, 3.0, 3",
  })
  void showsNumbersAsTheWorkbookDoes(String from1904, String format, String raw, String shown) {
    TableFile.Workbook workbook =
        aWorkbook()
            .styles("<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"" + format + "\"/></cellXfs>")
            .sheet("<row r=\"1\"><c r=\"A1\" s=\"1\"><v>" + raw + "</v></c></row>");
    Path file = (from1904.equals("1") ? workbook.from1904() : workbook).write(folder);
    assertThat(TableFile.cells(file)).containsExactly(List.of(shown));
  }

  @ParameterizedTest
  @CsvSource({
    "yyyy-mm-dd, 2023-03-15",
    "[$-41D]d mmmm yyyy;@, 2023-03-15",
    "'[Red]0.00', 45000",
    "'\"dag \"0', 45000",
    "General, 45000",
    "Standard, 45000",
    "0000000, 0045000",
    "[h]:mm, 2023-03-15",
    "'#,##0\\ \"kr\"', 45000",
  })
  void understandsWhatAFormatMeans(String code, String shown) {
    String escaped = code.replace("\"", "&quot;");
    Path file =
        aWorkbook()
            .styles(
                "<numFmts><numFmt numFmtId=\"164\" formatCode=\"%s\"/></numFmts>".formatted(escaped)
                    + "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>"
                    + "<cellXfs><xf numFmtId=\"164\"/></cellXfs>")
            .sheet("<row r=\"1\"><c r=\"A1\" s=\"0\"><v>45000</v></c></row>")
            .write(folder);
    assertThat(TableFile.cells(file)).containsExactly(List.of(shown));
  }

  @Test
  void readsTruthErrorsStrictDatesAndFormulasThatWereNeverCalculated() {
    Path file =
        aWorkbook()
            .sheet(
                """
                <row r="1"><c r="A1" t="b"><v>1</v></c><c r="B1" t="b"><v>0</v></c><c r="C1" t="e"><v>#N/A</v></c>
                <c r="D1" t="d"><v>2023-03-15T00:00:00</v></c><c r="E1"><f>1+1</f></c><c r="F1"><f>1+1</f><v>2</v></c></row>
                """)
            .write(folder);
    assertThat(TableFile.cells(file))
        .containsExactly(List.of("true", "false", "#N/A", "2023-03-15", "#VALUE!", "2"));
  }

  @Test
  void keepsRowNumbersAcrossBlankRowsAndPlacesAcrossBlankCells() {
    Path file =
        aWorkbook()
            .sheet(
                """
                <row r="3"><c r="B3"><v>1</v></c><c r="AA3"><v>2</v></c></row>
                <row r="4"><c r="A4" s="1"/><c r="XFD4" t="inlineStr"><is><t> </t></is></c></row>
                <row r="1048576"><c r="A1048576"><v>3</v></c></row>
                """)
            .write(folder);
    List<TableRow> rows = TableFile.rows(file);
    assertThat(rows).extracting(TableRow::sheetRow).containsExactly(3, 1_048_576);
    assertThat(rows.getFirst().text(1)).isEqualTo("1");
    assertThat(rows.getFirst().text(26)).isEqualTo("2");
  }

  @Test
  void countsRowsAndCellsThatDoNotSayWhereTheyStand() {
    Path file =
        aWorkbook()
            .sheet(
                "<row><c><v>1</v></c><c><v>2</v></c></row><row/><row><c r=\"C3\"><v>3</v></c><c><v>4</v></c></row>")
            .write(folder);
    assertThat(TableFile.rows(file))
        .containsExactly(
            new TableRow(1, List.of("1", "2")), new TableRow(3, List.of("", "", "3", "4")));
  }

  @Test
  void readsTheFirstVisibleSheetAndNamesTheRest() {
    Path file =
        aWorkbook()
            .sheet("Listor", "veryHidden", "<row><c><v>1</v></c></row>")
            .sheet("Enheter", "visible", "<row><c><v>2</v></c></row>")
            .sheet("Anteckningar", "visible", "<row><c><v>3</v></c></row>")
            .write(folder);
    try (TableReader reader = TableReader.open(file, TableLimits.STANDARD)) {
      assertThat(reader.next().cells()).containsExactly("2");
      assertThat(reader.unreadSheets()).containsExactly("Anteckningar");
    }
  }

  @Test
  void readsCharactersThatXmlCannotHold() {
    Path file =
        aWorkbook()
            .sheet(
                "<row><c t=\"inlineStr\"><is><t>a_x000D_b_x0000_c_x005F_x000D_ 😀</t></is></c></row>")
            .write(folder);
    assertThat(TableFile.cells(file)).containsExactly(List.of("a\rb\0c_x000D_ 😀"));
  }

  @Test
  void readsPartsThatBeginWithAByteOrderMark() {
    Path file =
        aWorkbook()
            .sharedStrings("")
            .part(
                "xl/sharedStrings.xml", "\ufeff<?xml version=\"1.0\"?><sst><si><t>Å</t></si></sst>")
            .sheet("<row><c t=\"s\"><v>0</v></c></row>")
            .write(folder);
    assertThat(TableFile.cells(file)).containsExactly(List.of("Å"));
  }

  @Test
  void leavesNothingBehindInTheTemporaryFolder() throws IOException {
    Path file =
        aWorkbook()
            .sharedStrings("<si><t>x</t></si>")
            .sheet("<row><c t=\"s\"><v>0</v></c></row>")
            .write(folder);
    long before = temporaryFiles();
    try (TableReader reader = TableReader.open(file, TableLimits.STANDARD)) {
      assertThat(reader.next().cells()).containsExactly("x");
      assertThat(temporaryFiles()).isEqualTo(before);
    }
  }

  private static long temporaryFiles() throws IOException {
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files.filter(file -> file.getFileName().toString().startsWith("tillit-table")).count();
    }
  }
}
