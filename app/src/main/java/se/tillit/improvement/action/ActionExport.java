package se.tillit.improvement.action;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.tillit.exchange.TableExport;
import se.tillit.identity.Requires;
import se.tillit.identity.Viewer;
import se.tillit.improvement.ImprovementPermissions;

/// The action plan (handlingsplan) as a spreadsheet, whole: what the import reads back, and who
/// answers and what is done.
@Controller
class ActionExport {

  private final ActionRegister register;
  private final ActionExtras extras;

  ActionExport(ActionRegister register, ActionExtras extras) {
    this.register = register;
    this.extras = extras;
  }

  @Requires(ImprovementPermissions.READ)
  @GetMapping("/{tenant}/actions/export")
  void export(
      Viewer viewer,
      ActionFilter filter,
      @RequestParam(defaultValue = "xlsx") String format,
      HttpServletResponse response)
      throws IOException {
    TableExport<ActionExtras.Full> table =
        TableExport.of(viewer, "actions", "improvement.actions.title");
    table
        .column("improvement.title", it -> it.action().title())
        .column("improvement.unit", it -> it.extra().unit())
        .column("improvement.due", it -> it.action().course().due())
        .column("improvement.goal", it -> it.action().texts().goal())
        .column("improvement.description", it -> it.action().texts().description())
        .word(
            "improvement.priority",
            it -> "improvement.priority." + it.action().course().priority().key())
        .column("improvement.cost", it -> it.action().texts().cost())
        .column("improvement.cost-sek", it -> it.action().plan().costSek())
        .column("improvement.import.owner", it -> it.extra().owner())
        .column("improvement.start", it -> it.action().course().start())
        .word("improvement.state", it -> "improvement.state." + it.action().course().state().key());
    told(table).send(response, format, (last, most) -> page(viewer, filter, last, most));
  }

  private static TableExport<ActionExtras.Full> told(TableExport<ActionExtras.Full> table) {
    return table
        .column("improvement.served-goal", it -> it.action().plan().goalTitle())
        .column("improvement.effect", it -> it.action().texts().effect())
        .column("improvement.evidence", it -> it.action().texts().evidence())
        .column("improvement.recheck", it -> it.action().course().recheck())
        .column(
            "improvement.responsible",
            it -> ShownAction.nameOf(table.words(), it.action().who().responsible()))
        .column("improvement.done-day", it -> it.action().course().done())
        .column("improvement.import.id", it -> it.action().id().toString());
  }

  private List<ActionExtras.Full> page(
      Viewer viewer, ActionFilter filter, ActionExtras.@Nullable Full last, int most) {
    var after = last == null ? null : VisibleActions.cursorOf(filter, last.action());
    return extras.of(register.page(viewer, filter, after, most));
  }
}
