package se.tillit.organisation.intake;

import java.time.LocalDate;
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

/// People with what they do and where, as a payroll system gives them month by month. What the file
/// lacks has ended, for the kinds of assignment that it holds: a file of employees ends no elected.
@Component
class PeopleImport implements ImportKind {

  private static final String KEY = "organisation.import.people.";

  private final DSLContext sql;

  private final List<Column<?>> columns =
      List.of(
          Column.required(KEY + "number", Cells.text(60)),
          Column.present(KEY + "given", Cells.text(100)),
          Column.present(KEY + "family", Cells.text(100)),
          Column.optional(KEY + "email", Cells.text(254)),
          Column.optional(KEY + "unit", Cells.text(200)),
          Column.optional(KEY + "body", Cells.text(200)),
          Column.optional(
              KEY + "kind",
              Cells.choice(
                  List.of(AssignmentKind.values()), AssignmentKind::key, SpokenWording.INSTANCE)),
          Column.optional(KEY + "title-column", Cells.text(200)),
          Column.optional(KEY + "from", Cells.day()),
          Column.optional(KEY + "to", Cells.day()),
          Column.optional(KEY + "protected", Cells.yesOrNo(SpokenWording.INSTANCE)));

  PeopleImport(DSLContext sql) {
    this.sql = sql;
  }

  @Override
  public String key() {
    return "people";
  }

  @Override
  public String titleKey() {
    return "organisation.import.people.title";
  }

  @Override
  public String permission() {
    return "organisation.people-write";
  }

  @Override
  public String subject() {
    return "assignment";
  }

  @Override
  public Set<String> compared() {
    return Set.of("person", "assignment", "unit", "body");
  }

  @Override
  public List<Column<?>> columns() {
    return columns;
  }

  @Override
  public List<List<String>> examples() {
    return List.of(
        List.of(
            "10001",
            "Åsa",
            "Öberg",
            "asa.oberg@kommunen.example",
            "Ängsskolan",
            "",
            "Chef",
            "Rektor",
            "2025-08-01",
            "",
            ""),
        List.of(
            "10002",
            "Emir",
            "Holm",
            "emir.holm@kommunen.example",
            "Ängsskolan",
            "",
            "Anställd",
            "Lärare",
            "2026-01-12",
            "2026-06-30",
            ""));
  }

  @Override
  public boolean completeByDefault() {
    return true;
  }

  @Override
  public ResultQuery<?> problems(Upload upload) {
    return sql.resultQuery(PeopleStatements.PROBLEMS, upload.day(), upload.id());
  }

  @Override
  public ResultQuery<?> changes(Upload upload) {
    return sql.resultQuery(
        PeopleStatements.CHANGES,
        upload.day(),
        upload.id(),
        upload.day(),
        upload.complete(),
        upload.day());
  }

  @Override
  public void accept(Upload upload) {
    LocalDate day = upload.day();
    UUID id = upload.id();
    sql.execute(PeopleStatements.KNOWN_PEOPLE, day, id);
    sql.execute(PeopleStatements.NEW_PEOPLE, day, id);
    sql.execute(PeopleStatements.CHANGE, day, id, id);
    sql.execute(PeopleStatements.ASSIGN, day, id, id);
    sql.execute(PeopleStatements.END, day, id);
  }

  @Override
  public ResultQuery<?> images(Upload upload) {
    return sql.resultQuery(
        PeopleUndoing.IMAGES, upload.day(), upload.id(), upload.id(), upload.id());
  }

  @Override
  public void undo(Upload upload) {
    PeopleUndoing.STATEMENTS.forEach(statement -> sql.execute(statement, upload.id()));
  }
}
