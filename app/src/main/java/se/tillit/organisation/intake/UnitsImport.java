package se.tillit.organisation.intake;

import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.ResultQuery;
import org.springframework.stereotype.Component;
import se.tillit.exchange.ImportKind;
import se.tillit.exchange.SpokenWording;
import se.tillit.exchange.Upload;
import se.tillit.exchange.column.Cells;
import se.tillit.exchange.column.Column;

/// The organisation in one file: legal entities, bodies and units, each below the one it belongs
/// to.
@Component
class UnitsImport implements ImportKind {

  private static final String KEY = "organisation.import.units.";

  private final DSLContext sql;
  private final PlacesTaking taking;

  private final List<Column<?>> columns =
      List.of(
          Column.required(
              KEY + "kind",
              Cells.choice(List.of(PlaceKind.values()), PlaceKind::key, SpokenWording.INSTANCE)),
          Column.required(KEY + "name", Cells.text(200)),
          Column.optional(KEY + "parent", Cells.text(200)),
          Column.optional(KEY + "answers-to", Cells.text(200)),
          Column.optional(KEY + "code", Cells.text(60)),
          Column.optional(KEY + "from", Cells.day()));

  UnitsImport(DSLContext sql, PlacesTaking taking) {
    this.sql = sql;
    this.taking = taking;
  }

  @Override
  public String key() {
    return "units";
  }

  @Override
  public String titleKey() {
    return "organisation.import.units.title";
  }

  @Override
  public String permission() {
    return "organisation.write";
  }

  @Override
  public String subject() {
    return "unit";
  }

  @Override
  public Set<String> compared() {
    return Set.of("unit", "body", "legal-entity");
  }

  @Override
  public List<Column<?>> columns() {
    return columns;
  }

  @Override
  public List<List<String>> examples() {
    return List.of(
        List.of("Kommun", "Lindåsa kommun", "", "", "", ""),
        List.of("Nämnd", "Socialnämnden", "Lindåsa kommun", "", "", ""),
        List.of("Förvaltning", "Socialförvaltningen", "", "Socialnämnden", "30", ""),
        List.of("Enhet", "Hemtjänst Norr", "Socialförvaltningen", "", "3010", "2026-01-01"));
  }

  @Override
  public boolean completeByDefault() {
    return false;
  }

  @Override
  public ResultQuery<?> problems(Upload upload) {
    return sql.resultQuery(PlacesStatements.PROBLEMS, upload.id());
  }

  @Override
  public ResultQuery<?> changes(Upload upload) {
    return sql.resultQuery(PlacesStatements.CHANGES, upload.id(), upload.complete());
  }

  @Override
  public void accept(Upload upload) {
    taking.take(upload);
  }

  @Override
  public ResultQuery<?> images(Upload upload) {
    return sql.resultQuery(PlacesUndoing.IMAGES, upload.id());
  }

  @Override
  public void undo(Upload upload) {
    PlacesUndoing.STATEMENTS.forEach(statement -> sql.execute(statement, upload.id()));
    taking.drawTree();
  }
}
