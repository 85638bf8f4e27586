package se.tillit.organisation.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static se.tillit.schema.asset.Tables.INFORMATION_ASSET;
import static se.tillit.schema.organisation.Tables.ASSIGNMENT;
import static se.tillit.schema.organisation.Tables.BODY;
import static se.tillit.schema.organisation.Tables.CURRENT_UNIT;
import static se.tillit.schema.organisation.Tables.LEGAL_ENTITY;
import static se.tillit.schema.organisation.Tables.PERSON;
import static se.tillit.schema.organisation.Tables.UNIT_ANCESTOR;
import static se.tillit.testing.Sheets.count;

import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.hamcrest.Matchers;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import se.tillit.identity.Role;
import se.tillit.testing.Sheets;
import se.tillit.testing.TillitTest;
import se.tillit.testing.Town;
import se.tillit.testing.Towns;

@TillitTest
class RoundTripIT {

  private static final String STAFF =
      """
      Anstnr;Förnamn;Efternamn;E-post;Enhet;Organ;Typ;Befattning;Från;Till;Skyddad
      1;Åsa 🦊;Öberg;asa@x.example;Skolförvaltningen;;Chef;'=1+1;2024-01-01;;
      2;'-Emir;Holm;;Ängskolan (Skolförvaltningen);;Anställd;Lärare;2025-08-15;2031-06-30;
      3;Ida;Hemlig;ida@x.example;Ängskolan (Kommunkontoret);;Konsult;;2025-01-01;;Ja
      4;Per;Ek;;;Skolnämnden;Förtroendevald;Ordförande;2024-01-01;;
      """;

  @Autowired Towns towns;
  @Autowired MockMvc mvc;
  @Autowired DSLContext sql;

  @Test
  @Tag("K-4e")
  void peopleTakenOutAndReadBackChangeNothing() throws Exception {
    Town town = towns.found();
    town.addUnit(town.schoolBoard(), town.office(), "Ängskolan");
    Sheets sheets = new Sheets(mvc, town, Role.COORDINATOR);
    sheets.take("people", bytes(STAFF), true);
    int all = town.within(() -> sql.fetchCount(ASSIGNMENT));
    for (String format : List.of("csv", "xlsx")) {
      String shown = sheets.read("people", sheets.export("/people/export?format=" + format), true);
      assertThat(count(shown, "faulty")).as(shown).isZero();
      assertThat(count(shown, "unchanged")).isEqualTo(all);
      assertThat(count(shown, "added") + count(shown, "changed") + count(shown, "ended")).isZero();
    }
    String text = new String(sheets.export("/people/export?format=csv"), StandardCharsets.UTF_8);
    assertThat(text)
        .contains("Åsa 🦊", "\"'=1+1\"", "\"'-Emir\"", "Ängskolan (Kommunkontoret)")
        .doesNotContain("Hemlig", "ida@x.example");
    assertThat(new String(sheets.export("/people/export?q=ek&format=csv"), StandardCharsets.UTF_8))
        .contains("Skolnämnden")
        .doesNotContain("Öberg");
  }

  @Test
  void aManagerTakesOutHerOwnPeopleAlone() throws Exception {
    Town town = towns.found();
    new Sheets(mvc, town, Role.COORDINATOR)
        .take("people", bytes(STAFF.replaceAll("(?m)^[23];.*\n", "")), false);
    String text =
        new String(
            new Sheets(mvc, town, Role.MANAGER).export("/people/export?format=csv"),
            StandardCharsets.UTF_8);
    assertThat(text).contains("Öberg").doesNotContain("Ordförande");
    mvc.perform(get("/" + town.key() + "/people/export").with(town.as(Role.EMPLOYEE)))
        .andExpect(status().isForbidden());
  }

  @Test
  @Tag("K-4a")
  void theOrganisationTakenOutAndReadBackChangesNothing() throws Exception {
    Town town = towns.found();
    Sheets sheets = new Sheets(mvc, town, Role.COORDINATOR);
    sheets.take(
        "units",
        bytes(
            "Sort;Namn;Ligger under;Svarar inför;Kod\nEnhet;'+Biblioteket;Skolförvaltningen;;0042\n"),
        false);
    for (String format : List.of("csv", "xlsx")) {
      String shown = sheets.read("units", sheets.export("/units/export?format=" + format), true);
      assertThat(count(shown, "faulty")).as(shown).isZero();
      assertThat(count(shown, "unchanged")).isEqualTo(2 + 4 + 5);
      assertThat(count(shown, "added") + count(shown, "changed") + count(shown, "ended")).isZero();
    }
    assertThat(sheets.export("/roles/export?format=csv")).isNotEmpty();
    assertThat(sheets.export("/roles/export")).startsWith('P', 'K');
  }

  @Test
  @Tag("K-4a")
  void unitsThatShareTheirNameAreTakenOutAndReadBackEachInItsPlace() throws Exception {
    Town town = towns.found();
    UUID elsewhere = town.addUnit(town.executiveBoard(), town.office(), "Ängskolan");
    town.addUnit(town.schoolBoard(), town.school(), "Expeditionen");
    town.addUnit(town.executiveBoard(), elsewhere, "Expeditionen");
    Sheets sheets = new Sheets(mvc, town, Role.COORDINATOR);
    List<?> before = places(town);
    for (String format : List.of("csv", "xlsx")) {
      byte[] out = sheets.export("/units/export?format=" + format);
      String shown = sheets.read("units", out, true);
      assertThat(count(shown, "faulty")).as(shown).isZero();
      assertThat(count(shown, "unchanged")).isEqualTo(2 + 4 + 7);
      assertThat(count(shown, "added") + count(shown, "changed") + count(shown, "ended")).isZero();
    }
    String text = new String(sheets.export("/units/export?format=csv"), StandardCharsets.UTF_8);
    sheets.take(
        "units",
        bytes(text.replaceFirst("Expeditionen(?=.*" + elsewhere + ")", "Receptionen")),
        true);
    assertThat(
            town.within(() ->
                sql.select(CURRENT_UNIT.PARENT_ID)
                    .from(CURRENT_UNIT)
                    .where(CURRENT_UNIT.NAME.eq("Receptionen"))
                    .fetchSingle()
                    .value1()))
        .isEqualTo(elsewhere);
    assertThat(places(town)).hasSameSizeAs(before);
  }

  @Test
  @Tag("M-2.1d")
  void takesBackPeopleAsAWhole() throws Exception {
    Town town = towns.found();
    town.addUnit(town.schoolBoard(), town.office(), "Ängskolan");
    Sheets sheets = new Sheets(mvc, town, Role.COORDINATOR);
    sheets.take("people", bytes(STAFF), true);
    List<?> before = state(town);
    String next =
        """
        Anstnr;Förnamn;Efternamn;Enhet;Typ;Befattning;Från;Till
        1;Åsa;Nytt namn;Skolförvaltningen;Chef;Ny titel;2024-01-01;
        7;Ny;Person;Skolförvaltningen;Anställd;;;
        """;
    String id = sheets.take("people", bytes(next), true);
    assertThat(state(town)).isNotEqualTo(before);
    mvc.perform(get("/" + town.key() + "/imports/" + id + "/undo").with(town.as(Role.COORDINATOR)))
        .andExpect(status().isOk())
        .andExpect(content().string(Matchers.containsString("Ångra hela importen")));
    sheets.to(id, "undo").andExpect(status().isAccepted());
    sheets.waitFor(id, "UNDONE");
    assertThat(state(town)).isEqualTo(before);
  }

  @Test
  void saysWhichRowsStandInTheWay() throws Exception {
    Town town = towns.found();
    Sheets sheets = new Sheets(mvc, town, Role.COORDINATOR);
    String id = sheets.take("people", bytes(STAFF.replaceAll("(?m)^[23];.*\n", "")), false);
    town.within(() ->
        sql.update(PERSON)
            .set(PERSON.EMAIL, "ny@x.example")
            .where(PERSON.EXTERNAL_ID.eq("4"))
            .execute());
    mvc.perform(
            get("/api/v1/" + town.key() + "/imports/" + id + "/undo")
                .with(town.as(Role.COORDINATOR)))
        .andExpect(jsonPath("$.hindrances.length()").value(1));
    sheets.to(id, "undo").andExpect(status().isAccepted());
    assertThat(sheets.waitFor(id, "ACCEPTED")).contains("något har ändrats");
    mvc.perform(get("/" + town.key() + "/imports/" + id + "/undo").with(town.as(Role.COORDINATOR)))
        .andExpect(content().string(Matchers.containsString("Per Ek")));
    assertThat(town.within(() -> sql.fetchCount(PERSON, PERSON.EXTERNAL_ID.eq("1")))).isOne();
  }

  @Test
  void takesBackAnOrganisationUnlessPeopleWorkInIt() throws Exception {
    Town town = towns.found();
    Sheets sheets = new Sheets(mvc, town, Role.COORDINATOR);
    List<?> before = places(town);
    String file =
        "Sort;Namn;Ligger under;Svarar inför\nAB;Nya AB;;\nBolagsstyrelse;Nya styrelsen;Nya AB;\n"
            + "Förvaltning;Nytt kontor;;Nya styrelsen\nEnhet;Ny enhet;Nytt kontor;\n"
            + "Enhet;Ängskolan;Nytt kontor;\n";
    String id = sheets.take("units", bytes(file), false);
    assertThat(places(town)).isNotEqualTo(before);
    sheets.to(id, "undo").andExpect(status().isAccepted());
    sheets.waitFor(id, "UNDONE");
    assertThat(places(town)).isEqualTo(before);

    String again = sheets.take("units", bytes(file), false);
    sheets.take("people", bytes("Anstnr;Förnamn;Efternamn;Enhet\n9;Ny;Chef;Ny enhet\n"), false);
    String shown =
        mvc.perform(
                get("/api/v1/" + town.key() + "/imports/" + again + "/undo")
                    .with(town.as(Role.COORDINATOR)))
            .andReturn()
            .getResponse()
            .getContentAsString(StandardCharsets.UTF_8);
    assertThat(JsonPath.<List<String>>read(shown, "$.hindrances[*].label"))
        .containsExactly("Ny enhet");
    sheets.to(again, "undo").andExpect(status().isAccepted());
    assertThat(sheets.waitFor(again, "ACCEPTED")).contains("något har ändrats");
  }

  @Test
  void namesTheRowThatAnotherRegisterUsesAndWhoUsesIt() throws Exception {
    Town town = towns.found();
    Sheets sheets = new Sheets(mvc, town, Role.COORDINATOR);
    String id = sheets.take("people", bytes(STAFF.replaceAll("(?m)^[23];.*\n", "")), false);
    sheets.take(
        "assets",
        bytes("Informationstillgång;Enhet;Former\nElevakter;Skolförvaltningen;Papper\n"),
        false);
    town.within(() ->
        sql.update(INFORMATION_ASSET)
            .set(
                INFORMATION_ASSET.DELEGATED_OWNER,
                sql.select(PERSON.ID).from(PERSON).where(PERSON.EXTERNAL_ID.eq("4")))
            .execute());
    sheets.to(id, "undo").andExpect(status().isAccepted());
    assertThat(sheets.waitFor(id, "ACCEPTED"))
        .contains("rad 3 (Per Ek) används nu i tillgångsregistret");
    sheets.to(id, "undo").andExpect(status().isAccepted());
  }

  @Test
  void comparesAnewWhenTheRegisterChangedBeforeTheAcceptance() throws Exception {
    Town town = towns.found();
    Sheets sheets = new Sheets(mvc, town, Role.COORDINATOR);
    String row = "Anstnr;Förnamn;Efternamn;Enhet\n9;Ny;Chef;Skolförvaltningen\n";
    String first = JsonPath.read(sheets.read("people", bytes(row), false), "$.id");
    String second = JsonPath.read(sheets.read("people", bytes(row), false), "$.id");
    for (String id : List.of(first, second)) {
      sheets.to(id, "acceptance").andExpect(status().isAccepted());
      sheets.waitFor(id, "ACCEPTED");
    }
    assertThat(count(sheets.waitFor(second, "ACCEPTED"), "unchanged")).isOne();
    assertThat(town.within(() -> sql.fetchCount(PERSON, PERSON.EXTERNAL_ID.eq("9")))).isOne();
  }

  private List<?> state(Town town) {
    return town.within(() ->
        sql.select(
                PERSON.EXTERNAL_ID,
                PERSON.GIVEN_NAME,
                PERSON.FAMILY_NAME,
                PERSON.EMAIL,
                PERSON.PROTECTED,
                ASSIGNMENT.KIND,
                ASSIGNMENT.TITLE,
                ASSIGNMENT.FROM_DAY,
                ASSIGNMENT.TO_DAY)
            .from(PERSON)
            .leftJoin(ASSIGNMENT)
            .on(ASSIGNMENT.PERSON_ID.eq(PERSON.ID))
            .orderBy(PERSON.ID, ASSIGNMENT.ID)
            .fetch()
            .intoMaps());
  }

  private List<?> places(Town town) {
    return town.within(() ->
        List.of(
            sql.selectFrom(CURRENT_UNIT).orderBy(CURRENT_UNIT.UNIT_ID).fetch().intoMaps(),
            sql.fetchCount(LEGAL_ENTITY),
            sql.fetchCount(BODY),
            sql.fetchCount(UNIT_ANCESTOR)));
  }

  private static byte[] bytes(String file) {
    return file.getBytes(StandardCharsets.UTF_8);
  }
}
