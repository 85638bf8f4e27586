package se.tillit.organisation.body;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.tillit.identity.Requires;
import se.tillit.identity.Viewer;
import se.tillit.kernel.Period;
import se.tillit.kernel.Refused;
import se.tillit.kernel.Sweden;
import se.tillit.web.Crumb;
import se.tillit.web.FieldProblem;
import se.tillit.web.Flash;
import se.tillit.web.Option;
import se.tillit.web.Page;
import se.tillit.web.Problems;

/// For how long the council and the boards sit: as the elections give it, or as somebody entitled
/// has decided otherwise.
@Controller
class TermController {

  private static final TermForm BLANK = new TermForm("council", "", "", "");

  private final BodyPages pages;
  private final BodyRegister register;
  private final Clock clock;

  TermController(BodyPages pages, BodyRegister register, Clock clock) {
    this.pages = pages;
    this.register = register;
    this.clock = clock;
  }

  @Requires("organisation.read")
  @GetMapping("/{tenant}/terms")
  ModelAndView list(Viewer viewer, @ModelAttribute("page") Page page) {
    return list(viewer, page, BLANK, Problems.NONE);
  }

  private ModelAndView list(Viewer viewer, Page page, TermForm form, Problems problems) {
    HttpStatus status = problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
    ModelAndView view = new ModelAndView("organisation/terms", status);
    String base = "/" + viewer.seat().tenantKey();
    Crumb crumb = new Crumb(page.t("organisation.body.list.title"), base + "/bodies");
    view.addObject("page", page.titled(page.t("organisation.term.list")).under(crumb));
    view.addObject("home", base + "/terms");
    view.addObject("terms", pages.terms());
    view.addObject("election", TermsOfOffice.electionBefore(Sweden.today(clock)));
    view.addObject("form", form);
    view.addObject("problems", problems);
    view.addObject("mayWrite", viewer.mayEverywhere("organisation.write"));
    view.addObject(
        "kinds",
        TermsOfOffice.KINDS.stream()
            .map(it -> Option.of(it, page.t("organisation.term." + it), it.equals(form.kind())))
            .toList());
    return view;
  }

  /// The terms that now run, and those that follow, as the act gives them.
  @Requires(value = "organisation.write", everywhere = true)
  @PostMapping("/{tenant}/terms/statutory")
  String createStatutory(
      Viewer viewer, @ModelAttribute("page") Page page, RedirectAttributes redirect) {
    int election = TermsOfOffice.electionBefore(Sweden.today(clock));
    register.setTerms(election - 4);
    register.setTerms(election);
    redirect.addFlashAttribute("flash", Flash.done(page.t("organisation.term.kept")));
    return "redirect:/" + viewer.seat().tenantKey() + "/terms";
  }

  @Requires(value = "organisation.write", everywhere = true)
  @PostMapping("/{tenant}/terms")
  ModelAndView create(
      Viewer viewer,
      TermForm form,
      @ModelAttribute("page") Page page,
      RedirectAttributes redirect) {
    try {
      LocalDate from = form.firstDay();
      LocalDate to = form.lastDay();
      if (!to.isAfter(from)) {
        throw new Refused("kernel.period.ends-before-start", from, to).at("to");
      }
      register.setTerm(
          form.kind() == null ? "" : form.kind(),
          new Period(from, to),
          form.source() == null ? "" : form.source());
      redirect.addFlashAttribute("flash", Flash.done(page.t("organisation.term.kept")));
      return new ModelAndView("redirect:/" + viewer.seat().tenantKey() + "/terms");
    } catch (Refused refused) {
      String field = refused.field() == null ? "kind" : refused.field();
      String said = page.t(refused.messageKey(), refused.arguments());
      return list(viewer, page, form, new Problems(List.of(new FieldProblem(field, said))));
    }
  }

  @Requires(value = "organisation.write", everywhere = true)
  @PostMapping("/{tenant}/terms/{id}/removal")
  String delete(
      Viewer viewer,
      @PathVariable UUID id,
      @ModelAttribute("page") Page page,
      RedirectAttributes redirect) {
    register.dropTerm(id);
    redirect.addFlashAttribute("flash", Flash.done(page.t("organisation.term.dropped")));
    return "redirect:/" + viewer.seat().tenantKey() + "/terms";
  }
}
