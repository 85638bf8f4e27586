package se.tillit.improvement.action;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.tillit.exchange.TableExport;
import se.tillit.identity.Requires;
import se.tillit.identity.Viewer;
import se.tillit.improvement.ImprovementPermissions;

/// The action plan (handlingsplan) as a spreadsheet, whole.
@Controller
class ActionExport {

  private final ActionRegister register;

  ActionExport(ActionRegister register) {
    this.register = register;
  }

  @Requires(ImprovementPermissions.READ)
  @GetMapping("/{tenant}/actions/export")
  void export(
      Viewer viewer,
      ActionFilter filter,
      @RequestParam(defaultValue = "xlsx") String format,
      HttpServletResponse response)
      throws IOException {
    TableExport<Action> table = TableExport.of(viewer, "actions", "improvement.actions.title");
    table
        .column("improvement.title", Action::title)
        .column("improvement.goal", it -> it.texts().goal())
        .column("improvement.description", it -> it.texts().description())
        .word("improvement.priority", it -> "improvement.priority." + it.course().priority().key())
        .column("improvement.cost", it -> it.texts().cost())
        .column(
            "improvement.responsible",
            it -> ShownAction.nameOf(table.words(), it.who().responsible()))
        .column("improvement.unit", it -> it.where().name())
        .column("improvement.start", it -> it.course().start())
        .column("improvement.due", it -> it.course().due())
        .word("improvement.state", it -> "improvement.state." + it.course().state().key())
        .column("improvement.done-day", it -> it.course().done())
        .column("improvement.effect", it -> it.texts().effect())
        .send(
            response,
            format,
            (last, most) ->
                register.page(
                    viewer,
                    filter,
                    last == null ? null : VisibleActions.cursorOf(filter, last),
                    most));
  }
}
