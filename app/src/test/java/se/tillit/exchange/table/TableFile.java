package se.tillit.exchange.table;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Files as other programs make them, byte by byte, for the reader to meet.
final class TableFile {

  static final String MAIN_TYPE =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";

  private TableFile() {}

  static Path text(Path folder, String content) {
    return text(folder, content, StandardCharsets.UTF_8);
  }

  static Path text(Path folder, String content, Charset charset) {
    return bytes(folder, content.getBytes(charset));
  }

  static Path bytes(Path folder, byte[] content) {
    try {
      return Files.write(Files.createTempFile(folder, "table", ".bin"), content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<TableRow> rows(Path file) {
    return rows(file, TableLimits.STANDARD);
  }

  static List<TableRow> rows(Path file, TableLimits limits) {
    List<TableRow> rows = new ArrayList<>();
    try (TableReader reader = TableReader.open(file, limits)) {
      reader.forEachRemaining(rows::add);
    }
    return rows;
  }

  static List<List<String>> cells(Path file) {
    return rows(file).stream().map(TableRow::cells).toList();
  }

  static Workbook aWorkbook() {
    return new Workbook();
  }

  /// A workbook of raw parts.
  static final class Workbook {
    private final Map<String, byte[]> parts = new LinkedHashMap<>();
    private final StringBuilder sheets = new StringBuilder();
    private final StringBuilder links = new StringBuilder();
    private String mainType = MAIN_TYPE;
    private String properties = "";
    private int count;

    Workbook sheet(String rows) {
      return sheet("Blad" + (count + 1), "visible", rows);
    }

    Workbook sheet(String name, String state, String rows) {
      count++;
      sheets.append(
          "<sheet name=\"%s\" sheetId=\"%d\" state=\"%s\" r:id=\"rId%d\"/>"
              .formatted(name, count, state, count));
      link("rId" + count, "worksheet", "worksheets/sheet" + count + ".xml");
      return part(
          "xl/worksheets/sheet" + count + ".xml",
          "<worksheet><cols><col min=\"1\" max=\"1\"/></cols><sheetData>"
              + rows
              + "</sheetData><pageMargins/></worksheet>");
    }

    Workbook sharedStrings(String items) {
      link("rIdStrings", "sharedStrings", "sharedStrings.xml");
      return part("xl/sharedStrings.xml", "<sst>" + items + "</sst>");
    }

    Workbook styles(String content) {
      link("rIdStyles", "styles", "/xl/styles.xml");
      return part("xl/styles.xml", "<styleSheet>" + content + "</styleSheet>");
    }

    Workbook from1904() {
      properties = "<workbookPr date1904=\"1\"/>";
      return this;
    }

    Workbook mainType(String type) {
      mainType = type;
      return this;
    }

    Workbook part(String name, String content) {
      parts.put(name, content.getBytes(StandardCharsets.UTF_8));
      return this;
    }

    private void link(String id, String type, String target) {
      links.append(
          "<Relationship Id=\"%s\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s\" Target=\"%s\"/>"
              .formatted(id, type, target));
    }

    Path write(Path folder) {
      return TableFile.bytes(folder, bytes());
    }

    byte[] bytes() {
      part(
          "[Content_Types].xml",
          "<Types><Default Extension=\"xml\" ContentType=\"application/xml\"/>"
              + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"%s\"/></Types>"
                  .formatted(mainType));
      part(
          "_rels/.rels",
          "<Relationships><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
      part(
          "xl/workbook.xml",
          "<workbook xmlns:r=\"r\">" + properties + "<sheets>" + sheets + "</sheets></workbook>");
      part("xl/_rels/workbook.xml.rels", "<Relationships>" + links + "</Relationships>");
      return zip(parts);
    }
  }

  static byte[] zip(Map<String, byte[]> parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
