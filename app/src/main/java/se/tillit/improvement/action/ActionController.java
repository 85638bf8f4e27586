package se.tillit.improvement.action;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.tillit.identity.Requires;
import se.tillit.identity.Viewer;
import se.tillit.improvement.ImprovementPermissions;
import se.tillit.improvement.Priority;
import se.tillit.kernel.Refused;
import se.tillit.kernel.Sweden;
import se.tillit.web.Crumb;
import se.tillit.web.Cursor;
import se.tillit.web.Due;
import se.tillit.web.FieldProblem;
import se.tillit.web.Flash;
import se.tillit.web.Option;
import se.tillit.web.Page;
import se.tillit.web.Pager;
import se.tillit.web.Problems;
import se.tillit.web.Words;

/// The register of actions: the list, and the form that opens or edits one.
@Controller
class ActionController {

  private static final int ROWS = 20;

  private final ActionRegister register;
  private final ActionChoices choices;
  private final Clock clock;

  ActionController(ActionRegister register, ActionChoices choices, Clock clock) {
    this.register = register;
    this.choices = choices;
    this.clock = clock;
  }

  @Requires(ImprovementPermissions.READ)
  @GetMapping("/{tenant}/actions")
  String list(
      Viewer viewer,
      Model model,
      @ModelAttribute("page") Page page,
      ActionFilter filter,
      @RequestParam @Nullable String after) {
    Words words = page.words();
    Cursor from = after == null ? null : Cursor.parse(after);
    List<Action> found = register.page(viewer, filter, from, ROWS + 1);
    List<Action> shown = found.stream().limit(ROWS).toList();
    String here = here(viewer);
    String start = here + "?" + filter.address() + "&sort=" + filter.order();
    String next =
        found.size() <= ROWS
            ? null
            : start + "&after=" + VisibleActions.cursorOf(filter, shown.getLast());
    var standing = register.standing(viewer);
    LocalDate today = Sweden.today(clock);
    model.addAttribute("page", page.titled(words.t("improvement.actions.title")));
    model.addAttribute("here", here);
    model.addAttribute("filter", filter);
    model.addAttribute(
        "lead", words.t("improvement.actions.standing", standing.open(), standing.late()));
    model.addAttribute("rows", shown.stream().map(it -> row(words, here, it, today)).toList());
    model.addAttribute(
        "pager", new Pager(from == null ? null : start, null, next, shown.size(), -1));
    model.addAttribute("mayWrite", viewer.may(ImprovementPermissions.WRITE));
    model.addAttribute("units", choices.filterUnits(viewer, filter.unit()));
    model.addAttribute("bodies", choices.bodies(viewer, filter.body()));
    model.addAttribute("sources", choices.sources(words, filter.source()));
    model.addAttribute("mayImport", viewer.may(ImprovementPermissions.IMPORT));
    model.addAttribute("mayConfigure", viewer.may(ImprovementPermissions.CONFIGURE));
    return "improvement/list";
  }

  @Requires(ImprovementPermissions.WRITE)
  @GetMapping("/{tenant}/actions/new")
  ModelAndView form(Viewer viewer, @ModelAttribute("page") Page page, ActionForm form) {
    return form(viewer, page, form, Problems.NONE, null);
  }

  @Requires(ImprovementPermissions.WRITE)
  @PostMapping("/{tenant}/actions")
  ModelAndView create(
      Viewer viewer,
      @ModelAttribute("page") Page page,
      ActionForm form,
      RedirectAttributes redirect) {
    Problems problems = form.problems(page.words());
    if (!problems.isEmpty()) {
      return form(viewer, page, form, problems, null);
    }
    try {
      UUID id = register.open(viewer, form.draft(null));
      redirect.addFlashAttribute("flash", Flash.done(page.t("improvement.action.opened")));
      return new ModelAndView("redirect:" + here(viewer) + "/" + id);
    } catch (Refused refused) {
      return form(viewer, page, form, problem(page, refused), null);
    }
  }

  @Requires(ImprovementPermissions.WRITE)
  @GetMapping("/{tenant}/actions/{id}/edit")
  ModelAndView edit(Viewer viewer, @ModelAttribute("page") Page page, @PathVariable UUID id) {
    return form(viewer, page, ActionForm.of(register.find(viewer, id)), Problems.NONE, id);
  }

  @Requires(ImprovementPermissions.WRITE)
  @PostMapping("/{tenant}/actions/{id}")
  ModelAndView update(
      Viewer viewer,
      @ModelAttribute("page") Page page,
      @PathVariable UUID id,
      ActionForm form,
      RedirectAttributes redirect) {
    Problems problems = form.problems(page.words());
    if (!problems.isEmpty()) {
      return form(viewer, page, form, problems, id);
    }
    try {
      Action before = register.find(viewer, id);
      UUID body = before.where().unit() == null ? before.where().body() : null;
      int version = form.version() == null ? -1 : form.version();
      register.edit(viewer, id, version, form.draft(body));
      redirect.addFlashAttribute("flash", Flash.done(page.t("improvement.action.saved")));
      return new ModelAndView("redirect:" + here(viewer) + "/" + id);
    } catch (Refused refused) {
      return form(viewer, page, form, problem(page, refused), id);
    }
  }

  private ModelAndView form(
      Viewer viewer, Page page, ActionForm form, Problems problems, @Nullable UUID id) {
    String title = page.t(id == null ? "improvement.action.new" : "improvement.action.edit");
    var view =
        new ModelAndView(
            "improvement/form",
            problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    view.addObject("page", page.titled(title).under(crumb(viewer, page)));
    view.addObject("form", form);
    view.addObject("problems", problems);
    view.addObject("action", here(viewer) + (id == null ? "" : "/" + id));
    view.addObject("cancel", here(viewer) + (id == null ? "" : "/" + id));
    view.addObject("units", choices.units(viewer, ImprovementPermissions.WRITE, form.unit()));
    view.addObject("whole", viewer.scope(ImprovementPermissions.WRITE).everything());
    view.addObject("owners", choices.people(viewer, form.owner()));
    view.addObject("deputies", choices.people(viewer, form.deputy()));
    view.addObject("goals", choices.goals(form.servedGoal()));
    view.addObject("priorities", priorities(page.words(), ActionForm.plain(form.priority())));
    return view;
  }

  static Problems problem(Page page, Refused refused) {
    String field = refused.field() == null ? "title" : refused.field();
    return new Problems(
        List.of(new FieldProblem(field, page.t(refused.messageKey(), refused.arguments()))));
  }

  private static List<Option> priorities(Words words, String chosen) {
    String wanted = chosen.isEmpty() ? Priority.NORMAL.key() : chosen;
    return Arrays.stream(Priority.values())
        .map(it ->
            Option.of(
                it.key(), words.t("improvement.priority." + it.key()), it.key().equals(wanted)))
        .toList();
  }

  private static ActionRow row(Words words, String here, Action action, LocalDate today) {
    var course = action.course();
    return new ActionRow(
        action.id(),
        action.title(),
        here + "/" + action.id(),
        action.where().name(),
        ShownAction.nameOf(words, action.who().responsible()),
        course.state().isOpen() ? Due.of(course.due(), today) : null,
        words.date(course.due()),
        words.t("improvement.state." + course.state().key()),
        course.priority() == Priority.HIGH ? words.t("improvement.priority.high") : null,
        action.texts().hindrance().isEmpty() ? null : words.t("improvement.stuck"));
  }

  private static String here(Viewer viewer) {
    return "/" + viewer.seat().tenantKey() + "/actions";
  }

  static Crumb crumb(Viewer viewer, Page page) {
    return new Crumb(page.t("improvement.actions.title"), here(viewer));
  }
}
