package se.tillit.followup;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.tillit.followup.ReportStore.Occasion;
import se.tillit.identity.Requires;
import se.tillit.identity.Viewer;
import se.tillit.kernel.Refused;
import se.tillit.web.Crumb;
import se.tillit.web.FieldProblem;
import se.tillit.web.Flash;
import se.tillit.web.Option;
import se.tillit.web.Page;
import se.tillit.web.Problems;

/// A report outside the rounds, since special reasons call for it (K-4.1.7d, M-4c). An incident or
/// a deficiency leads here with its reason and subject in the address.
@Controller
class ExtraReportController {

  private final ReportRegister register;

  ExtraReportController(ReportRegister register) {
    this.register = register;
  }

  @Requires(FollowupPermissions.WRITE_REPORTS)
  @GetMapping("/{tenant}/reports/extra")
  ModelAndView form(
      Viewer viewer, @ModelAttribute("page") Page page, @ModelAttribute ExtraForm form) {
    return form(viewer, page, form, Problems.NONE);
  }

  @Requires(FollowupPermissions.WRITE_REPORTS)
  @PostMapping("/{tenant}/reports/extra")
  ModelAndView create(
      Viewer viewer,
      @ModelAttribute("page") Page page,
      @ModelAttribute ExtraForm form,
      RedirectAttributes redirect) {
    var occasion = new Occasion(form.reasonText().strip(), form.subjectText().strip());
    try {
      UUID id = register.draftExtra(viewer, form.body(), occasion);
      redirect.addFlashAttribute("flash", Flash.done(page.t("followup.extra.done")));
      return new ModelAndView("redirect:" + reports(viewer) + "/" + id);
    } catch (Refused refused) {
      String field = Objects.requireNonNullElse(refused.field(), "reason");
      String said = page.t(refused.messageKey(), refused.arguments());
      return form(viewer, page, form, new Problems(List.of(new FieldProblem(field, said))));
    }
  }

  private ModelAndView form(Viewer viewer, Page page, ExtraForm form, Problems problems) {
    ModelAndView view =
        new ModelAndView(
            "followup/extra",
            problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    view.addObject(
        "page",
        page.titled(page.t("followup.extra.title"))
            .under(new Crumb(page.t("followup.reports.title"), reports(viewer))));
    view.addObject("here", reports(viewer));
    view.addObject("form", form);
    view.addObject("problems", problems);
    view.addObject(
        "bodies",
        register.recipients().stream()
            .map(it -> Option.of(it.id().toString(), it.name(), it.id().equals(form.body())))
            .toList());
    return view;
  }

  private static String reports(Viewer viewer) {
    return "/" + viewer.seat().tenantKey() + "/reports";
  }
}
