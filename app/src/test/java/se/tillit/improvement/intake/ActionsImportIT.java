package se.tillit.improvement.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static se.tillit.schema.audittrail.Tables.ENTRY;
import static se.tillit.schema.improvement.Tables.ACTION;
import static se.tillit.testing.Sheets.count;

import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import se.tillit.identity.Role;
import se.tillit.schema.improvement.tables.records.ActionRecord;
import se.tillit.testing.Sheets;
import se.tillit.testing.TillitTest;
import se.tillit.testing.Town;
import se.tillit.testing.Towns;

@TillitTest
@Tag("K-4.1.7a")
class ActionsImportIT {

  private static final String HEADINGS =
      "Åtgärd;Enhet;Sista dag;Mål;Kostnad i kronor;Ansvarig (e-post);Läge;Prioritet;"
          + "Underlag som visar effekten;Följ upp effekten\n";

  @Autowired Towns towns;
  @Autowired MockMvc mvc;
  @Autowired DSLContext sql;

  private Town town;
  private Sheets sheets;

  @BeforeEach
  void found() {
    town = towns.found();
    sheets = new Sheets(mvc, town, Role.COORDINATOR);
  }

  @Test
  void takesAnActionPlanAndListsEveryBadRow() throws Exception {
    String shown =
        sheets.read(
            "actions",
            csv(
                "Lås arkivet;Ängskolan;2030-05-31;Bara behöriga;120 000;" + mail() + ";Pågår;Hög;;",
                "Märk kärlen;;2020-01-31;;;;Genomförd;;KS 2020/1;2020-04-30",
                "Fel enhet;Finns inte;2030-05-31;;;;;;;",
                "Ingen ägare;Ängskolan;2030-05-31;;;nobody@nowhere.example;;;;",
                "Fel dag;Ängskolan;snart;;;;;;;",
                "Utan effekt;Ängskolan;2030-05-31;;;;Effekt bekräftad;;;"),
            false);
    assertThat(count(shown, "added")).isEqualTo(2);
    assertThat(JsonPath.<List<Integer>>read(shown, "$.found.problems[*].sheetRow"))
        .containsExactlyInAnyOrder(4, 5, 6, 7);
    accept(shown);
    ActionRecord lock = action("Lås arkivet");
    assertThat(lock.getUnitId()).isEqualTo(town.school());
    assertThat(lock.getCostSek()).isEqualTo(120_000);
    assertThat(lock.getState()).isEqualTo("underway");
    assertThat(lock.getPriority()).isEqualTo("high");
    ActionRecord mark = action("Märk kärlen");
    assertThat(mark.getDoneDay()).isEqualTo(LocalDate.of(2020, 1, 31));
    assertThat(mark.getEvidence()).isEqualTo("KS 2020/1");
    assertThat(mark.getRecheckDay()).isEqualTo(LocalDate.of(2020, 4, 30));
    assertThat(town.within(() -> sql.fetchCount(ENTRY, ENTRY.ACTION.eq("exchange.table-taken"))))
        .isOne();
  }

  @Test
  void exportsWhatItReadsBackWithoutAnyChange() throws Exception {
    town.addUnit(town.schoolBoard(), town.office(), "Ängskolan");
    sheets.take(
        "actions",
        csv(
            "'=1+1;Ängskolan (Kommunkontoret);2030-05-31;\"två\nrader\";7;" + mail() + ";;Låg;;",
            "Öva;;2030-06-30;;;;Planerad;;;"),
        false);
    for (String format : List.of("csv", "xlsx")) {
      byte[] exported = sheets.export("/actions/export?which=all&format=" + format);
      String shown = sheets.read("actions", exported, true);
      assertThat(shown).contains("\"faulty\":0");
      assertThat(count(shown, "unchanged")).as(format).isEqualTo(2);
      assertThat(count(shown, "changed") + count(shown, "ended") + count(shown, "added")).isZero();
    }
    String exported =
        new String(sheets.export("/actions/export?which=all&format=csv"), StandardCharsets.UTF_8);
    String renamed = exported.replace("Öva", "Öva avbrott").replace("Vanlig", "Hög");
    String shown = sheets.read("actions", renamed.getBytes(StandardCharsets.UTF_8), false);
    assertThat(count(shown, "changed")).isOne();
    accept(shown);
    assertThat(action("Öva avbrott").getPriority()).isEqualTo("high");
  }

  @Test
  void leavesStateAndLastDayOfAKnownActionToItsOwnPage() throws Exception {
    sheets.take("actions", csv("Öva;Ängskolan;2030-06-30;;;;Planerad;;;"), false);
    String shown = sheets.read("actions", csv("Öva;Ängskolan;2031-06-30;;;;;;;"), false);
    assertThat(shown).contains("med ett skäl");
    shown = sheets.read("actions", csv("Öva;Ängskolan;2030-06-30;;;;Genomförd;;;"), false);
    assertThat(shown).contains("Läget ändras");
  }

  @Test
  void takesBackAnImportUntilSomethingLeansOnIt() throws Exception {
    sheets.take("actions", csv("Öva;Ängskolan;2030-06-30;;;;;;;"), false);
    String id = sheets.take("actions", csv("Lås;Ängskolan;2030-06-30;;;;;;;"), true);
    assertThat(action("Öva").getState()).isEqualTo("dropped");
    sheets.to(id, "undo").andExpect(status().isAccepted());
    sheets.waitFor(id, "UNDONE");
    assertThat(action("Öva").getState()).isEqualTo("planned");
    assertThat(town.within(() -> sql.fetchCount(ACTION))).isOne();

    String again = sheets.take("actions", csv("Lås;Ängskolan;2030-06-30;;;;;;;"), false);
    town.within(() ->
        sql.update(ACTION)
            .set(ACTION.HINDRANCE, "Låssmeden är sjuk")
            .where(ACTION.TITLE.eq("Lås"))
            .execute());
    sheets.to(again, "undo").andExpect(status().isAccepted());
    assertThat(sheets.waitFor(again, "ACCEPTED")).contains("något har ändrats");
  }

  @Test
  void isForTheCoordinatorAlone() throws Exception {
    mvc.perform(get("/" + town.key() + "/imports/new/actions").with(town.as(Role.COORDINATOR)))
        .andExpect(status().isOk());
    mvc.perform(get("/" + town.key() + "/imports/new/actions").with(town.as(Role.MANAGER)))
        .andExpect(status().isNotFound());
  }

  private void accept(String shown) throws Exception {
    sheets.to(JsonPath.read(shown, "$.id"), "acceptance").andExpect(status().isAccepted());
    sheets.waitFor(JsonPath.read(shown, "$.id"), "ACCEPTED");
  }

  private ActionRecord action(String title) {
    return town.within(() -> sql.fetchSingle(ACTION, ACTION.TITLE.eq(title)));
  }

  private String mail() {
    return "åsa@" + town.key() + ".example";
  }

  private static byte[] csv(String... rows) {
    return (HEADINGS + String.join("\n", rows) + "\n").getBytes(StandardCharsets.UTF_8);
  }
}
