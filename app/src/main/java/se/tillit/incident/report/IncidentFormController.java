package se.tillit.incident.report;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
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
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import se.tillit.exchange.file.SentFile;
import se.tillit.identity.Requires;
import se.tillit.identity.Viewer;
import se.tillit.incident.IncidentPermissions;
import se.tillit.incident.attachment.Attachments;
import se.tillit.incident.routing.Routing;
import se.tillit.kernel.PersonId;
import se.tillit.kernel.Refused;
import se.tillit.kernel.Sweden;
import se.tillit.web.FieldProblem;
import se.tillit.web.Page;
import se.tillit.web.Problems;

/// The report form, its receipt, and one's own reports.
@Controller
class IncidentFormController {

  private final ReportDesk desk;
  private final ReportChoices choices;
  private final Attachments attachments;
  private final Routing routing;
  private final Clock clock;

  IncidentFormController(
      ReportDesk desk,
      ReportChoices choices,
      Attachments attachments,
      Routing routing,
      Clock clock) {
    this.desk = desk;
    this.choices = choices;
    this.attachments = attachments;
    this.routing = routing;
    this.clock = clock;
  }

  @Requires(IncidentPermissions.REPORT)
  @GetMapping("/{tenant}/incidents/new")
  ModelAndView form(Viewer viewer, @ModelAttribute("page") Page page) {
    LocalDateTime now = LocalDateTime.now(clock.withZone(Sweden.ZONE));
    ReportForm form = ReportForm.begun(UUID.randomUUID().toString(), now);
    return form(viewer, page, form, Problems.NONE);
  }

  @Requires(IncidentPermissions.REPORT)
  @PostMapping("/{tenant}/incidents")
  ModelAndView create(
      Viewer viewer,
      @ModelAttribute("page") Page page,
      ReportForm form,
      @RequestParam(required = false) @Nullable List<MultipartFile> files)
      throws IOException {
    var reporter = Reporter.of(viewer, form.isAnonymous());
    if (form.isProtected() && !form.isSearch()) {
      reporter.run(() -> desk.point(ReportForm.plain(form.key()), form.isAnonymous()));
      return toReceipt(viewer, form);
    }
    var wrong = new ArrayList<>(form.isSearch() ? List.of() : form.problems(page.words()).all());
    if (form.isOpen()) {
      wrong.addAll(kept(page, reporter, form, files == null ? List.of() : files));
    }
    if (form.isSearch() || !wrong.isEmpty()) {
      return form(viewer, page, form, new Problems(wrong));
    }
    try {
      reporter.run(() -> desk.submit(form.report()));
      return toReceipt(viewer, form);
    } catch (Refused refused) {
      return form(viewer, page, form, new Problems(List.of(problem(page, refused, "happening"))));
    }
  }

  @Requires(IncidentPermissions.REPORT)
  @GetMapping("/{tenant}/incidents/receipts/{key}")
  String receipt(
      Viewer viewer, @ModelAttribute("page") Page page, @PathVariable String key, Model model) {
    Receipt receipt = desk.receipt(key);
    model.addAttribute("page", page.titled(page.t("incident.receipt.title", receipt.reference())));
    model.addAttribute("receipt", receipt);
    model.addAttribute("here", here(viewer));
    return "incident/receipt";
  }

  @Requires(IncidentPermissions.REPORT)
  @GetMapping("/{tenant}/incidents/mine")
  String mine(Viewer viewer, @ModelAttribute("page") Page page, Model model) {
    PersonId me = viewer.person();
    model.addAttribute("page", page.titled(page.t("incident.mine.title")));
    model.addAttribute("reports", me == null ? List.of() : desk.of(me));
    model.addAttribute("here", here(viewer));
    return "incident/mine";
  }

  /// Keeps the files with the form, so that a report that must be mended does not lose them.
  private List<FieldProblem> kept(
      Page page, Reporter reporter, ReportForm form, List<MultipartFile> files) throws IOException {
    var wrong = new ArrayList<FieldProblem>();
    int limit = routing.configuration().sizeLimit();
    for (MultipartFile file : files) {
      if (file.isEmpty() && ReportForm.plain(file.getOriginalFilename()).isEmpty()) {
        continue;
      }
      try {
        SentFile sent = SentFile.of(file, limit);
        reporter.run(() -> attachments.keep(ReportForm.plain(form.key()), sent));
      } catch (Refused refused) {
        wrong.add(problem(page, refused, "files"));
      }
    }
    return wrong;
  }

  private ModelAndView form(Viewer viewer, Page page, ReportForm form, Problems problems) {
    var view =
        new ModelAndView(
            "incident/report",
            problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    var configuration = routing.configuration();
    view.addObject("page", page.titled(page.t("incident.report.title")));
    view.addObject("form", form);
    view.addObject("problems", problems);
    view.addObject("here", here(viewer));
    view.addObject("places", choices.places(viewer, form.place()));
    view.addObject(
        "found",
        choices.found(viewer, ReportForm.plain(form.about()), form.assets(), form.carriers()));
    view.addObject("waiting", attachments.waiting(ReportForm.plain(form.key())));
    view.addObject("anonymous", configuration.anonymousAllowed());
    view.addObject("megabytes", configuration.megabytes());
    return view;
  }

  private static ModelAndView toReceipt(Viewer viewer, ReportForm form) {
    String key = ReportForm.plain(form.key());
    return new ModelAndView(
        "redirect:" + here(viewer) + (key.isEmpty() ? "/mine" : "/receipts/" + key));
  }

  private static FieldProblem problem(Page page, Refused refused, String otherwise) {
    String field = refused.field() == null ? otherwise : refused.field();
    return new FieldProblem(field, page.t(refused.messageKey(), refused.arguments()));
  }

  private static String here(Viewer viewer) {
    return "/" + viewer.seat().tenantKey() + "/incidents";
  }
}
