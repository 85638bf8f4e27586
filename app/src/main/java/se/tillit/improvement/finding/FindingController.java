package se.tillit.improvement.finding;

import java.time.Clock;
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
import se.tillit.improvement.FindingKind;
import se.tillit.improvement.ImprovementPermissions;
import se.tillit.kernel.Refused;
import se.tillit.kernel.Sweden;
import se.tillit.web.Crumb;
import se.tillit.web.Cursor;
import se.tillit.web.Flash;
import se.tillit.web.Option;
import se.tillit.web.Page;
import se.tillit.web.Pager;
import se.tillit.web.Problems;

/// The register of findings: the list, and the form that raises or edits one.
@Controller
class FindingController {

  private static final int ROWS = 20;

  private final FindingRegister register;
  private final FindingPages pages;
  private final Clock clock;

  FindingController(FindingRegister register, FindingPages pages, Clock clock) {
    this.register = register;
    this.pages = pages;
    this.clock = clock;
  }

  @Requires(ImprovementPermissions.READ)
  @GetMapping("/{tenant}/findings")
  String list(
      Viewer viewer,
      Model model,
      @ModelAttribute("page") Page page,
      FindingFilter filter,
      @RequestParam @Nullable String after) {
    Cursor from = after == null ? null : Cursor.parse(after);
    List<Finding> found = register.page(viewer, filter, from, ROWS + 1);
    List<Finding> shown = found.stream().limit(ROWS).toList();
    String here = here(viewer);
    String start = here + "?" + filter.address();
    String next = found.size() <= ROWS ? null : start + "&after=" + cursorOf(shown.getLast());
    var sum = register.sum(viewer);
    String base = "/" + viewer.seat().tenantKey();
    model.addAttribute("page", page.titled(page.t("improvement.findings.title")));
    model.addAttribute("here", here);
    model.addAttribute("filter", filter);
    model.addAttribute("lead", page.t("improvement.findings.standing", sum.open(), sum.late()));
    model.addAttribute(
        "rows",
        shown.stream()
            .map(it -> new ShownFinding(page.words(), it, base, Sweden.today(clock)))
            .toList());
    model.addAttribute(
        "pager", new Pager(from == null ? null : start, null, next, shown.size(), -1));
    model.addAttribute("mayFind", viewer.may(ImprovementPermissions.FIND));
    model.addAttribute("kinds", kinds(page, filter.shownKind()));
    return "improvement/findings";
  }

  @Requires(ImprovementPermissions.READ)
  @GetMapping("/{tenant}/findings/{id}")
  ModelAndView show(Viewer viewer, @ModelAttribute("page") Page page, @PathVariable UUID id) {
    return pages.show(viewer, page, id, HttpStatus.OK);
  }

  @Requires(ImprovementPermissions.FIND)
  @GetMapping("/{tenant}/findings/new")
  ModelAndView form(Viewer viewer, @ModelAttribute("page") Page page, FindingForm form) {
    return form(viewer, page, form, Problems.NONE, null);
  }

  @Requires(ImprovementPermissions.FIND)
  @PostMapping("/{tenant}/findings")
  ModelAndView create(
      Viewer viewer,
      @ModelAttribute("page") Page page,
      FindingForm form,
      RedirectAttributes redirect) {
    try {
      UUID id = register.raise(viewer, form.finding(null), FindingForm.plain(form.cause()));
      redirect.addFlashAttribute("flash", Flash.done(page.t("improvement.finding.raised")));
      return new ModelAndView("redirect:" + here(viewer) + "/" + id);
    } catch (Refused refused) {
      return form(viewer, page, form, FindingPages.problem(page, refused), null);
    }
  }

  @Requires(ImprovementPermissions.DECIDE)
  @GetMapping("/{tenant}/findings/{id}/edit")
  ModelAndView edit(Viewer viewer, @ModelAttribute("page") Page page, @PathVariable UUID id) {
    return form(viewer, page, FindingForm.of(register.find(viewer, id)), Problems.NONE, id);
  }

  @Requires(ImprovementPermissions.DECIDE)
  @PostMapping("/{tenant}/findings/{id}")
  ModelAndView update(
      Viewer viewer,
      @ModelAttribute("page") Page page,
      @PathVariable UUID id,
      FindingForm form,
      RedirectAttributes redirect) {
    try {
      Finding before = register.find(viewer, id);
      UUID body = before.where().unit() == null ? before.where().body() : null;
      int version = form.version() == null ? -1 : form.version();
      String cause = FindingForm.plain(form.cause());
      register.edit(viewer, id, version, form.finding(body), cause);
      redirect.addFlashAttribute("flash", Flash.done(page.t("improvement.finding.saved")));
      return new ModelAndView("redirect:" + here(viewer) + "/" + id);
    } catch (Refused refused) {
      return form(viewer, page, form, FindingPages.problem(page, refused), id);
    }
  }

  private ModelAndView form(
      Viewer viewer, Page page, FindingForm form, Problems problems, @Nullable UUID id) {
    String title = page.t(id == null ? "improvement.finding.new" : "improvement.finding.edit");
    String action = here(viewer) + (id == null ? "" : "/" + id);
    String kind = FindingForm.plain(form.kind());
    return new ModelAndView(
            "improvement/findingform",
            problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
        .addObject("page", page.titled(title).under(crumb(viewer, page)))
        .addObject("form", form)
        .addObject("problems", problems)
        .addObject("action", action)
        .addObject("kinds", kinds(page, kind.isEmpty() ? FindingKind.DEVIATION.key() : kind))
        .addObject("units", pages.units(form.unit()));
  }

  private static List<Option> kinds(Page page, String chosen) {
    return Arrays.stream(FindingKind.values())
        .map(it ->
            Option.of(
                it.key(), page.t("improvement.finding.kind." + it.key()), it.key().equals(chosen)))
        .toList();
  }

  static Cursor cursorOf(Finding last) {
    return Cursor.of(last.course().found(), last.id());
  }

  private static String here(Viewer viewer) {
    return "/" + viewer.seat().tenantKey() + "/findings";
  }

  static Crumb crumb(Viewer viewer, Page page) {
    return new Crumb(page.t("improvement.findings.title"), here(viewer));
  }
}
