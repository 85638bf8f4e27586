package se.tillit.organisation.duty;

import java.util.Arrays;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.tillit.identity.Requires;
import se.tillit.identity.Viewer;
import se.tillit.kernel.Refused;
import se.tillit.web.Crumb;
import se.tillit.web.FieldProblem;
import se.tillit.web.Flash;
import se.tillit.web.Option;
import se.tillit.web.Page;
import se.tillit.web.Problems;

/// Which duties shall be filled, for whom, and whether with a deputy (K-4.1.2).
@Controller
class ExpectationController {

  private final DutyPages pages;
  private final DutyRegister register;

  ExpectationController(DutyPages pages, DutyRegister register) {
    this.pages = pages;
    this.register = register;
  }

  @Requires("organisation.duties")
  @GetMapping("/{tenant}/roles/expected")
  ModelAndView list(Viewer viewer, @ModelAttribute("page") Page page) {
    return list(viewer, page, "", "", Problems.NONE);
  }

  private ModelAndView list(Viewer viewer, Page page, String duty, String per, Problems problems) {
    HttpStatus status = problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
    ModelAndView view = new ModelAndView("organisation/expectations", status);
    Crumb crumb = new Crumb(page.t("organisation.duty.list.title"), roles(viewer));
    view.addObject("page", page.titled(page.t("organisation.expected.title")).under(crumb));
    view.addObject("home", roles(viewer) + "/expected");
    view.addObject("expectations", pages.expectations());
    view.addObject("mayWrite", viewer.may("organisation.duties-write"));
    view.addObject("problems", problems);
    view.addObject("duties", duties(page, duty));
    view.addObject("scopes", scopes(page, per));
    return view;
  }

  private static List<Option> duties(Page page, String chosen) {
    return Arrays.stream(Duty.values())
        .map(it -> Option.of(it.key(), page.t(it.titleKey()), it.key().equals(chosen)))
        .toList();
  }

  private static List<Option> scopes(Page page, String chosen) {
    return Expectation.SCOPES.stream()
        .map(it -> Option.of(it, page.t("organisation.expected.per." + it), it.equals(chosen)))
        .toList();
  }

  @Requires("organisation.duties-write")
  @PostMapping("/{tenant}/roles/expected")
  ModelAndView create(
      Viewer viewer,
      @RequestParam(defaultValue = "") String duty,
      @RequestParam(defaultValue = "") String per,
      @RequestParam(defaultValue = "false") boolean deputy,
      @ModelAttribute("page") Page page,
      RedirectAttributes redirect) {
    try {
      register.expect(viewer, Duty.named(duty), per, deputy);
      redirect.addFlashAttribute("flash", Flash.done(page.t("organisation.expected.kept")));
      return new ModelAndView("redirect:" + roles(viewer) + "/expected");
    } catch (Refused refused) {
      String field = refused.field() == null ? "duty" : refused.field();
      String said = page.t(refused.messageKey(), refused.arguments());
      return list(viewer, page, duty, per, new Problems(List.of(new FieldProblem(field, said))));
    }
  }

  /// Those that most municipalities decide on; what is there already stays as it is.
  @Requires("organisation.duties-write")
  @PostMapping("/{tenant}/roles/expected/usual")
  String createUsual(
      Viewer viewer, @ModelAttribute("page") Page page, RedirectAttributes redirect) {
    int added = register.expectUsual(viewer);
    redirect.addFlashAttribute("flash", Flash.done(page.t("organisation.expected.added", added)));
    return "redirect:" + roles(viewer) + "/expected";
  }

  @Requires("organisation.duties-write")
  @PostMapping("/{tenant}/roles/expected/{duty}/removal")
  String delete(
      Viewer viewer,
      @PathVariable String duty,
      @ModelAttribute("page") Page page,
      RedirectAttributes redirect) {
    register.expectNoMore(viewer, Duty.named(duty));
    redirect.addFlashAttribute("flash", Flash.done(page.t("organisation.expected.removed")));
    return "redirect:" + roles(viewer) + "/expected";
  }

  private static String roles(Viewer viewer) {
    return "/" + viewer.seat().tenantKey() + "/roles";
  }
}
