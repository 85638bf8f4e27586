package se.tillit.deadline;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import se.tillit.exchange.table.TableWriter;
import se.tillit.identity.Requires;
import se.tillit.identity.Viewer;
import se.tillit.kernel.Acting;
import se.tillit.kernel.Sweden;
import se.tillit.web.Cursor;
import se.tillit.web.Words;

/// The list of deadlines as a spreadsheet, whole.
@Controller
class DeadlineExport {

  private static final int ROWS = 1_000;

  private final AnnualDeadlines deadlines;
  private final Clock clock;

  DeadlineExport(AnnualDeadlines deadlines, Clock clock) {
    this.deadlines = deadlines;
    this.clock = clock;
  }

  @Requires(DeadlinePermissions.READ)
  @GetMapping("/{tenant}/deadlines/list/export")
  ResponseEntity<StreamingResponseBody> export(
      Viewer viewer, DeadlineQuery query, @RequestParam(defaultValue = "xlsx") String format) {
    boolean text = format.equals("csv");
    DeadlineFilter filter = query.filter(Sweden.today(clock));
    StreamingResponseBody body =
        out -> Acting.run(viewer.actor(), () -> write(viewer, filter, text, out));
    String name = viewer.seat().tenantKey() + "-deadlines." + (text ? "csv" : "xlsx");
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
        .header(
            HttpHeaders.CONTENT_TYPE,
            text
                ? "text/csv;charset=UTF-8"
                : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
        .body(body);
  }

  private void write(Viewer viewer, DeadlineFilter filter, boolean text, OutputStream out) {
    Words words = Words.in(viewer.settings().language());
    List<String> headings =
        List.of(
            words.t("deadline.what"),
            words.t("deadline.due"),
            words.t("deadline.is-done"),
            words.t("deadline.kind"),
            words.t("deadline.body"),
            words.t("deadline.unit"),
            words.t("deadline.who"));
    try (TableWriter table =
        text
            ? TableWriter.text(out, headings)
            : TableWriter.workbook(out, words.t("deadline.view.list"), headings)) {
      Cursor after = null;
      List<DueRow> rows;
      do {
        rows = deadlines.page(viewer, filter, after, ROWS);
        for (DueRow row : rows) {
          table.row(cells(words, row));
        }
        after = rows.isEmpty() ? null : DeadlineController.cursorOf(rows.getLast());
      } while (rows.size() == ROWS);
    } catch (IOException gone) {
      // The reader hung up: there is nobody left to tell.
      throw new UncheckedIOException(gone);
    }
  }

  private static List<@Nullable Object> cells(Words words, DueRow row) {
    return Arrays.asList(
        Sentences.deadline(words, row.kind(), row.label()),
        row.due(),
        row.done() ? words.t("deadline.is-done") : null,
        words.t(Sentences.key(row.kind(), "deadline") + ".kind"),
        row.body(),
        row.unit(),
        row.person());
  }
}
