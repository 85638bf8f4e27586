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
import se.tillit.identity.ChosenColumns;
import se.tillit.identity.Requires;
import se.tillit.identity.Viewer;
import se.tillit.improvement.ImprovementPermissions;
import se.tillit.improvement.NewAction;
import se.tillit.improvement.Priority;
import se.tillit.kernel.Refused;
import se.tillit.kernel.Sweden;
import se.tillit.organisation.NamedPeople;
import se.tillit.web.Crumb;
import se.tillit.web.Cursor;
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
  private final NamedPeople people;
  private final ChosenColumns columns;
  private final Clock clock;

  ActionController(
      ActionRegister register,
      ActionChoices choices,
      NamedPeople people,
      ChosenColumns columns,
      Clock clock) {
    this.register = register;
    this.choices = choices;
    this.people = people;
    this.columns = columns;
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
    var pager = new Pager(from == null ? null : start, null, next, shown.size(), -1);
    var standing = register.standing(viewer);
    LocalDate today = Sweden.today(clock);
    model.addAttribute("page", page.titled(words.t("improvement.actions.title")));
    model.addAttribute(
        "list",
        new ActionListView(
            here,
            from == null ? start : start + "&after=" + from,
            filter,
            columns.of(viewer, page, "actions", ActionListView.offered(words)),
            shown.stream().map(it -> ActionRow.of(words, here, it, today)).toList(),
            pager,
            shown.stream().anyMatch(it -> register.mayProgress(viewer, it))));
    model.addAttribute(
        "lead", words.t("improvement.actions.standing", standing.open(), standing.late()));
    offer(viewer, words, filter, model);
    return "improvement/list";
  }

  /// What the list may be narrowed to, and what else the viewer may do here.
  private void offer(Viewer viewer, Words words, ActionFilter filter, Model model) {
    model.addAttribute("mayWrite", viewer.may(ImprovementPermissions.WRITE));
    model.addAttribute("units", choices.filterUnits(viewer, filter.unit()));
    model.addAttribute("bodies", choices.bodies(viewer, filter.body()));
    model.addAttribute("sources", choices.sources(words, filter.source()));
    model.addAttribute("mayImport", viewer.may(ImprovementPermissions.IMPORT));
    model.addAttribute("mayConfigure", viewer.mayEverywhere(ImprovementPermissions.CONFIGURE));
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
      UUID id = register.open(viewer, form.draft(null, hands(viewer, form)));
      redirect.addFlashAttribute("flash", Flash.done(page.t("improvement.action.opened")));
      return new ModelAndView("redirect:" + here(viewer) + "/" + id);
    } catch (Refused refused) {
      return form(viewer, page, form, problem(page, refused), null);
    }
  }

  @Requires(ImprovementPermissions.WRITE)
  @GetMapping("/{tenant}/actions/{id}/edit")
  ModelAndView edit(Viewer viewer, @ModelAttribute("page") Page page, @PathVariable UUID id) {
    Action action = register.find(viewer, id);
    String owner = people.label(page.words(), action.who().owner().id());
    String deputy = people.label(page.words(), action.who().deputy().id());
    return form(viewer, page, ActionForm.of(action, owner, deputy), Problems.NONE, id);
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
      register.edit(viewer, id, version, form.draft(body, hands(viewer, form)));
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
    view.addObject("names", "/api/v1/" + viewer.seat().tenantKey() + "/people/names");
    view.addObject("goals", choices.goals(form.servedGoal()));
    view.addObject("priorities", priorities(page.words(), ActionForm.plain(form.priority())));
    return view;
  }

  private NewAction.Hands hands(Viewer viewer, ActionForm form) {
    return new NewAction.Hands(
        people.meant(viewer, form.owner(), "owner"), people.meant(viewer, form.deputy(), "deputy"));
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

  private static String here(Viewer viewer) {
    return "/" + viewer.seat().tenantKey() + "/actions";
  }

  static Crumb crumb(Viewer viewer, Page page) {
    return new Crumb(page.t("improvement.actions.title"), here(viewer));
  }
}
