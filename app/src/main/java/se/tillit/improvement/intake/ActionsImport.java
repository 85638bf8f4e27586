package se.tillit.improvement.intake;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.ResultQuery;
import org.springframework.stereotype.Component;
import se.tillit.exchange.ImportKind;
import se.tillit.exchange.SpokenWording;
import se.tillit.exchange.Upload;
import se.tillit.exchange.column.Cells;
import se.tillit.exchange.column.Column;
import se.tillit.improvement.ImprovementPermissions;
import se.tillit.improvement.Priority;
import se.tillit.improvement.action.ActionState;

/// Actions (åtgärder) from a spreadsheet: known by the export's id, else by title and unit. An
/// action that is known keeps its state and its last day, which move with reasons on its own page.
@Component
class ActionsImport implements ImportKind {

  private static final String KEY = "improvement.";
  private static final int NAME = 200;
  private static final int TEXT = 8000;
  private static final long MOST_KRONOR = 1_000_000_000_000L;

  private final DSLContext sql;

  private final List<Column<?>> columns =
      List.of(
          Column.required(KEY + "title", Cells.text(NAME)),
          Column.optional(KEY + "unit", Cells.text(NAME)),
          Column.required(KEY + "due", Cells.day()),
          Column.optional(KEY + "goal", Cells.lines(TEXT)),
          Column.optional(KEY + "description", Cells.lines(TEXT)),
          Column.optional(
              KEY + "priority",
              Cells.choice(
                  List.of(Priority.values()),
                  it -> KEY + "priority." + it.key(),
                  SpokenWording.INSTANCE)),
          Column.optional(KEY + "cost", Cells.text(TEXT)),
          Column.optional(KEY + "cost-sek", Cells.wholeNumber(0, MOST_KRONOR)),
          Column.optional(KEY + "import.owner", Cells.text(NAME)),
          Column.optional(KEY + "start", Cells.day()),
          Column.optional(
              KEY + "state",
              Cells.choice(
                  List.of(ActionState.values()),
                  it -> KEY + "state." + it.key(),
                  SpokenWording.INSTANCE)),
          Column.optional(KEY + "served-goal", Cells.text(NAME)),
          Column.optional(KEY + "effect", Cells.lines(TEXT)),
          Column.optional(KEY + "evidence", Cells.lines(TEXT)),
          Column.optional(KEY + "recheck", Cells.day()),
          Column.optional(KEY + "import.id", Cells.text(NAME)));

  ActionsImport(DSLContext sql) {
    this.sql = sql;
  }

  @Override
  public String key() {
    return "actions";
  }

  @Override
  public String titleKey() {
    return "improvement.import.actions.title";
  }

  @Override
  public String permission() {
    return ImprovementPermissions.IMPORT;
  }

  @Override
  public String subject() {
    return "action";
  }

  @Override
  public Set<String> compared() {
    return Set.of("action", "goal", "unit", "body", "person", "assignment", "account");
  }

  @Override
  public List<Column<?>> columns() {
    return columns;
  }

  @Override
  public List<List<String>> examples() {
    return List.of(
        List.of(
            "Gå igenom behörigheterna i journalsystemet",
            "Hemtjänsten",
            "2027-03-31",
            "Varje behörighet motsvaras av en arbetsuppgift",
            "Jämför listan över konton med personalen",
            "Hög",
            "40 timmar",
            "",
            "asa.oberg@kommunen.example",
            "2027-01-15",
            "Planerad",
            "",
            "",
            "",
            "",
            ""),
        List.of(
            "Köp låsbara skåp",
            "",
            "2027-05-31",
            "",
            "",
            "Vanlig",
            "",
            "120000",
            "",
            "",
            "Pågår",
            "",
            "",
            "",
            "",
            ""));
  }

  @Override
  public boolean completeByDefault() {
    return false;
  }

  @Override
  public ResultQuery<?> problems(Upload upload) {
    return sql.resultQuery(ActionStatements.PROBLEMS, upload.id());
  }

  @Override
  public ResultQuery<?> changes(Upload upload) {
    return sql.resultQuery(ActionStatements.CHANGES, upload.id(), upload.complete());
  }

  @Override
  public void accept(Upload upload) {
    UUID id = upload.id();
    sql.execute(ActionStatements.TAKE_UP, id, id);
    sql.execute(ActionStatements.CHANGE, id, id);
    sql.execute(ActionStatements.DROP, id);
  }

  @Override
  public ResultQuery<?> images(Upload upload) {
    return sql.resultQuery(ActionStatements.IMAGES, upload.id());
  }

  @Override
  public void undo(Upload upload) {
    ActionStatements.UNDO.forEach(statement -> sql.execute(statement, upload.id()));
  }
}
