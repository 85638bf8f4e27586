package se.tillit.exchange.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.tillit.kernel.Refused;

class TableWriterTest {

  private static final List<String> HEADINGS = List.of("Namn", "Värde");
  private static final List<String> DANGEROUS =
      List.of(
          "=1+1",
          "+46 70",
          "-1",
          "@SUM(A1)",
          "\tx",
          "\rx",
          "'=x",
          "''=x",
          "＝1",
          "=HYPERLINK(\"x\")");

  @TempDir Path folder;

  @FunctionalInterface
  private interface Content {
    void to(TableWriter writer) throws IOException;
  }

  @Test
  void writesTextAsExcelInSwedenOpensIt() {
    byte[] file =
        text(writer -> {
          writer.row(Arrays.asList("Åsa \"A\"; B", 12));
          writer.row(Arrays.asList(LocalDate.of(2026, 1, 31), null));
          writer.row(Arrays.asList(new BigDecimal("1.50"), "rad\nrad"));
        });
    assertThat(new String(file, UTF_8))
        .isEqualTo(
            "\ufeff\"Namn\";\"Värde\"\r\n\"Åsa \"\"A\"\"; B\";12\r\n\"2026-01-31\";\r\n\"1,50\";\"rad\nrad\"\r\n");
  }

  @Test
  void leavesNoFormulaAwakeInText() {
    String file = new String(text(writer -> writeAll(writer, DANGEROUS)), UTF_8);
    assertThat(file.replace("\ufeff", "").lines().filter(line -> !line.isEmpty()))
        .noneMatch(line -> line.matches("\"?[=+\\-@\t＝].*"));
    assertThat(file).contains("\"'=1+1\"").contains("\"''=x\"").contains("\"'''=x\"");
  }

  @Test
  void quotesTextSoThatAnotherSeparatorCannotWakeAFormula() {
    String file = new String(text(writer -> writer.row(List.of("a,=1+1", "b"))), UTF_8);
    assertThat(file).contains("\"a,=1+1\"");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void givesBackEveryTextThatItWrote(boolean workbook) {
    List<String> texts = new ArrayList<>(DANGEROUS);
    texts.addAll(
        List.of(
            "_x000D_",
            "a\rb",
            "a\r\nb",
            "😀 👩\u200d👧",
            "<b>&amp;\"",
            "'s",
            "å;ä,ö\t|",
            "\"\"",
            "#N/A"));
    Random random = new Random(42);
    for (int i = 0; i < 2_000; i++) {
      texts.add(randomText(random));
    }
    byte[] file = write(workbook, writer -> writeAll(writer, texts));
    List<TableRow> rows = TableFile.rows(TableFile.bytes(folder, file));
    assertThat(rows).hasSize(texts.size() + 1);
    for (int i = 0; i < texts.size(); i++) {
      assertThat(rows.get(i + 1).text(0)).isEqualTo(texts.get(i));
    }
  }

  private static void writeAll(TableWriter writer, List<String> texts) throws IOException {
    for (String text : texts) {
      writer.row(List.of(text, "x"));
    }
  }

  /// What is hardest to carry: signs that begin formulas, quotes, separators, ends of lines.
  private static String randomText(Random random) {
    int[] alphabet = "='+-@\t\r\n\"';,|aÅ_x000D_😀&<> ".codePoints().toArray();
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(12); i >= 0; i--) {
      text.appendCodePoint(alphabet[random.nextInt(alphabet.length)]);
    }
    return text.toString().isBlank() ? text + "=" : text.toString();
  }

  @Test
  void writesAWorkbookThatAnotherReaderUnderstands() throws IOException {
    byte[] file =
        workbook(writer -> {
          writer.row(Arrays.asList("=1+1", 12));
          writer.row(Arrays.asList(LocalDate.of(2026, 1, 31), null));
        });
    try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file));
        Stream<Row> rows = workbook.getFirstSheet().openStream()) {
      List<Row> all = rows.toList();
      assertThat(workbook.getFirstSheet().getName()).isEqualTo("Personer och");
      assertThat(all.get(0).getCellText(1)).isEqualTo("Värde");
      assertThat(all.get(1).getCell(0).getType()).isEqualTo(CellType.STRING);
      assertThat(all.get(1).getCell(0).getFormula()).isNull();
      assertThat(all.get(1).getCell(1).asNumber()).isEqualByComparingTo("12");
      assertThat(all.get(2).getCell(0).asDate().toLocalDate()).isEqualTo("2026-01-31");
    }
  }

  @Test
  void readsItsOwnNumbersAndDays() {
    byte[] file =
        workbook(writer -> {
          writer.row(Arrays.asList(LocalDate.of(2026, 1, 31), 12_345L));
          writer.row(Arrays.asList(LocalDate.of(1880, 5, 1), new BigDecimal("1.5")));
        });
    assertThat(TableFile.cells(TableFile.bytes(folder, file)))
        .containsExactly(HEADINGS, List.of("2026-01-31", "12345"), List.of("1880-05-01", "1.5"));
  }

  @Test
  void freezesAndFiltersTheHeadingsAndFitsTheColumns() throws IOException {
    String sheet = sheetXml(workbook(writer -> writeAll(writer, List.of("x".repeat(20), "y"))));
    assertThat(sheet)
        .contains("state=\"frozen\"")
        .contains("ySplit=\"1\"")
        .contains("<autoFilter ref=\"A1:B3\">")
        .contains("width=\"22.0\"")
        .doesNotContain("<f>");
  }

  @Test
  void writesManyRowsWithoutKeepingThem() {
    byte[] file =
        workbook(writer -> {
          for (int i = 0; i < 5_000; i++) {
            writer.row(List.of("Namn " + i, i));
          }
        });
    List<TableRow> rows = TableFile.rows(TableFile.bytes(folder, file));
    assertThat(rows).hasSize(5_001);
    assertThat(rows.getLast()).isEqualTo(new TableRow(5_001, List.of("Namn 4999", "4999")));
  }

  @Test
  void refusesATextThatNoCellHolds() {
    assertThatThrownBy(() -> workbook(writer -> writer.row(List.of("x".repeat(32_768)))))
        .isInstanceOf(Refused.class);
  }

  private String sheetXml(byte[] file) throws IOException {
    try (ZipFile zip = new ZipFile(TableFile.bytes(folder, file).toFile())) {
      return new String(
          zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml")).readAllBytes(), UTF_8);
    }
  }

  private static byte[] text(Content content) {
    return write(false, content);
  }

  private static byte[] workbook(Content content) {
    return write(true, content);
  }

  private static byte[] write(boolean workbook, Content content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (TableWriter writer =
        workbook
            ? TableWriter.workbook(out, "Personer [och]", HEADINGS)
            : TableWriter.text(out, HEADINGS)) {
      content.to(writer);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
