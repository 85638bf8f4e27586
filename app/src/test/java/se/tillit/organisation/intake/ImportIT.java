package se.tillit.organisation.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static se.tillit.schema.audittrail.Tables.ENTRY;
import static se.tillit.schema.organisation.Tables.CURRENT_ASSIGNMENT;
import static se.tillit.schema.organisation.Tables.CURRENT_BODY;
import static se.tillit.schema.organisation.Tables.CURRENT_LEGAL_ENTITY;
import static se.tillit.schema.organisation.Tables.CURRENT_UNIT;
import static se.tillit.schema.organisation.Tables.CURRENT_UNIT_ANCESTOR;
import static se.tillit.schema.organisation.Tables.PERSON;

import com.jayway.jsonpath.JsonPath;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import se.tillit.identity.Role;
import se.tillit.testing.TillitTest;
import se.tillit.testing.Town;
import se.tillit.testing.Towns;

@TillitTest
class ImportIT {

  private static final String ORGANISATION =
      """
      kind;name;parent;answers_to
      legal_entity;Ängsby kommun;;
      legal_entity;Ängsby Bostäder AB;;
      body_council;Fullmäktige i Ängsby;Ängsby kommun;
      body_board;Vårdnämnden;Ängsby kommun;
      body_company_board;Styrelsen för Ängsby Bostäder AB;Ängsby Bostäder AB;
      administration;Vårdförvaltningen;;Vårdnämnden
      unit;Hemtjänsten;Vårdförvaltningen;
      company;Bostäderna;;Styrelsen för Ängsby Bostäder AB
      """;

  private static final String STAFF =
      """
      Anstnr;Förnamn;Efternamn;Enhet;Typ;Befattning;Från;Till
      1;Åsa;Öberg;Skolförvaltningen;Chef;Skolchef;2024-01-01;
      2;Emir;Holm;Ängskolan;Anställd;Lärare;2025-08-15;
      3;Ida;Lind;Ängskolan;;Lärare;;2030-06-30
      4;Per;Ek;Finns inte;Anställd;;;
      5;Pia;Dahl;Ängskolan;Anställd;;i går;
      """;

  @Autowired Towns towns;
  @Autowired MockMvc mvc;
  @Autowired DSLContext sql;

  @Test
  @Tag("K-4a")
  void takesAWholeOrganisationWithItsCompanies() throws Exception {
    Town town = towns.found();
    String id = send(town, "units", ORGANISATION, StandardCharsets.UTF_8, null);
    String shown = waitFor(town, id, "READY");
    assertThat(number(shown, "$.rows.faulty")).isZero();
    assertThat(number(shown, "$.rows.added")).isEqualTo(8);
    town.within(() -> {
      assertThat(sql.fetchCount(CURRENT_UNIT, CURRENT_UNIT.NAME.eq("Hemtjänsten"))).isZero();
      return null;
    });
    accept(town, id);
    waitFor(town, id, "ACCEPTED");
    town.within(() -> {
      assertThat(
              sql.select(CURRENT_LEGAL_ENTITY.KIND)
                  .from(CURRENT_LEGAL_ENTITY)
                  .where(CURRENT_LEGAL_ENTITY.NAME.like("Ängsby%"))
                  .orderBy(CURRENT_LEGAL_ENTITY.KIND)
                  .fetch(CURRENT_LEGAL_ENTITY.KIND))
          .containsExactly("company", "municipality");
      var home =
          sql.selectFrom(CURRENT_UNIT).where(CURRENT_UNIT.NAME.eq("Hemtjänsten")).fetchSingle();
      assertThat(
              sql.select(CURRENT_BODY.NAME)
                  .from(CURRENT_BODY)
                  .where(CURRENT_BODY.BODY_ID.eq(home.getBodyId()))
                  .fetchSingle(CURRENT_BODY.NAME))
          .isEqualTo("Vårdnämnden");
      assertThat(
              sql.fetchCount(
                  CURRENT_UNIT_ANCESTOR, CURRENT_UNIT_ANCESTOR.UNIT_ID.eq(home.getUnitId())))
          .isEqualTo(2);
      return null;
    });
    String again = send(town, "units", ORGANISATION, StandardCharsets.UTF_8, null);
    assertThat(number(waitFor(town, again, "READY"), "$.rows.unchanged")).isEqualTo(8);
  }

  @Test
  @Tag("K-4a")
  void refusesUnitsThatLieBelowEachOther() throws Exception {
    Town town = towns.found();
    String file =
        "kind;name;parent;answers_to\nunit;Ettan;Tvåan;Skolnämnden\n"
            + "unit;Tvåan;Trean;Skolnämnden\nunit;Trean;Ettan;Skolnämnden\n"
            + "unit;Fyran;Skolförvaltningen;\nadministration;Skolförvaltningen;Ängskolan;\n";
    String shown = waitFor(town, send(town, "units", file, StandardCharsets.UTF_8, null), "READY");
    assertThat(JsonPath.<List<Integer>>read(shown, "$.found.problems[*].sheetRow"))
        .containsExactly(2, 3, 4, 6);
  }

  @Test
  @Tag("K-4e")
  void countsTheFaultyRowsThatItDoesNotTellOf() throws Exception {
    Town town = towns.found();
    var file = new StringBuilder("Anstnr;Förnamn;Efternamn;Enhet;Från\n");
    for (int row = 0; row < 10_020; row++) {
      file.append(row).append(";Åsa;Öberg;Ängskolan;i går\n");
    }
    file.append("x;Åsa;Öberg;Ängskolan;2026-01-01\n");
    String id = send(town, "people", file.toString(), StandardCharsets.UTF_8, null);
    assertThat(number(waitFor(town, id, "READY"), "$.rows.faulty")).isEqualTo(10_020);
    mvc.perform(get("/" + town.key() + "/imports/" + id).with(town.as(Role.COORDINATOR)))
        .andExpect(content().string(containsString("20 rader till har fel")));
  }

  @Test
  void takesAFederationWithNothingButADirectorate() throws Exception {
    Town town = towns.found();
    String file =
        "Sort;Namn;Ligger under;Svarar inför\nKommunalförbund;Räddning Dal;;\n"
            + "Direktion;Direktionen;Räddning Dal;\nEnhet;Stationen;;Direktionen\n";
    String id = send(town, "units", file, Charset.forName("windows-1252"), null);
    assertThat(number(waitFor(town, id, "READY"), "$.rows.added")).isEqualTo(3);
    accept(town, id);
    waitFor(town, id, "ACCEPTED");
  }

  @Test
  @Tag("K-4e")
  void takesPeopleAndNextMonthUpdatesEndsAndAdds() throws Exception {
    Town town = towns.found();
    String first = send(town, "people", STAFF, Charset.forName("windows-1252"), null);
    String shown = waitFor(town, first, "READY");
    assertThat(number(shown, "$.rows.read")).isEqualTo(5);
    assertThat(number(shown, "$.rows.added")).isEqualTo(3);
    assertThat(number(shown, "$.rows.faulty")).isEqualTo(2);
    assertThat(JsonPath.<List<Integer>>read(shown, "$.found.problems[*].sheetRow"))
        .containsExactly(5, 6);
    assertThat(JsonPath.<List<String>>read(shown, "$.found.problems[*].value"))
        .containsExactly("Finns inte", "i går");
    accept(town, first);
    waitFor(town, first, "ACCEPTED");
    assertThat(assignments(town)).isEqualTo(3);
    assertThat(trail(town)).contains("exchange.table-sent", "exchange.table-taken");

    String next =
        """
        Anstnr;Förnamn;Efternamn;Enhet;Typ;Befattning;Från;Till
        1;Åsa;Öberg Lind;Skolförvaltningen;Chef;Skolchef;2024-01-01;
        2;Emir;Holm;Ängskolan;Anställd;Lärare;2025-08-15;
        6;Ulla;Ek;Ängskolan;Anställd;Lärare;;
        """;
    String second = send(town, "people", next, StandardCharsets.UTF_8, null);
    shown = waitFor(town, second, "READY");
    assertThat(number(shown, "$.rows.added")).isEqualTo(1);
    assertThat(number(shown, "$.rows.changed")).isEqualTo(1);
    assertThat(number(shown, "$.rows.ended")).isEqualTo(1);
    assertThat(number(shown, "$.rows.unchanged")).isEqualTo(1);
    accept(town, second);
    waitFor(town, second, "ACCEPTED");
    town.within(() -> {
      assertThat(
              sql.select(PERSON.FAMILY_NAME)
                  .from(PERSON)
                  .where(PERSON.EXTERNAL_ID.eq("1"))
                  .fetchSingle(PERSON.FAMILY_NAME))
          .isEqualTo("Öberg Lind");
      return null;
    });
  }

  @Test
  void endsNobodyWhenRowsOfTheFileAreFaulty() throws Exception {
    Town town = towns.found();
    String first = send(town, "people", STAFF, StandardCharsets.UTF_8, null);
    waitFor(town, first, "READY");
    accept(town, first);
    waitFor(town, first, "ACCEPTED");
    String next =
        """
        Anstnr;Förnamn;Efternamn;Enhet;Typ;Befattning;Från;Till
        1;Åsa;Öberg;Skolförvaltningen;Chef;Skolchef;2024-01-01;
        2;Emir;Holm;Ängskolan;Anställd;Lärare;i går;
        """;
    String shown = waitFor(town, send(town, "people", next, StandardCharsets.UTF_8, null), "READY");
    assertThat(number(shown, "$.rows.faulty")).isEqualTo(1);
    assertThat(number(shown, "$.rows.ended")).isZero();
    assertThat(number(shown, "$.rows.unchanged")).isEqualTo(1);
  }

  @Test
  void refusesAFileThatIsNoTableWithItsReason() throws Exception {
    Town town = towns.found();
    String id = send(town, "people", "%PDF-1.7", StandardCharsets.UTF_8, null);
    assertThat(JsonPath.<String>read(waitFor(town, id, "REFUSED"), "$.refusal"))
        .contains("kalkylark");
    mvc.perform(
            post("/api/v1/" + town.key() + "/imports/" + id + "/acceptance")
                .with(town.as(Role.COORDINATOR))
                .with(csrf()))
        .andExpect(status().isUnprocessableContent());
  }

  @Test
  void refusesTheWrongRoleAndHidesTheOtherTenant() throws Exception {
    Town town = towns.found();
    Town other = towns.found();
    mvc.perform(
            multipart("/api/v1/" + town.key() + "/imports/people")
                .file(file(STAFF, StandardCharsets.UTF_8))
                .with(town.as(Role.EMPLOYEE))
                .with(csrf()))
        .andExpect(status().isForbidden());
    mvc.perform(
            multipart("/api/v1/" + town.key() + "/imports/people")
                .file(file(STAFF, StandardCharsets.UTF_8))
                .with(town.as(Role.MANAGER))
                .with(csrf()))
        .andExpect(status().isNotFound());
    String id = send(town, "people", STAFF, StandardCharsets.UTF_8, null);
    mvc.perform(get("/api/v1/" + other.key() + "/imports/" + id).with(other.as(Role.COORDINATOR)))
        .andExpect(status().isNotFound());
  }

  @Test
  void showsItsPages() throws Exception {
    Town town = towns.found();
    String id = send(town, "people", STAFF, StandardCharsets.UTF_8, null);
    waitFor(town, id, "READY");
    page(town, "/imports", "Importer");
    page(town, "/imports/new/people", "Anställningsnummer");
    page(town, "/imports/" + id, "Finns inte");
    mvc.perform(
            multipart("/" + town.key() + "/imports/new/people")
                .with(town.as(Role.COORDINATOR))
                .with(csrf()))
        .andExpect(status().isUnprocessableContent());
    mvc.perform(
            get("/" + town.key() + "/imports/new/units/template.xlsx")
                .with(town.as(Role.COORDINATOR)))
        .andExpect(status().isOk());
  }

  private void page(Town town, String path, String text) throws Exception {
    mvc.perform(get("/" + town.key() + path).with(town.as(Role.COORDINATOR)))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString(text)));
  }

  private static MockMultipartFile file(String content, Charset charset) {
    return new MockMultipartFile("file", "fil.csv", "text/csv", content.getBytes(charset));
  }

  private String send(Town town, String kind, String content, Charset charset, String complete)
      throws Exception {
    String answer =
        mvc.perform(
                multipart("/api/v1/" + town.key() + "/imports/" + kind)
                    .file(file(content, charset))
                    .with(town.as(Role.COORDINATOR))
                    .with(csrf()))
            .andExpect(status().isAccepted())
            .andReturn()
            .getResponse()
            .getContentAsString(StandardCharsets.UTF_8);
    return JsonPath.read(answer, "$.id");
  }

  private void accept(Town town, String id) throws Exception {
    mvc.perform(
            post("/api/v1/" + town.key() + "/imports/" + id + "/acceptance")
                .with(town.as(Role.COORDINATOR))
                .with(csrf()))
        .andExpect(status().isAccepted());
  }

  private String waitFor(Town town, String id, String state) throws Exception {
    String shown = "";
    for (int tries = 0; tries < 200; tries++) {
      shown =
          mvc.perform(
                  get("/api/v1/" + town.key() + "/imports/" + id).with(town.as(Role.COORDINATOR)))
              .andExpect(status().isOk())
              .andReturn()
              .getResponse()
              .getContentAsString(StandardCharsets.UTF_8);
      if (JsonPath.read(shown, "$.state").equals(state)) {
        return shown;
      }
      Thread.sleep(100);
    }
    throw new AssertionError("never " + state + ": " + shown);
  }

  private static int number(String json, String path) {
    return JsonPath.<Integer>read(json, path);
  }

  private int assignments(Town town) {
    return town.within(() ->
        sql.fetchCount(
            sql.select(PERSON.ID)
                .from(CURRENT_ASSIGNMENT)
                .join(PERSON)
                .on(PERSON.ID.eq(CURRENT_ASSIGNMENT.PERSON_ID))
                .where(PERSON.EXTERNAL_ID.isNotNull())));
  }

  private List<String> trail(Town town) {
    return town.within(() -> sql.select(ENTRY.ACTION).from(ENTRY).fetch(ENTRY.ACTION));
  }
}
