package se.tillit.asset.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static se.tillit.schema.asset.Tables.ASSET_CARRIER;
import static se.tillit.schema.asset.Tables.CARRIER;
import static se.tillit.schema.asset.Tables.INFORMATION_ASSET;
import static se.tillit.schema.audittrail.Tables.ENTRY;
import static se.tillit.testing.Sheets.count;

import com.jayway.jsonpath.JsonPath;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import se.tillit.exchange.table.TableWriter;
import se.tillit.identity.Role;
import se.tillit.testing.Sheets;
import se.tillit.testing.TillitTest;
import se.tillit.testing.Town;
import se.tillit.testing.Towns;

@TillitTest
class AssetImportIT {

  private static final Charset WINDOWS = Charset.forName("windows-1252");

  private static final String FILE =
      """
      Informationstillgång;Enhet;Former;Informationstyp;Beskrivning;Personuppgifter;Bärare
      Elevakter å ä ö;Ängskolan;Digital, Papper;Elevakter;"Inskrivning; ärenden";Vanliga;Skolplattformen
      Närvaro;Ängskolan;Bild, ljud och film;;;Känsliga;
      Ritningar;Bostadsbolaget;Papper;;;Inga;Finns inte
      Okänd;Finns inte;Papper;;;;
      Fel form;Ängskolan;Lertavla;;;;
      """;

  @Autowired Towns towns;
  @Autowired MockMvc mvc;
  @Autowired DSLContext sql;

  @Test
  @Tag("K-4.1.4a")
  void takesSwedishWindowsTextAndListsEveryBadRow() throws Exception {
    Town town = towns.found();
    carrier(town, "Skolplattformen");
    Sheets sheets = new Sheets(mvc, town, Role.COORDINATOR);
    String shown = sheets.read("assets", FILE.getBytes(WINDOWS), false);
    assertThat(count(shown, "read")).isEqualTo(5);
    assertThat(count(shown, "added")).isEqualTo(2);
    assertThat(JsonPath.<List<Integer>>read(shown, "$.found.problems[*].sheetRow"))
        .containsExactlyInAnyOrder(4, 5, 6);
    assertThat(JsonPath.<List<String>>read(shown, "$.found.problems[*].value"))
        .containsExactlyInAnyOrder("Finns inte", "Finns inte", "Lertavla");
    sheets.to(JsonPath.read(shown, "$.id"), "acceptance").andExpect(status().isAccepted());
    sheets.waitFor(JsonPath.read(shown, "$.id"), "ACCEPTED");
    mvc.perform(get("/api/v1/" + town.key() + "/assets?q=elevakter").with(town.as(Role.MANAGER)))
        .andExpect(jsonPath("$.items[0].name").value("Elevakter å ä ö"))
        .andExpect(jsonPath("$.items[0].forms.length()").value(2));
    assertThat(links(town)).isOne();
    assertThat(town.within(() -> sql.fetchCount(ENTRY, ENTRY.ACTION.eq("exchange.table-taken"))))
        .isOne();
  }

  @Test
  void takesAWorkbookAndLeavesAloneWhatItDoesNotSay() throws Exception {
    Town town = towns.found();
    Sheets sheets = new Sheets(mvc, town, Role.COORDINATOR);
    List<String> headings = List.of("Informationstillgång", "Enhet", "Former", "Beskrivning");
    sheets.take(
        "assets",
        workbook(headings, List.of("=1+1", "Ängskolan", "Papper", "Står kvar 🦊")),
        false);
    String next =
        sheets.read(
            "assets",
            workbook(headings.subList(0, 3), List.of("=1+1", "Ängskolan", "Digital")),
            false);
    assertThat(count(next, "changed")).isOne();
    sheets.to(JsonPath.read(next, "$.id"), "acceptance").andExpect(status().isAccepted());
    sheets.waitFor(JsonPath.read(next, "$.id"), "ACCEPTED");
    var asset = town.within(() -> sql.selectFrom(INFORMATION_ASSET).fetchSingle());
    assertThat(asset.getName()).isEqualTo("=1+1");
    assertThat(asset.getForms()).containsExactly("digital");
    assertThat(asset.getDescription()).isEqualTo("Står kvar 🦊");
  }

  @Test
  void exportsWhatItReadsBackWithoutAnyChange() throws Exception {
    Town town = towns.found();
    carrier(town, "Skolplattformen");
    carrier(town, "Arkivet");
    town.addUnit(town.schoolBoard(), town.office(), "Ängskolan");
    Sheets sheets = new Sheets(mvc, town, Role.COORDINATOR);
    String file =
        "Informationstillgång;Enhet;Former;Beskrivning;Ägare;Bärare\n"
            + "'=HYPERLINK(1);Ängskolan (Skolförvaltningen);Digital, Papper;\"två\nrader\";"
            + "åsa@"
            + town.key()
            + ".example;Skolplattformen; Arkivet\n"
            + "-1;Ängskolan (Kommunkontoret);Muntlig;@x;;\n";
    file = file.replace("Skolplattformen; Arkivet", "\"Skolplattformen; Arkivet\"");
    sheets.take("assets", file.getBytes(StandardCharsets.UTF_8), false);
    assertThat(links(town)).isEqualTo(2);
    for (String format : List.of("csv", "xlsx")) {
      byte[] exported = sheets.export("/assets/export?format=" + format);
      String shown = sheets.read("assets", exported, true);
      assertThat(shown).contains("\"faulty\":0");
      assertThat(count(shown, "unchanged")).as(format).isEqualTo(2);
      assertThat(count(shown, "changed") + count(shown, "ended") + count(shown, "added")).isZero();
    }
    assertThat(new String(sheets.export("/assets/export?format=csv"), StandardCharsets.UTF_8))
        .contains("\"'=HYPERLINK(1)\"")
        .doesNotContain("\"=HYPERLINK");
  }

  @Test
  void aManagerReadsInForHerUnitsAloneAndSeesNobodyElsesFiles() throws Exception {
    Town town = towns.found();
    Sheets coordinator = new Sheets(mvc, town, Role.COORDINATOR);
    String others = coordinator.take("assets", csv("Ritningar;Bostadsbolaget"), false);
    Sheets manager = new Sheets(mvc, town, Role.MANAGER);
    mvc.perform(get("/api/v1/" + town.key() + "/imports/" + others).with(town.as(Role.MANAGER)))
        .andExpect(status().isNotFound());
    mvc.perform(get("/" + town.key() + "/imports/" + others).with(town.as(Role.MANAGER)))
        .andExpect(status().isNotFound());
    String mine = manager.read("assets", csv("Närvaro;Ängskolan", "Mer;Bostadsbolaget"), true);
    assertThat(count(mine, "added")).isOne();
    assertThat(JsonPath.<List<String>>read(mine, "$.found.problems[*].value"))
        .containsExactly("Bostadsbolaget");
    String whole = manager.read("assets", csv("Närvaro;Ängskolan"), true);
    assertThat(count(whole, "ended")).isZero();
    coordinator.waitFor(JsonPath.read(whole, "$.id"), "READY");
    for (String kind : List.of("people", "units")) {
      mvc.perform(get("/" + town.key() + "/imports/new/" + kind).with(town.as(Role.MANAGER)))
          .andExpect(status().isNotFound());
    }
  }

  @Test
  void takesBackAnImportUntilSomethingLeansOnIt() throws Exception {
    Town town = towns.found();
    Sheets sheets = new Sheets(mvc, town, Role.COORDINATOR);
    sheets.take("assets", csv("Ritningar;Bostadsbolaget"), false);
    String id = sheets.take("assets", csv("Närvaro;Ängskolan"), true);
    assertThat(states(town)).containsExactlyInAnyOrder("retired", "active");
    sheets.to(id, "undo").andExpect(status().isAccepted());
    sheets.waitFor(id, "UNDONE");
    assertThat(states(town)).containsExactly("active");
    sheets.to(id, "undo").andExpect(status().isUnprocessableContent());

    String again = sheets.take("assets", csv("Närvaro;Ängskolan"), false);
    town.within(() ->
        sql.update(INFORMATION_ASSET)
            .set(INFORMATION_ASSET.DESCRIPTION, "Ändrad för hand")
            .where(INFORMATION_ASSET.NAME.eq("Närvaro"))
            .execute());
    mvc.perform(
            get("/api/v1/" + town.key() + "/imports/" + again + "/undo")
                .with(town.as(Role.COORDINATOR)))
        .andExpect(jsonPath("$.possible").value(false))
        .andExpect(jsonPath("$.hindrances[0].label").value("Närvaro"))
        .andExpect(jsonPath("$.hindrances[0].sheetRow").value(2));
    sheets.to(again, "undo").andExpect(status().isAccepted());
    assertThat(sheets.waitFor(again, "ACCEPTED"))
        .contains("något har ändrats eller börjat användas");
    assertThat(town.within(() -> sql.fetchCount(ENTRY, ENTRY.ACTION.eq("exchange.table-undone"))))
        .isOne();
  }

  @Test
  void refusesAFileWithHeadingsAndNothingBelowThem() throws Exception {
    Town town = towns.found();
    Sheets sheets = new Sheets(mvc, town, Role.COORDINATOR);
    sheets.take("assets", csv("Ritningar;Bostadsbolaget"), false);
    String id = sheets.send("assets", csv(), true);
    assertThat(sheets.waitFor(id, "REFUSED")).contains("Filen är tom");
  }

  private List<String> states(Town town) {
    return town.within(() ->
        sql.select(INFORMATION_ASSET.STATE).from(INFORMATION_ASSET).fetch(INFORMATION_ASSET.STATE));
  }

  private int links(Town town) {
    return town.within(() -> sql.fetchCount(ASSET_CARRIER));
  }

  private static byte[] csv(String... assets) {
    StringBuilder file = new StringBuilder("Informationstillgång;Enhet;Former\n");
    for (String asset : assets) {
      file.append(asset).append(";Papper\n");
    }
    return file.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] workbook(List<String> headings, List<String> row) throws Exception {
    var out = new ByteArrayOutputStream();
    try (TableWriter writer = TableWriter.workbook(out, "Tillgångar", headings)) {
      writer.row(row);
    }
    return out.toByteArray();
  }

  private void carrier(Town town, String name) {
    town.within(() ->
        sql.insertInto(CARRIER)
            .set(CARRIER.TENANT_ID, town.tenant().id().value())
            .set(CARRIER.ID, UUID.randomUUID())
            .set(CARRIER.NAME, name)
            .set(CARRIER.KIND, "system")
            .set(CARRIER.UNIT_ID, town.office())
            .set(CARRIER.CREATED_AT, Instant.EPOCH)
            .set(CARRIER.CHANGED_AT, Instant.EPOCH)
            .execute());
  }
}
