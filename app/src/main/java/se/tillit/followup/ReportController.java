package se.tillit.followup;

import java.time.Clock;
import java.util.List;
import java.util.Map;
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
import se.tillit.kernel.Refused;
import se.tillit.kernel.Sweden;
import se.tillit.web.Crumb;
import se.tillit.web.Cursor;
import se.tillit.web.FieldProblem;
import se.tillit.web.Flash;
import se.tillit.web.Page;
import se.tillit.web.Pager;
import se.tillit.web.Problems;

/// The register of reports and each report's own page (K-4.1.7c, M-4a).
@Controller
class ReportController {

  private static final int ROWS = 50;

  private final ReportRegister register;
  private final RoundDesk rounds;
  private final Clock clock;

  ReportController(ReportRegister register, RoundDesk rounds, Clock clock) {
    this.register = register;
    this.rounds = rounds;
    this.clock = clock;
  }

  @Requires(FollowupPermissions.READ_REPORTS)
  @GetMapping("/{tenant}/reports")
  String list(
      Viewer viewer,
      Model model,
      @ModelAttribute("page") Page page,
      @RequestParam @Nullable String after,
      @RequestParam @Nullable UUID work) {
    Cursor from = after == null ? null : Cursor.parse(after);
    List<Report> found = register.page(viewer, from, ROWS + 1);
    List<Report> shown = found.stream().limit(ROWS).toList();
    String next = found.size() <= ROWS ? null : "?after=" + ReportStore.cursorOf(shown.getLast());
    boolean mayWrite = viewer.may(FollowupPermissions.WRITE_REPORTS);
    model.addAttribute("page", page.titled(page.t("followup.reports.title")));
    model.addAttribute("here", here(viewer));
    model.addAttribute("reports", shown);
    model.addAttribute(
        "pager", new Pager(from == null ? null : here(viewer), null, next, shown.size(), -1));
    model.addAttribute("rounds", rounds.near(viewer));
    model.addAttribute("today", Sweden.today(clock));
    model.addAttribute("mayWrite", mayWrite);
    model.addAttribute("work", work == null || !mayWrite ? null : rounds.work(work));
    return "followup/reports";
  }

  @Requires(FollowupPermissions.WRITE_REPORTS)
  @PostMapping("/{tenant}/reports")
  String create(
      Viewer viewer,
      @ModelAttribute("page") Page page,
      @ModelAttribute RoundForm form,
      RedirectAttributes redirect) {
    List<UUID> drafted = register.draft(viewer, form.about(), form.body());
    redirect.addFlashAttribute(
        "flash", Flash.done(page.t("followup.reports.drafted", drafted.size())));
    return "redirect:"
        + here(viewer)
        + (drafted.size() == 1
            ? "/" + drafted.getFirst()
            : "?work=" + rounds.draft(viewer, form.about()));
  }

  @Requires(FollowupPermissions.READ_REPORTS)
  @GetMapping("/{tenant}/reports/{id:[0-9a-f-]{36}}")
  ModelAndView show(Viewer viewer, @ModelAttribute("page") Page page, @PathVariable UUID id) {
    return show(viewer, page, id, Problems.NONE);
  }

  @Requires(FollowupPermissions.WRITE_REPORTS)
  @PostMapping("/{tenant}/reports/{id:[0-9a-f-]{36}}")
  ModelAndView update(
      Viewer viewer,
      @ModelAttribute("page") Page page,
      @PathVariable UUID id,
      @RequestParam Map<String, String> typed,
      RedirectAttributes redirect) {
    try {
      register.write(viewer, id, typed, version(typed));
    } catch (Refused refused) {
      return show(viewer, page, id, problem(page, refused));
    }
    redirect.addFlashAttribute("flash", Flash.done(page.t("followup.report.written")));
    return new ModelAndView("redirect:" + here(viewer) + "/" + id);
  }

  private ModelAndView show(Viewer viewer, Page page, UUID id, Problems problems) {
    Report report = register.told(viewer, id);
    ReportFacts facts = register.facts(report);
    var document = new ReportDocument(report, facts, page.words());
    ModelAndView view =
        new ModelAndView(
            "followup/report",
            problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    view.addObject(
        "page",
        page.titled(document.title() + ", " + report.bodyName())
            .under(new Crumb(page.t("followup.reports.title"), here(viewer))));
    view.addObject("here", here(viewer) + "/" + report.id());
    view.addObject("report", report);
    view.addObject("shown", new ShownReport(report.about(), facts, page.words()));
    view.addObject("problems", problems);
    view.addObject("mayWrite", viewer.may(FollowupPermissions.WRITE_REPORTS));
    view.addObject("mayHandle", viewer.may(FollowupPermissions.HANDLE_REPORTS));
    return view;
  }

  /// A move that the one who writes makes: freezing, thawing, and gathering the figures anew.
  @Requires(FollowupPermissions.WRITE_REPORTS)
  @PostMapping("/{tenant}/reports/{id:[0-9a-f-]{36}}/{move:freeze|thaw|figures}")
  ModelAndView move(
      Viewer viewer,
      @ModelAttribute("page") Page page,
      @PathVariable UUID id,
      @PathVariable String move,
      RedirectAttributes redirect) {
    return moved(
        viewer,
        page,
        id,
        redirect,
        move,
        () -> {
          switch (move) {
            case "freeze" -> register.freeze(viewer, id, null);
            case "thaw" -> register.thaw(viewer, id, null);
            default -> register.refresh(viewer, id);
          }
        });
  }

  /// That the report has gone out.
  @Requires(FollowupPermissions.HANDLE_REPORTS)
  @PostMapping("/{tenant}/reports/{id:[0-9a-f-]{36}}/delivery")
  ModelAndView deliver(
      Viewer viewer,
      @ModelAttribute("page") Page page,
      @PathVariable UUID id,
      RedirectAttributes redirect) {
    return moved(viewer, page, id, redirect, "delivery", () -> register.deliver(viewer, id, null));
  }

  /// That a meeting has handled the report, with its paragraph: the registrar may enter it too.
  @Requires(FollowupPermissions.HANDLE_REPORTS)
  @PostMapping("/{tenant}/reports/{id:[0-9a-f-]{36}}/handling")
  ModelAndView handle(
      Viewer viewer,
      @ModelAttribute("page") Page page,
      @PathVariable UUID id,
      @RequestParam Map<String, String> typed,
      RedirectAttributes redirect) {
    return moved(
        viewer,
        page,
        id,
        redirect,
        "handling",
        () ->
            register.handle(
                viewer,
                id,
                new ReportRegister.Handling(Days.typed(typed.get("day")), typed.get("paragraph")),
                null));
  }

  private ModelAndView moved(
      Viewer viewer,
      Page page,
      UUID id,
      RedirectAttributes redirect,
      String move,
      Runnable change) {
    try {
      change.run();
    } catch (Refused refused) {
      return show(viewer, page, id, problem(page, refused));
    }
    redirect.addFlashAttribute("flash", Flash.done(page.t("followup.report.moved." + move)));
    return new ModelAndView("redirect:" + here(viewer) + "/" + id);
  }

  private static @Nullable Integer version(Map<String, String> typed) {
    String version = typed.getOrDefault("version", "");
    return version.matches("\\d{1,9}") ? Integer.valueOf(version) : null;
  }

  private static Problems problem(Page page, Refused refused) {
    String field = refused.field() == null ? "summary" : refused.field();
    return new Problems(
        List.of(new FieldProblem(field, page.t(refused.messageKey(), refused.arguments()))));
  }

  private static String here(Viewer viewer) {
    return "/" + viewer.seat().tenantKey() + "/reports";
  }
}
