package se.tillit.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import se.tillit.identity.Role;
import se.tillit.testing.CountedStatements;
import se.tillit.testing.Sessions;
import se.tillit.testing.TillitTest;
import se.tillit.testing.Town;
import se.tillit.testing.Towns;

/// A page costs a fixed number of statements, however many rows it shows. Here and not by each
/// list, since the last module sees them all.
@TillitTest
class StatementsOfListsIT {

  private static final int FEW = 1;
  private static final int MANY = 19;

  @Autowired Towns towns;
  @Autowired Sessions sessions;
  @Autowired MockMvc mvc;
  @Autowired DSLContext sql;

  private Town town;
  private Cookie cookie;

  /// What each page may send besides the seven that every page does: the seat, beginning, whose
  /// rows, what is granted, unread notices, the end; the session is read outside MockMvc's sign-in.
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "assets, 9",
    "units, 9",
    "people, 8",
    "roles, 9",
    "documents, 8",
    "actions, 12",
    "reports, 8",
    "conformance, 21",
    "inbox, 9",
    "search?q=Akt, 11",
  })
  void costTheSameForTwentyRowsAsForOne(String page, int ceiling) throws Exception {
    town = towns.found();
    cookie = sessions.of(town.account(Role.COORDINATOR));
    new Policies(sql, town).adopt();
    fill(FEW);
    ask(page); // what is worked out once a day, or read once by the program, is not the page's own
    List<String> few = statements(page);
    fill(MANY);
    ask(page);
    List<String> many = statements(page);
    assertThat(many).as("%s with %d more rows: %s", page, MANY, few).hasSameSizeAs(few);
    assertThat(many).as(page).hasSizeLessThanOrEqualTo(ceiling);
  }

  private List<String> statements(String page) throws Exception {
    return CountedStatements.during(() -> ask(page));
  }

  private String ask(String page) throws Exception {
    return mvc.perform(get("/" + town.key() + "/" + page).cookie(cookie))
        .andExpect(status().isOk())
        .andReturn()
        .getResponse()
        .getContentAsString();
  }

  private void fill(int rows) {
    int from = rows == FEW ? 1 : 100;
    for (int number = 0; number < rows; number++) {
      town.addUnit(town.schoolBoard(), town.schools(), "Akt " + (from + number));
    }
    town.within(() -> {
      for (String insert : INSERTS) {
        sql.query(
                insert
                    .replace("$from", Integer.toString(from))
                    .replace("$to", Integer.toString(from + rows - 1))
                    .replace("$unit", town.school().toString())
                    .replace("$body", town.schoolBoard().toString())
                    .replace("$person", town.person(Role.COORDINATOR).toString()))
            .execute();
      }
      return true;
    });
  }

  private static final List<String> INSERTS =
      List.of(
          """
          insert into asset.information_asset (tenant_id, id, name, forms, unit_id, created_at, changed_at)
          select kernel.current_tenant(), gen_random_uuid(), 'Akt ' || n, array['digital'], '$unit', now(), now()
          from generate_series($from, $to) n
          """,
          """
          insert into organisation.person (tenant_id, id, given_name, family_name, email)
          select kernel.current_tenant(), gen_random_uuid(), 'Åsa', 'Akt ' || n, ''
          from generate_series($from, $to) n
          """,
          """
          insert into organisation.role_holding (tenant_id, id, role, person_id, from_day)
          select kernel.current_tenant(), gen_random_uuid(), 'auditor', id, '2020-01-01'
          from organisation.person where family_name in (select 'Akt ' || n from generate_series($from, $to) n)
          """,
          """
          insert into governingdocument.document
            (tenant_id, id, title, level, owner_role, revision_rule, created_at)
          select kernel.current_tenant(), gen_random_uuid(), 'Akt ' || n, 'guideline', 'coordinator', 'by-hand', now()
          from generate_series($from, $to) n
          """,
          """
          insert into improvement.action (tenant_id, id, title, unit_id, due_day, priority, state, created_at)
          select kernel.current_tenant(), gen_random_uuid(), 'Akt ' || n, '$unit', '2030-01-01', 'normal', 'planned', now()
          from generate_series($from, $to) n
          """,
          """
          insert into followup.report (tenant_id, id, kind, body_id, period, created_at)
          select kernel.current_tenant(), gen_random_uuid(), 'extra', '$body', 2000 + n, now()
          from generate_series($from, $to) n
          """,
          """
          insert into notification.notice (tenant_id, id, person_id, key, arguments, path, at)
          select kernel.current_tenant(), gen_random_uuid(), '$person', 'improvement.notice.assigned',
                 array['Akt ' || n], '/actions', now()
          from generate_series($from, $to) n
          """,
          """
          insert into governingdocument.clause (tenant_id, edition_id, position, section, clause_id, form, item_level,
            marker, paragraph, text, kind, strength)
          select c.tenant_id, c.edition_id, 1000 + n, c.section, gen_random_uuid(), c.form, c.item_level,
                 c.marker, 1000 + n, 'Akt ' || n || ' ska hållas.', 'DEMAND', 'SHALL'
          from (select * from governingdocument.clause limit 1) c, generate_series($from, $to) n
          """);
}
