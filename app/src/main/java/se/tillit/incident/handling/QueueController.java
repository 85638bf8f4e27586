package se.tillit.incident.handling;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.tillit.deadline.ReturnTo;
import se.tillit.identity.ChosenColumns;
import se.tillit.identity.Requires;
import se.tillit.identity.Viewer;
import se.tillit.incident.IncidentPermissions;
import se.tillit.incident.routing.CaseChoices;
import se.tillit.incident.routing.Terms;
import se.tillit.kernel.Refused;
import se.tillit.web.Cursor;
import se.tillit.web.Flash;
import se.tillit.web.Option;
import se.tillit.web.Page;
import se.tillit.web.Words;

/// The queue of cases, and handing out many at a time.
@Controller
class QueueController {

  private static final int ROWS = 25;

  private final Queue queue;
  private final Assignment assignment;
  private final Severity severity;
  private final Terms terms;
  private final CaseChoices choices;
  private final ChosenColumns columns;

  QueueController(
      Queue queue,
      Assignment assignment,
      Severity severity,
      Terms terms,
      CaseChoices choices,
      ChosenColumns columns) {
    this.queue = queue;
    this.assignment = assignment;
    this.severity = severity;
    this.terms = terms;
    this.choices = choices;
    this.columns = columns;
  }

  @Requires(IncidentPermissions.READ)
  @GetMapping("/{tenant}/incidents")
  String list(
      Viewer viewer,
      Model model,
      @ModelAttribute("page") Page page,
      QueueFilter filter,
      @RequestParam @Nullable String after) {
    Words words = page.words();
    Cursor from = after == null ? null : Cursor.parse(after);
    List<QueueRow> found = queue.page(viewer, filter, from, ROWS + 1);
    List<QueueRow> rows = found.stream().limit(ROWS).toList();
    Cursor next = found.size() <= ROWS ? null : Queue.cursorOf(filter, rows.getLast());
    var chosen = columns.of(viewer, page, "incidents", QueueView.offered(words));
    String action = CasePages.base(viewer) + "/incidents";
    boolean handling = viewer.may(IncidentPermissions.HANDLE);
    var standing = queue.standing(viewer);
    model.addAttribute("page", page.titled(words.t("incident.queue.title")));
    model.addAttribute(
        "queue", new QueueView(action, filter, rows, from != null, next, chosen, handling));
    model.addAttribute(
        "lead", words.t("incident.queue.standing", standing.open(), standing.unhandled()));
    model.addAttribute("offers", offers(filter, words));
    model.addAttribute("mayConfigure", viewer.may(IncidentPermissions.CONFIGURE));
    model.addAttribute("maySecret", viewer.may(IncidentPermissions.SECRET));
    return "incident/queue";
  }

  @Requires(IncidentPermissions.HANDLE)
  @PostMapping("/{tenant}/incidents/assignments")
  String assign(
      Viewer viewer,
      @ModelAttribute("page") Page page,
      @RequestParam(required = false) @Nullable List<UUID> id,
      @RequestParam(required = false) @Nullable UUID handler,
      @RequestParam(required = false) @Nullable String returnTo,
      RedirectAttributes redirect) {
    try {
      UUID self = viewer.person() == null ? null : viewer.person().value();
      UUID to = handler == null ? self : handler;
      if (to == null) {
        throw new Refused("incident.handler.may-not").at("handler");
      }
      int given = assignment.assign(viewer, id == null ? List.of() : id, to);
      redirect.addFlashAttribute("flash", Flash.done(page.t("incident.assign.done", given)));
    } catch (Refused refused) {
      redirect.addFlashAttribute(
          "flash", Flash.warning(page.t(refused.messageKey(), refused.arguments())));
    }
    return ReturnTo.redirect(returnTo, CasePages.base(viewer) + "/incidents");
  }

  private QueueOffers offers(QueueFilter filter, Words words) {
    String body = filter.body() == null ? null : filter.body().toString();
    var handlers = new ArrayList<Option>();
    for (String one : List.of("me", "none")) {
      handlers.add(
          Option.of(one, words.t("incident.queue.handler." + one), one.equals(filter.handler())));
    }
    List<Option> people = choices.handlers(filter.handler());
    handlers.addAll(people);
    return new QueueOffers(
        options(
            words,
            "incident.queue.state.",
            filter.which(),
            "open",
            "reported",
            "triaged",
            "handled",
            "closed",
            "all"),
        choices.bodies(body),
        terms.options("kind", filter.kind(), words),
        handlers,
        choices.handlers(null),
        severities(filter),
        options(words, "incident.report.", filter.certainty(), "known", "suspected", "risk"),
        options(words, "incident.queue.clock.", filter.clock(), "late", "day", "running", "none"));
  }

  private List<Option> severities(QueueFilter filter) {
    return severity.model().levels().stream()
        .map(it ->
            Option.of(
                String.valueOf(it.number()),
                it.label(),
                Integer.valueOf(it.number()).equals(filter.severity())))
        .toList();
  }

  private static List<Option> options(
      Words words, String prefix, @Nullable String chosen, String... values) {
    return Stream.of(values)
        .map(it -> Option.of(it, words.t(prefix + it), it.equals(chosen)))
        .toList();
  }
}
