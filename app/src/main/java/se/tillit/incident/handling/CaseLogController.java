package se.tillit.incident.handling;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.tillit.identity.Requires;
import se.tillit.identity.Viewer;
import se.tillit.incident.IncidentPermissions;
import se.tillit.incident.attachment.Attachment;
import se.tillit.incident.attachment.Attachments;
import se.tillit.incident.attachment.SentFile;
import se.tillit.incident.routing.Routing;
import se.tillit.kernel.Acting;
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
      List<MultipartFile> sent = files == null ? List.of() : files;
      if (sent.stream().allMatch(it -> plain(it.getOriginalFilename()).isEmpty())) {
        throw new Refused("incident.attachment.none").at("files");
      }
      var read = new ArrayList<SentFile>();
      for (MultipartFile file : sent) {
        read.add(SentFile.of(file, limit));
      }
      log.add(viewer, id, read);
      redirect.addFlashAttribute("flash", Flash.done(page.t("incident.attachment.added")));
      return new ModelAndView("redirect:" + CasePages.home(viewer, id) + "#files");
    } catch (Refused refused) {
      return refused(viewer, page, id, refused);
    }
  }

  @Requires(IncidentPermissions.READ)
  @GetMapping("/{tenant}/incidents/{id}/attachments/{file}")
  ResponseEntity<StreamingResponseBody> fetch(
      Viewer viewer, @PathVariable UUID id, @PathVariable UUID file) {
    return download(viewer, log.fetch(viewer, id, file), attachments);
  }

  /// Always to be saved, never shown: a file from a case may be hostile.
  static ResponseEntity<StreamingResponseBody> download(
      Viewer viewer, Attachment found, Attachments attachments) {
    StreamingResponseBody body =
        out ->
            Acting.run(
                viewer.actor(),
                () -> {
                  try {
                    attachments.write(found.id(), out);
                  } catch (IOException gone) {
                    throw new UncheckedIOException(gone);
                  }
                });
    return ResponseEntity.ok()
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(found.name(), StandardCharsets.UTF_8)
                .build()
                .toString())
        .header(HttpHeaders.CONTENT_TYPE, found.mediaType())
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Security-Policy", "sandbox; default-src 'none'")
        .contentLength(found.size())
        .body(body);
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
