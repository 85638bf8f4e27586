package se.tillit.incident.handling;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.tillit.exchange.file.FileDownload;
import se.tillit.exchange.file.SentFile;
import se.tillit.identity.Requires;
import se.tillit.identity.Viewer;
import se.tillit.incident.IncidentPermissions;
import se.tillit.incident.attachment.Attachments;
import se.tillit.incident.routing.Routing;
import se.tillit.kernel.Refused;
import se.tillit.web.Flash;
import se.tillit.web.Page;

/// What is added to a case: events, decisions and files.
@Controller
class CaseLogController {

  private final CaseLog log;
  private final CaseReading reading;
  private final CasePages pages;
  private final Attachments attachments;
  private final Routing routing;

  CaseLogController(
      CaseLog log, CaseReading reading, CasePages pages, Attachments attachments, Routing routing) {
    this.log = log;
    this.reading = reading;
    this.pages = pages;
    this.attachments = attachments;
    this.routing = routing;
  }

  @Requires(IncidentPermissions.HANDLE)
  @PostMapping("/{tenant}/incidents/{id}/events")
  ModelAndView event(
      Viewer viewer,
      @ModelAttribute("page") Page page,
      @PathVariable UUID id,
      EventForm form,
      RedirectAttributes redirect) {
    try {
      var at = plain(form.at()).isBlank() ? null : TypedFields.moment("at", plain(form.at()));
      log.add(
          viewer, id, form.key(), new CaseLog.NewEvent(at, plain(form.kind()), plain(form.text())));
      redirect.addFlashAttribute("flash", Flash.done(page.t("incident.event.added")));
      return new ModelAndView("redirect:" + CasePages.home(viewer, id) + "#timeline");
    } catch (Refused refused) {
      return refused(viewer, page, id, refused).addObject("eventForm", form);
    }
  }

  @Requires(IncidentPermissions.HANDLE)
  @PostMapping("/{tenant}/incidents/{id}/decisions")
  ModelAndView decision(
      Viewer viewer,
      @ModelAttribute("page") Page page,
      @PathVariable UUID id,
      DecisionForm form,
      RedirectAttributes redirect) {
    try {
      String at = plain(form.decidedAt());
      log.add(
          viewer,
          id,
          form.key(),
          new CaseLog.NewDecision(
              at.isBlank() ? null : TypedFields.moment("decidedAt", at),
              plain(form.decision()),
              plain(form.decided()),
              plain(form.motive()),
              plain(form.decider()),
              plain(form.delegation()),
              null));
      redirect.addFlashAttribute("flash", Flash.done(page.t("incident.decision.added")));
      return new ModelAndView("redirect:" + CasePages.home(viewer, id) + "#decisions");
    } catch (Refused refused) {
      return refused(viewer, page, id, refused).addObject("decisionForm", form);
    }
  }

  @Requires(IncidentPermissions.HANDLE)
  @PostMapping("/{tenant}/incidents/{id}/attachments")
  ModelAndView attach(
      Viewer viewer,
      @ModelAttribute("page") Page page,
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable List<MultipartFile> files,
      RedirectAttributes redirect)
      throws IOException {
    try {
      int limit = routing.configuration().sizeLimit();
      log.add(viewer, id, SentFile.all(files, limit));
      redirect.addFlashAttribute("flash", Flash.done(page.t("exchange.file.added")));
      return new ModelAndView("redirect:" + CasePages.home(viewer, id) + "#files");
    } catch (Refused refused) {
      return refused(viewer, page, id, refused);
    }
  }

  @Requires(IncidentPermissions.READ)
  @GetMapping("/{tenant}/incidents/{id}/attachments/{file}")
  void fetch(
      Viewer viewer, @PathVariable UUID id, @PathVariable UUID file, HttpServletResponse answer)
      throws IOException {
    FileDownload.give(answer, log.fetch(viewer, id, file), out -> attachments.write(file, out));
  }

  private ModelAndView refused(Viewer viewer, Page page, UUID id, Refused refused) {
    Incident incident = reading.handled(viewer, id);
    return pages
        .shown(viewer, page, incident, null, HttpStatus.UNPROCESSABLE_CONTENT)
        .addObject("problems", CaseController.problems(page, refused, "text"));
  }

  private static String plain(@Nullable String text) {
    return text == null ? "" : text;
  }
}
