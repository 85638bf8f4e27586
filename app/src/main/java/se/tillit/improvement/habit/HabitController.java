package se.tillit.improvement.habit;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.tillit.identity.Requires;
import se.tillit.identity.Viewer;
import se.tillit.improvement.ImprovementPermissions;
import se.tillit.kernel.Refused;
import se.tillit.web.Crumb;
import se.tillit.web.FieldProblem;
import se.tillit.web.Flash;
import se.tillit.web.Page;
import se.tillit.web.Problems;

/// The page where a tenant decides its times and its ladder.
@Controller
class HabitController {

  private static final int SPARE_RUNGS = 2;

  private final HabitRegister register;

  HabitController(HabitRegister register) {
    this.register = register;
  }

  @Requires(value = ImprovementPermissions.CONFIGURE, everywhere = true)
  @GetMapping("/{tenant}/actions/habits")
  ModelAndView form(Viewer viewer, @ModelAttribute("page") Page page) {
    return shown(viewer, page, HabitForm.of(register.current()), Problems.NONE);
  }

  @Requires(value = ImprovementPermissions.CONFIGURE, everywhere = true)
  @PostMapping("/{tenant}/actions/habits")
  ModelAndView update(
      Viewer viewer,
      @ModelAttribute("page") Page page,
      HabitForm form,
      RedirectAttributes redirect) {
    try {
      register.change(viewer, form.version() == null ? -1 : form.version(), form.habits());
      redirect.addFlashAttribute("flash", Flash.done(page.t("improvement.habits.saved")));
      return new ModelAndView("redirect:/" + viewer.seat().tenantKey() + "/actions");
    } catch (Refused refused) {
      String field = refused.field() == null ? "decideDays" : refused.field();
      var problem = new FieldProblem(field, page.t(refused.messageKey(), refused.arguments()));
      return shown(viewer, page, form, new Problems(List.of(problem)));
    }
  }

  private static ModelAndView shown(Viewer viewer, Page page, HabitForm form, Problems problems) {
    String list = "/" + viewer.seat().tenantKey() + "/actions";
    return new ModelAndView(
            "improvement/habits",
            problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
        .addObject(
            "page",
            page.titled(page.t("improvement.habits.title"))
                .under(new Crumb(page.t("improvement.actions.title"), list)))
        .addObject("form", form)
        .addObject("rungs", rungs(form))
        .addObject("problems", problems)
        .addObject("action", list + "/habits")
        .addObject("cancel", list);
  }

  /// The rungs as typed, and two empty ones to fill.
  private static List<HabitForm.TypedRung> rungs(HabitForm form) {
    var rungs = new ArrayList<>(form.rungs());
    IntStream.range(0, SPARE_RUNGS).forEach(i -> rungs.add(new HabitForm.TypedRung("", "owner")));
    return rungs;
  }
}
