package se.tillit.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import se.tillit.governingdocument.DocumentLevel;
import se.tillit.governingdocument.document.DocumentRegister;
import se.tillit.governingdocument.document.NewDocument;
import se.tillit.governingdocument.document.SourceText;
import se.tillit.identity.Role;
import se.tillit.testing.TillitTest;
import se.tillit.testing.Town;
import se.tillit.testing.Towns;

@TillitTest
class SearchIT {

  @Autowired Towns towns;
  @Autowired MockMvc mvc;
  @Autowired SearchIndex index;
  @Autowired DocumentRegister documents;
  @Autowired DSLContext sql;

  @Test
  void findsByWordByBeginningWithoutRingsAndNearlySpelt() throws Exception {
    Town town = townWith("Riktlinje för Ångströms lösenord");
    for (String asked : List.of("lösenord", "losenord", "ångstr", "angstroms", "lösennord")) {
      assertThat(titles(town, Role.COORDINATOR, asked))
          .as(asked)
          .containsExactly("Riktlinje för Ångströms lösenord");
    }
    assertThat(titles(town, Role.COORDINATOR, "lösenord månsken")).isEmpty();
  }

  @Test
  void catchesUpWithWhatIsNewAndForgetsTheOldName() throws Exception {
    Town town = townWith("Bestämmelser");
    documents(town, "Rutin för säkerhetskopior");
    assertThat(titles(town, Role.COORDINATOR, "säkerhetskopior")).hasSize(1);
  }

  @Test
  void showsNobodyAnothersAndNothingWithoutPermission() throws Exception {
    Town town = townWith("Hemlig riktlinje");
    Town other = townWith("Annan riktlinje");
    assertThat(titles(other, Role.COORDINATOR, "hemlig")).isEmpty();
    assertThat(titles(town, Role.ADMINISTRATOR, "hemlig")).isEmpty();
    mvc.perform(get("/" + town.key() + "/search?q=hemlig").with(other.as(Role.COORDINATOR)))
        .andExpect(status().isNotFound());
  }

  @Test
  void findsWhatHoldsEveryWordAlsoWhenEachIsCommonAndItLiesLast() throws Exception {
    Town town = towns.found();
    assets(town, "'Alfa ' || n", 2_100, "gen_random_uuid()");
    assets(town, "'Beta ' || n", 2_100, "gen_random_uuid()");
    assets(town, "'Alfa beta'", 1, "'ffffffff-ffff-4fff-bfff-ffffffffffff'");
    readWholly(town);
    assertThat(titles(town, Role.COORDINATOR, "alfa beta")).containsExactly("Alfa beta");
    assertThat(titles(town, Role.COORDINATOR, "alfa 2099")).containsExactly("Alfa 2099");
    assertThat(titles(town, Role.COORDINATOR, "alfa")).hasSizeGreaterThan(10);
    assertThat(titles(town, Role.COORDINATOR, "alfa gamma")).isEmpty();
  }

  private void assets(Town town, String name, int rows, String id) {
    town.within(() ->
        sql.execute(
            """
            insert into asset.information_asset (tenant_id, id, name, forms, unit_id, created_at, changed_at)
            select kernel.current_tenant(), %s::uuid, %s, array['digital'], ?, now(), now()
            from generate_series(1, ?) n
            """
                .formatted(id, name),
            town.school(),
            rows));
  }

  @Test
  void survivesWhatNobodyShouldType() throws Exception {
    Town town = townWith("Riktlinje");
    for (String asked : List.of("'; drop table x; --", "%_\\", "((((", "𝕏🌲", "a".repeat(5000))) {
      mvc.perform(
              get("/" + town.key() + "/search").param("q", asked).with(town.as(Role.COORDINATOR)))
          .andExpect(status().isOk());
    }
    mvc.perform(get("/" + town.key() + "/search").with(town.as(Role.EMPLOYEE)))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("Skriv vad du letar efter")));
  }

  private Town townWith(String title) {
    Town town = towns.found();
    documents(town, title);
    readWholly(town);
    return town;
  }

  private void readWholly(Town town) {
    town.within(
        (Supplier<Boolean>)
            () -> {
              index.catchUpWholly();
              return true;
            });
  }

  private void documents(Town town, String title) {
    town.within(
        Role.COORDINATOR,
        () ->
            documents.create(
                NewDocument.of(title, DocumentLevel.GUIDELINE), SourceText.pasted("Bakgrund.")));
  }

  private List<String> titles(Town town, Role role, String asked) throws Exception {
    String answer =
        mvc.perform(get("/api/v1/" + town.key() + "/search").param("q", asked).with(town.as(role)))
            .andExpect(status().isOk())
            .andReturn()
            .getResponse()
            .getContentAsString(StandardCharsets.UTF_8);
    return JsonPath.read(answer, "$.items[*].title");
  }
}
