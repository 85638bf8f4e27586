package se.tillit.improvement.action;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
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
import se.tillit.improvement.ImprovementPermissions;
import se.tillit.kernel.Acting;
import se.tillit.web.Cursor;
import se.tillit.web.Words;

/// The action plan (handlingsplan) as a spreadsheet, whole.
@Controller
class ActionExport {

  private static final int ROWS = 1_000;

  private final ActionRegister register;

  ActionExport(ActionRegister register) {
    this.register = register;
  }

  @Requires(ImprovementPermissions.READ)
  @GetMapping("/{tenant}/actions/export")
  ResponseEntity<StreamingResponseBody> export(
      Viewer viewer, ActionFilter filter, @RequestParam(defaultValue = "xlsx") String format) {
    boolean text = format.equals("csv");
    StreamingResponseBody body =
        out -> Acting.run(viewer.actor(), () -> write(viewer, filter, text, out));
    String name = viewer.seat().tenantKey() + "-actions." + (text ? "csv" : "xlsx");
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
        .header(
            HttpHeaders.CONTENT_TYPE,
            text
                ? "text/csv;charset=UTF-8"
                : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
        .body(body);
  }

  private void write(Viewer viewer, ActionFilter filter, boolean text, OutputStream out) {
    Words words = Words.in(viewer.settings().language());
    List<String> headings =
        List.of(
                "title",
                "goal",
                "description",
                "priority",
                "cost",
                "responsible",
                "unit",
                "start",
                "due",
                "state",
                "done-day",
                "effect")
            .stream()
            .map(it -> words.t("improvement." + it))
            .toList();
    try (TableWriter table =
        text
            ? TableWriter.text(out, headings)
            : TableWriter.workbook(out, words.t("improvement.actions.title"), headings)) {
      Cursor after = null;
      List<Action> actions;
      do {
        actions = register.page(viewer, filter, after, ROWS);
        for (Action action : actions) {
          table.row(cells(words, action));
        }
        after = actions.isEmpty() ? null : VisibleActions.cursorOf(filter, actions.getLast());
      } while (actions.size() == ROWS);
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  private static List<@Nullable Object> cells(Words words, Action action) {
    return Arrays.asList(
        action.title(),
        action.texts().goal(),
        action.texts().description(),
        words.t("improvement.priority." + action.course().priority().key()),
        action.texts().cost(),
        ShownAction.nameOf(words, action.who().responsible()),
        action.where().name(),
        action.course().start(),
        action.course().due(),
        words.t("improvement.state." + action.course().state().key()),
        action.course().done(),
        action.texts().effect());
  }
}
