package se.tillit.asset.intake;

import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.ResultQuery;
import org.springframework.stereotype.Component;
import se.tillit.asset.PersonalData;
import se.tillit.exchange.ImportKind;
import se.tillit.exchange.SpokenWording;
import se.tillit.exchange.Upload;
import se.tillit.exchange.column.Cells;
import se.tillit.exchange.column.Column;

/// Information assets from a spreadsheet: known by name and unit, so that next year's file changes
/// what this year's brought.
@Component
class AssetsImport implements ImportKind {

  private static final String KEY = "asset.import.";
  private static final int NAME = 200;
  private static final int TEXT = 8000;

  private final DSLContext sql;

  private final List<Column<?>> columns =
      List.of(
          Column.required(KEY + "name", Cells.text(NAME)),
          Column.required(KEY + "unit", Cells.text(NAME)),
          Column.required(KEY + "forms", new FormsCell(SpokenWording.INSTANCE)),
          Column.optional(KEY + "type", Cells.text(NAME)),
          Column.optional(KEY + "description", Cells.lines(TEXT)),
          Column.optional(
              KEY + "personal",
              Cells.choice(
                  List.of(PersonalData.values()), PersonalData::labelKey, SpokenWording.INSTANCE)),
          Column.optional(KEY + "owner", Cells.text(NAME)),
          Column.optional(KEY + "record-plan", Cells.text(NAME)),
          Column.optional(KEY + "carrier", Cells.text(NAME)));

  AssetsImport(DSLContext sql) {
    this.sql = sql;
  }

  @Override
  public String key() {
    return "assets";
  }

  @Override
  public String titleKey() {
    return "asset.import.assets.title";
  }

  @Override
  public String permission() {
    return "asset.import";
  }

  @Override
  public String subject() {
    return "asset";
  }

  @Override
  public List<Column<?>> columns() {
    return columns;
  }

  @Override
  public List<List<String>> examples() {
    return List.of(
        List.of(
            "Elevakter",
            "Ängsskolan",
            "Digital, Papper",
            "Elevakter",
            "Inskrivning, ärenden och beslut om enskilda elever",
            "Vanliga",
            "",
            "3.2",
            "Skolplattformen"),
        List.of(
            "Personalsamtal",
            "Ängsskolan",
            "Muntlig",
            "Personaluppgifter",
            "",
            "Vanliga",
            "asa.oberg@kommunen.example",
            "",
            ""));
  }

  @Override
  public boolean completeByDefault() {
    return false;
  }

  @Override
  public ResultQuery<?> problems(Upload upload) {
    return sql.resultQuery(AssetStatements.PROBLEMS, upload.id());
  }

  @Override
  public ResultQuery<?> changes(Upload upload) {
    return sql.resultQuery(AssetStatements.CHANGES, upload.id(), upload.complete());
  }

  @Override
  public void accept(Upload upload) {
    UUID id = upload.id();
    sql.execute(AssetStatements.TAKE_UP, id, id);
    sql.execute(AssetStatements.CHANGE, id, id);
    sql.execute(AssetStatements.RETIRE, id);
    sql.execute(AssetStatements.CARRY, id);
  }
}
