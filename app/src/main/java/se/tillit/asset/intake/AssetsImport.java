package se.tillit.asset.intake;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.ResultQuery;
import org.jooq.impl.DSL;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import se.tillit.asset.CarriersTouched;
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
  private final ApplicationEventPublisher events;

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

  AssetsImport(DSLContext sql, ApplicationEventPublisher events) {
    this.sql = sql;
    this.events = events;
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
  public Set<String> compared() {
    return Set.of("asset", "carrier", "unit", "person", "assignment", "account");
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

  /// A manager reads in what her own units have, and nothing else.
  @Override
  public boolean isForUnits() {
    return true;
  }

  @Override
  public ResultQuery<?> problems(Upload upload) {
    return sql.resultQuery(AssetStatements.PROBLEMS, upload.id(), units(upload));
  }

  @Override
  public ResultQuery<?> changes(Upload upload) {
    return sql.resultQuery(AssetStatements.CHANGES, upload.id(), upload.complete(), units(upload));
  }

  private static Field<UUID[]> units(Upload upload) {
    return DSL.val(upload.units(), UUID[].class);
  }

  @Override
  public void accept(Upload upload) {
    UUID id = upload.id();
    sql.execute(AssetStatements.TAKE_UP, id, id);
    sql.execute(AssetStatements.CHANGE, id, id);
    sql.execute(AssetStatements.RETIRE, id);
    sql.execute(AssetStatements.CARRY, id);
    tell(touched(id));
  }

  @Override
  public ResultQuery<?> images(Upload upload) {
    return sql.resultQuery(AssetStatements.IMAGES, upload.id());
  }

  @Override
  public void undo(Upload upload) {
    Set<UUID> before = touched(upload.id());
    AssetStatements.UNDO.forEach(statement -> sql.execute(statement, upload.id()));
    tell(before);
  }

  private Set<UUID> touched(UUID upload) {
    return sql.resultQuery(AssetStatements.TOUCHED, upload).fetchSet(0, UUID.class);
  }

  private void tell(Set<UUID> carriers) {
    if (!carriers.isEmpty()) {
      events.publishEvent(new CarriersTouched(carriers));
    }
  }
}
