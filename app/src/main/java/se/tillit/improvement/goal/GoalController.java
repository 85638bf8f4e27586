package se.tillit.improvement.goal;

import java.time.Clock;
import java.time.LocalDate;
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
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.tillit.identity.Requires;
import se.tillit.identity.Viewer;
import se.tillit.improvement.ImprovementPermissions;
import se.tillit.kernel.Refused;
import se.tillit.kernel.Sweden;
import se.tillit.web.Crumb;
import se.tillit.web.Flash;
import se.tillit.web.Option;
import se.tillit.web.Page;
import se.tillit.web.Problems;
import se.tillit.web.Words;

/// The goals: strategic ones with their yearly steps, one goal's page, and the form that sets one.
@Controller
class GoalController {

  private final GoalRegister register;
  private final GoalPages pages;
  private final Clock clock;

  GoalController(GoalRegister register, GoalPages pages, Clock clock) {
    this.register = register;
    this.pages = pages;
    this.clock = clock;
  }

  @Requires(ImprovementPermissions.READ)
  @GetMapping("/{tenant}/goals")
  String list(Viewer viewer, Model model, @ModelAttribute("page") Page page) {
    String base = "/" + viewer.seat().tenantKey();
    LocalDate today = Sweden.today(clock);
    List<ShownGoal> goals =
        register.all().stream().map(it -> new ShownGoal(page.words(), it, base, today)).toList();
    model.addAttribute("page", page.titled(page.t("improvement.goals.title")));
    model.addAttribute("here", base + "/goals");
    model.addAttribute("branches", GoalPages.branches(goals));
    model.addAttribute("lead", pages.lead(page.words(), goals));
    model.addAttribute("maySet", viewer.may(ImprovementPermissions.SET_GOALS));
    return "improvement/goals";
  }

  @Requires(ImprovementPermissions.READ)
  @GetMapping("/{tenant}/goals/{id}")
  ModelAndView show(Viewer viewer, @ModelAttribute("page") Page page, @PathVariable UUID id) {
    return pages.show(viewer, page, id, HttpStatus.OK);
  }

  @Requires(ImprovementPermissions.SET_GOALS)
  @GetMapping("/{tenant}/goals/new")
  ModelAndView form(Viewer viewer, @ModelAttribute("page") Page page, GoalForm form) {
    return form(viewer, page, form, Problems.NONE, null);
  }

  @Requires(ImprovementPermissions.SET_GOALS)
  @PostMapping("/{tenant}/goals")
  ModelAndView create(
      Viewer viewer,
      @ModelAttribute("page") Page page,
      GoalForm form,
      RedirectAttributes redirect) {
    try {
      UUID id = register.set(viewer, form.draft());
      redirect.addFlashAttribute("flash", Flash.done(page.t("improvement.goal.set")));
      return new ModelAndView("redirect:" + here(viewer) + "/" + id);
    } catch (Refused refused) {
      return form(viewer, page, form, GoalPages.problem(page, refused), null);
    }
  }

  @Requires(ImprovementPermissions.SET_GOALS)
  @GetMapping("/{tenant}/goals/{id}/edit")
  ModelAndView edit(Viewer viewer, @ModelAttribute("page") Page page, @PathVariable UUID id) {
    return form(viewer, page, GoalForm.of(register.find(id)), Problems.NONE, id);
  }

  @Requires(ImprovementPermissions.SET_GOALS)
  @PostMapping("/{tenant}/goals/{id}")
  ModelAndView update(
      Viewer viewer,
      @ModelAttribute("page") Page page,
      @PathVariable UUID id,
      GoalForm form,
      RedirectAttributes redirect) {
    try {
      int version = form.version() == null ? -1 : form.version();
      register.edit(viewer, id, version, form.draft());
      redirect.addFlashAttribute("flash", Flash.done(page.t("improvement.goal.saved")));
      return new ModelAndView("redirect:" + here(viewer) + "/" + id);
    } catch (Refused refused) {
      return form(viewer, page, form, GoalPages.problem(page, refused), id);
    }
  }

  private ModelAndView form(
      Viewer viewer, Page page, GoalForm form, Problems problems, @Nullable UUID id) {
    String title = page.t(id == null ? "improvement.goal.new" : "improvement.goal.edit");
    String action = here(viewer) + (id == null ? "" : "/" + id);
    return new ModelAndView(
            "improvement/goalform",
            problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
        .addObject("page", page.titled(title).under(crumb(viewer, page)))
        .addObject("form", form)
        .addObject("problems", problems)
        .addObject("action", action)
        .addObject("levels", levels(page.words(), form))
        .addObject("parents", pages.parents(form.parent(), id))
        .addObject("bodies", pages.bodies(form.body()))
        .addObject("indicators", pages.indicators(page.words(), form.indicator()));
  }

  private static List<Option> levels(Words words, GoalForm form) {
    String chosen = GoalForm.plain(form.level());
    return GoalDraft.LEVELS.stream()
        .map(it ->
            Option.of(
                    it,
                    words.t("improvement.goal.level." + it),
                    it.equals(chosen.isEmpty() ? "yearly" : chosen))
                .with(words.t("improvement.goal.level." + it + ".hint")))
        .toList();
  }

  private static String here(Viewer viewer) {
    return "/" + viewer.seat().tenantKey() + "/goals";
  }

  static Crumb crumb(Viewer viewer, Page page) {
    return new Crumb(page.t("improvement.goals.title"), here(viewer));
  }
}
