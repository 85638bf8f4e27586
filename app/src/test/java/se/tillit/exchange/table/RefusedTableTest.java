package se.tillit.exchange.table;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static se.tillit.exchange.table.TableFile.aWorkbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.tillit.kernel.Refused;

class RefusedTableTest {

  private static final TableLimits SMALL = new TableLimits(1 << 20, 16 << 20, 100, 3, 4, 100);

  @TempDir Path folder;

  @Test
  void refusesAnEmptyFile() {
    assertThat(refusal(new byte[0])).isEqualTo("exchange.table.empty");
  }

  @Test
  void refusesAFileThatIsTooLarge() {
    assertThat(refusal(new byte[(1 << 20) + 1])).isEqualTo("exchange.table.too-large");
  }

  @Test
  void refusesTheOldExcelFormat() {
    assertThat(refusal(compound("Workbook"))).isEqualTo("exchange.table.old-excel");
    assertThat(refusal(compound("Book"))).isEqualTo("exchange.table.old-excel");
  }

  @Test
  void refusesAWorkbookWithAPassword() {
    assertThat(refusal(compound("EncryptedPackage"))).isEqualTo("exchange.table.encrypted");
    byte[] zip = aWorkbook().sheet("<row/>").bytes();
    zip[6] |= 1;
    assertThat(refusal(zip)).isEqualTo("exchange.table.encrypted");
  }

  @Test
  void refusesOtherCompoundFiles() {
    assertThat(refusal(compound("WordDocument"))).isEqualTo("exchange.table.not-a-table");
  }

  @ParameterizedTest
  @CsvSource({
    "application/vnd.ms-excel.sheet.macroEnabled.main+xml, exchange.table.macros",
    "application/vnd.ms-excel.sheet.binary.macroEnabled.main, exchange.table.binary-excel",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml, exchange.table.not-a-table",
    "application/xml, exchange.table.not-a-table",
  })
  void refusesPackagesOfOtherKinds(String type, String key) {
    assertThat(refusal(aWorkbook().sheet("<row/>").mainType(type).bytes())).isEqualTo(key);
  }

  @Test
  void refusesMacrosThatHideInAnOrdinaryWorkbook() {
    assertThat(refusal(aWorkbook().sheet("<row/>").part("xl/vbaProject.bin", "x").bytes()))
        .isEqualTo("exchange.table.macros");
  }

  @Test
  void refusesOpenDocumentAndOtherArchives() {
    byte[] spreadsheet =
        TableFile.zip(Map.of("mimetype", "x".getBytes(UTF_8), "content.xml", new byte[0]));
    assertThat(refusal(spreadsheet)).isEqualTo("exchange.table.open-document");
    assertThat(refusal(TableFile.zip(Map.of("a.txt", new byte[1]))))
        .isEqualTo("exchange.table.not-a-table");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%PDF-1.7",
        "GIF89a",
        "<html><table>",
        "  <?xml version='1.0'?>",
        "<!DOCTYPE html>",
        "\u00ff\u00d8\u00ff\u00e0"
      })
  void refusesFilesThatAreNoTable(String start) {
    assertThat(refusal((start + "\nmer;text\n").getBytes(ISO_8859_1)))
        .isEqualTo("exchange.table.not-a-table");
  }

  @Test
  void refusesBytesWithoutMeaning() {
    byte[] noise = new byte[5_000];
    new Random(1).nextBytes(noise);
    assertThat(refusal(noise)).isEqualTo("exchange.table.not-a-table");
  }

  @Test
  void refusesEveryWorkbookThatIsCutShort() {
    byte[] whole =
        aWorkbook().sharedStrings("<si><t>x</t></si>").sheet("<row><c><v>1</v></c></row>").bytes();
    for (int length = 4; length < whole.length; length += 7) {
      assertThat(refusal(Arrays.copyOf(whole, length))).isEqualTo("exchange.table.damaged");
    }
  }

  @Test
  void refusesOrReadsButNeverFailsOnAFlippedBit() {
    byte[] whole =
        aWorkbook().sharedStrings("<si><t>x</t></si>").sheet("<row><c><v>1</v></c></row>").bytes();
    Random random = new Random(7);
    for (int i = 0; i < 500; i++) {
      byte[] broken = whole.clone();
      broken[4 + random.nextInt(broken.length - 4)] ^= (byte) (1 << random.nextInt(8));
      try {
        TableFile.rows(TableFile.bytes(folder, broken), SMALL);
      } catch (Refused refused) {
        assertThat(refused.messageKey()).startsWith("exchange.table.");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<row r=\"1\"><c r=\"A1\"><v>1</v></c>",
        "<row r=\"x\"><c r=\"A1\"><v>1</v></c></row>",
        "<row r=\"0\"><c r=\"A1\"><v>1</v></c></row>",
        "<row r=\"1048577\"><c r=\"A1\"><v>1</v></c></row>",
        "<row r=\"1\"><c r=\"FXSHRXA1\"><v>1</v></c></row>",
        "<row r=\"1\"><c r=\"XFE1\"><v>1</v></c></row>",
        "<row r=\"1\"><c r=\"B1\"><v>1</v></c><c r=\"A1\"><v>1</v></c></row>",
        "<row r=\"1\"><c r=\"1\"><v>1</v></c></row>",
        "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>7</v></c></row>",
        "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>-1</v></c></row>",
        "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>x</v></c></row>",
        "<row r=\"1\"><c r=\"A1\"><v>&unknown;</v></c></row>",
        "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>&#0;</t></is></c></row>",
      })
  void refusesSheetsThatNoProgramWrites(String rows) {
    assertThat(refusal(aWorkbook().sheet(rows).bytes())).isEqualTo("exchange.table.damaged");
  }

  @Test
  void refusesDocumentTypesWithTheirEntities() {
    String bomb =
        "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">"
            + "<!ENTITY f SYSTEM \"file:///etc/hostname\">]>"
            + "<worksheet><sheetData><row><c t=\"inlineStr\"><is><t>&b;&f;</t></is></c></row></sheetData></worksheet>";
    byte[] workbook = aWorkbook().sheet("").part("xl/worksheets/sheet1.xml", bomb).bytes();
    assertThat(refusal(workbook)).isEqualTo("exchange.table.damaged");
  }

  @Test
  @Timeout(20)
  void refusesABombBeforeItHasUnpacked() throws IOException {
    ByteArrayOutputStream rows = new ByteArrayOutputStream();
    byte[] row = "<row><c t=\"inlineStr\"><is><t> </t></is></c></row>".getBytes(UTF_8);
    while (rows.size() < 12 << 20) {
      rows.write(row);
    }
    byte[] bomb = aWorkbook().sheet(rows.toString(UTF_8)).bytes();
    assertThat(bomb.length).isLessThan(100_000);
    assertThat(refusal(bomb)).isEqualTo("exchange.table.bomb");
  }

  @Test
  void refusesATagOrTextWithoutEnd() {
    String endless = "x".repeat(3 << 20);
    assertThat(refusal(aWorkbook().sheet("<row x=\"" + endless + "\"></row>").bytes()))
        .isEqualTo("exchange.table.bomb");
    assertThat(
            refusal(
                aWorkbook()
                    .sheet("<row><c t=\"inlineStr\"><is><t>" + endless + "</t></is></c></row>")
                    .bytes()))
        .isEqualTo("exchange.table.bomb");
  }

  @Test
  void refusesTooManyRowsAndTooManyColumns() {
    assertThat(refusal("a\nb\nc\nd\n")).isEqualTo("exchange.table.too-many-rows");
    assertThat(refusal("a;b;c;d;e\n")).isEqualTo("exchange.table.too-many-columns");
    String wide = "<row><c r=\"E1\"><v>1</v></c></row>";
    assertThat(refusal(aWorkbook().sheet(wide).bytes()))
        .isEqualTo("exchange.table.too-many-columns");
    String tall = "<row><c><v>1</v></c></row>".repeat(4);
    assertThat(refusal(aWorkbook().sheet(tall).bytes())).isEqualTo("exchange.table.too-many-rows");
  }

  @Test
  void refusesACellThatIsTooLongAndSaysWhere() {
    String cell = "x".repeat(101);
    Refused inText = refused(("a;b\n1;" + cell).getBytes(UTF_8));
    assertThat(inText.messageKey()).isEqualTo("exchange.table.cell-too-long");
    assertThat(inText.arguments()).containsExactly(2, 2, 100);
    assertThat(refusal(aWorkbook().sheet("<row><c><v>" + cell + "</v></c></row>").bytes()))
        .isEqualTo("exchange.table.cell-too-long");
    assertThat(
            refusal(
                aWorkbook()
                    .sharedStrings("<si><t>" + cell + "</t></si>")
                    .sheet("<row><c t=\"s\"><v>0</v></c></row>")
                    .bytes()))
        .isEqualTo("exchange.table.cell-too-long");
  }

  @Test
  void refusesAQuoteThatIsNeverClosedAndNamesItsRow() {
    Refused refused = refused("a;b\n1;2\n3;\"4\n5;6\n".getBytes(UTF_8));
    assertThat(refused.messageKey()).isEqualTo("exchange.table.unclosed-quote");
    assertThat(refused.arguments()).containsExactly(3);
    assertThat(refusal("a;b\n3;\"4" + "x\n".repeat(100_000)))
        .isEqualTo("exchange.table.row-too-long");
  }

  @Test
  void refusesAWorkbookWhereEverySheetIsHidden() {
    assertThat(refusal(aWorkbook().sheet("A", "hidden", "<row><c><v>1</v></c></row>").bytes()))
        .isEqualTo("exchange.table.empty");
  }

  private static byte[] compound(String name) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(HexFormat.of().parseHex("d0cf11e0a1b11ae1"));
    out.writeBytes(new byte[(1 << 16) - 15]);
    out.writeBytes(name.getBytes(UTF_16LE));
    out.writeBytes(new byte[600]);
    return out.toByteArray();
  }

  private String refusal(String text) {
    return refusal(text.getBytes(UTF_8));
  }

  private String refusal(byte[] content) {
    return refused(content).messageKey();
  }

  private Refused refused(byte[] content) {
    Path file = TableFile.bytes(folder, content);
    return catchThrowableOfType(Refused.class, () -> TableFile.rows(file, SMALL));
  }
}
