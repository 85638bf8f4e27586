package se.tillit.deadline;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.tillit.exchange.TableExport;
import se.tillit.identity.Requires;
import se.tillit.identity.Viewer;
import se.tillit.kernel.Sweden;

/// The list of deadlines as a spreadsheet, whole.
@Controller
class DeadlineExport {

  private final AnnualDeadlines deadlines;
  private final Clock clock;

  DeadlineExport(AnnualDeadlines deadlines, Clock clock) {
    this.deadlines = deadlines;
    this.clock = clock;
  }

  @Requires(DeadlinePermissions.READ)
  @GetMapping("/{tenant}/deadlines/list/export")
  void export(
      Viewer viewer,
      DeadlineQuery query,
      @RequestParam(defaultValue = "xlsx") String format,
      HttpServletResponse response)
      throws IOException {
    DeadlineFilter filter = query.filter(Sweden.today(clock));
    TableExport<DueRow> table = TableExport.of(viewer, "deadlines", "deadline.view.list");
    table
        .column("deadline.what", it -> Sentences.deadline(table.words(), it.kind(), it.label()))
        .column("deadline.due", DueRow::due)
        .word("deadline.is-done", it -> it.done() ? "deadline.is-done" : null)
        .word("deadline.kind", it -> Sentences.key(it.kind(), "deadline") + ".kind")
        .column("deadline.body", DueRow::body)
        .column("deadline.unit", DueRow::unit)
        .column("deadline.who", DueRow::person)
        .send(
            response,
            format,
            (last, most) ->
                deadlines.page(
                    viewer, filter, last == null ? null : DeadlineController.cursorOf(last), most));
  }
}
