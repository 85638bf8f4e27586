package se.tillit.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Statement;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.postgresql.PGConnection;

/// A hundred thousand people by spreadsheet, read, compared and accepted; beside it the same rows
/// by COPY into a table of the same shape and on into the register's own.
final class Intake {

  private static final int ROWS = 100_000;
  private static final String[] HEADINGS = {
    "Anställningsnummer",
    "Förnamn",
    "Efternamn",
    "E-post",
    "Enhet",
    "Uppdrag",
    "Titel",
    "Från och med"
  };
  private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"");
  private static final Pattern STATE = Pattern.compile("\"state\":\"([A-Z]+)\"");

  private final Installation installation;
  private final Report report;

  Intake(Installation installation, Report report) {
    this.installation = installation;
    this.report = report;
  }

  void measure(Connection connection, Municipality town) throws Exception {
    double floor = copy(connection, town);
    var client = Client.withToken(installation, town.token(connection, "administrator", null));
    byte[] workbook = workbook();
    String imports = "/api/v1/" + town.key() + "/imports/";
    long began = System.nanoTime();
    Matcher id = ID.matcher(client.upload(imports + "people", "personer.xlsx", workbook));
    if (!id.find()) {
      throw new IllegalStateException("the import was not begun");
    }
    String address = imports + id.group(1);
    await(client, address, "READY");
    double read = Bench.seconds(began);
    client.post(address + "/acceptance", "");
    await(client, address, "ACCEPTED");
    double taken = Bench.seconds(began);
    report.figure(
        "100,000 people by XLSX: read and compared %.1f s, accepted %.1f s; by COPY and two inserts %.1f s"
            .formatted(read, taken - read, floor),
        Report.format("%.1f s", taken),
        "≤ 20 s",
        taken <= 20);
  }

  private static void await(Client client, String address, String wanted) throws Exception {
    while (true) {
      Matcher state = STATE.matcher(client.get(address));
      if (state.find() && state.group(1).equals(wanted)) {
        return;
      }
      if (state.hitEnd() || state.group(1).equals("REFUSED")) {
        throw new IllegalStateException("the import was refused");
      }
      Thread.sleep(250);
    }
  }

  /// The floor: the same rows, unseen by anybody, and undone afterwards.
  private static double copy(Connection connection, Municipality town) throws Exception {
    var csv = new StringBuilder();
    for (int row = 1; row <= ROWS; row++) {
      csv.append(String.join("\t", row(row))).append('\n');
    }
    byte[] bytes = csv.toString().getBytes(StandardCharsets.UTF_8);
    Municipality.enter(connection, town.tenant());
    long began = System.nanoTime();
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          """
          create temporary table floor_row
            (number text, given text, family text, email text, unit text, kind text, title text, day date)
          on commit drop
          """);
      connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn("copy floor_row from stdin", new java.io.ByteArrayInputStream(bytes));
      statement.execute(
          """
          insert into organisation.person (tenant_id, id, external_id, given_name, family_name, email)
          select '$tenant', gen_random_uuid(), number, given, family, email from floor_row;
          insert into organisation.assignment (tenant_id, id, person_id, kind, unit_id, title, from_day)
          select '$tenant', gen_random_uuid(), p.id, 'employee', u.id, f.title, f.day
          from floor_row f
          join organisation.person p on p.tenant_id = '$tenant' and p.external_id = f.number
          join organisation.unit u on u.tenant_id = '$tenant' and u.code = f.unit
          """
              .replace("$tenant", town.tenant().toString()));
    }
    double taken = Bench.seconds(began);
    connection.rollback();
    return taken;
  }

  private static String[] row(int number) {
    return new String[] {
      "Q" + number,
      "Åsa",
      "Öberg " + number,
      "q" + number + "@example.org",
      "E" + ((number - 1) % 2_000 + 1),
      "Anställd",
      "Handläggare",
      "2025-01-01"
    };
  }

  /// A workbook as plain as the format allows.
  private static byte[] workbook() throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
      part(
          zip,
          "[Content_Types].xml",
          """
          <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
          <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
          <Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>
          <Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>
          </Types>
          """);
      part(
          zip,
          "_rels/.rels",
          """
          <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
          <Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/>
          </Relationships>
          """);
      part(
          zip,
          "xl/workbook.xml",
          """
          <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"
           xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">
          <sheets><sheet name="Personer" sheetId="1" r:id="rId1"/></sheets></workbook>
          """);
      part(
          zip,
          "xl/_rels/workbook.xml.rels",
          """
          <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
          <Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/>
          </Relationships>
          """);
      part(zip, "xl/worksheets/sheet1.xml", sheet());
    }
    return bytes.toByteArray();
  }

  private static String sheet() {
    var sheet = new StringBuilder();
    sheet
        .append("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">")
        .append("<sheetData>");
    line(sheet, 1, HEADINGS);
    for (int row = 1; row <= ROWS; row++) {
      line(sheet, row + 1, row(row));
    }
    return sheet.append("</sheetData></worksheet>").toString();
  }

  private static void line(StringBuilder sheet, int row, String... cells) {
    sheet.append("<row r=\"").append(row).append("\">");
    for (int column = 0; column < cells.length; column++) {
      sheet.append("<c r=\"").append((char) ('A' + column)).append(row);
      sheet.append("\" t=\"inlineStr\"><is><t>").append(cells[column]).append("</t></is></c>");
    }
    sheet.append("</row>");
  }

  private static void part(ZipOutputStream zip, String name, String content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(content.strip().getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }
}
