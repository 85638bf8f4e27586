package se.tillit.identity.columns;

import static org.jooq.impl.DSL.param;
import static org.jooq.impl.DSL.select;
import static se.tillit.schema.identity.Tables.CHOSEN_COLUMNS;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.tillit.database.FixedQuery;
import se.tillit.identity.ChosenColumns;
import se.tillit.identity.Viewer;
import se.tillit.web.Columns;
import se.tillit.web.Option;
import se.tillit.web.Page;

/// Keeps and finds the choice.
@Component
class ColumnChoices implements ChosenColumns {

  static final String ADDRESS = "/account/columns";

  private static final FixedQuery CHOSEN =
      FixedQuery.of(
          select(CHOSEN_COLUMNS.COLUMNS)
              .from(CHOSEN_COLUMNS)
              .where(CHOSEN_COLUMNS.ACCOUNT_ID.eq(param("account", UUID.class)))
              .and(CHOSEN_COLUMNS.TABLE_KEY.eq(param("table", String.class))));

  private final DSLContext sql;

  ColumnChoices(DSLContext sql) {
    this.sql = sql;
  }

  @Override
  public Columns of(Viewer viewer, Page page, String table, List<Option> offered) {
    UUID account = viewer.seat().account();
    List<Option> options =
        account == null
            ? offered
            : CHOSEN.fetch(sql, account, table).stream()
                .findFirst()
                .map(row -> among(offered, Set.of(row.get(CHOSEN_COLUMNS.COLUMNS))))
                .orElse(offered);
    return new Columns(ADDRESS, table, page.place().path(), options);
  }

  @Transactional
  public void keep(UUID account, String table, Set<String> columns) {
    String[] chosen = columns.stream().sorted().toArray(String[]::new);
    sql.insertInto(CHOSEN_COLUMNS)
        .set(CHOSEN_COLUMNS.ACCOUNT_ID, account)
        .set(CHOSEN_COLUMNS.TABLE_KEY, table)
        .set(CHOSEN_COLUMNS.COLUMNS, chosen)
        .onConflict(CHOSEN_COLUMNS.ACCOUNT_ID, CHOSEN_COLUMNS.TABLE_KEY)
        .doUpdate()
        .set(CHOSEN_COLUMNS.COLUMNS, chosen)
        .execute();
  }

  private static List<Option> among(List<Option> offered, Set<String> chosen) {
    return offered.stream()
        .map(option ->
            new Option(
                option.value(), option.label(), chosen.contains(option.value()), option.hint()))
        .toList();
  }
}
