package se.tillit.incident.handling;

import java.util.UUID;
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
import se.tillit.incident.IncidentPermissions;
import se.tillit.kernel.Refused;
import se.tillit.web.Crumb;
import se.tillit.web.Flash;
import se.tillit.web.Page;

/// The ends of a case: closed, opened anew, or taken out of sight.
@Controller
class CaseEndController {

  private final Closure closure;
  private final Quarantine quarantine;
  private final CaseReading reading;
  private final CasePages pages;

  CaseEndController(Closure closure, Quarantine quarantine, CaseReading reading, CasePages pages) {
    this.closure = closure;
    this.quarantine = quarantine;
    this.reading = reading;
    this.pages = pages;
  }

  @Requires(IncidentPermissions.HANDLE)
  @PostMapping("/{tenant}/incidents/{id}/closure")
  ModelAndView close(
      Viewer viewer,
      @ModelAttribute("page") Page page,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "-1") int version,
      RedirectAttributes redirect) {
    try {
      closure.close(viewer, id, version);
      redirect.addFlashAttribute("flash", Flash.done(page.t("incident.closed")));
      return new ModelAndView("redirect:" + CasePages.home(viewer, id));
    } catch (Refused refused) {
      return refused(viewer, page, id, refused);
    }
  }

  @Requires(IncidentPermissions.HANDLE)
  @PostMapping("/{tenant}/incidents/{id}/closure/end")
  ModelAndView reopen(
      Viewer viewer,
      @ModelAttribute("page") Page page,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "-1") int version,
      @RequestParam(defaultValue = "") String reason,
      RedirectAttributes redirect) {
    try {
      closure.reopen(viewer, id, version, reason);
      redirect.addFlashAttribute("flash", Flash.done(page.t("incident.reopened")));
      return new ModelAndView("redirect:" + CasePages.home(viewer, id));
    } catch (Refused refused) {
      return refused(viewer, page, id, refused);
    }
  }

  @Requires(IncidentPermissions.READ)
  @PostMapping("/{tenant}/incidents/{id}/security-suspicion")
  String suspect(Viewer viewer, @PathVariable UUID id) {
    quarantine.suspect(viewer, id);
    return "redirect:" + CasePages.base(viewer) + "/incidents/quarantined";
  }

  /// Told to whoever suspected it, with nothing of the case.
  @Requires(IncidentPermissions.READ)
  @GetMapping("/{tenant}/incidents/quarantined")
  String quarantined(Viewer viewer, @ModelAttribute("page") Page page, Model model) {
    model.addAttribute(
        "page",
        page.titled(page.t("incident.quarantined.title")).under(CasePages.crumb(viewer, page)));
    model.addAttribute("base", CasePages.base(viewer));
    return "incident/quarantined";
  }

  @Requires(IncidentPermissions.SECRET)
  @GetMapping("/{tenant}/incidents/protected")
  String list(Viewer viewer, @ModelAttribute("page") Page page, Model model) {
    model.addAttribute(
        "page",
        page.titled(page.t("incident.protected.title")).under(CasePages.crumb(viewer, page)));
    model.addAttribute("pointers", quarantine.all(viewer));
    model.addAttribute("here", CasePages.base(viewer) + "/incidents/protected");
    return "incident/protectedlist";
  }

  @Requires(IncidentPermissions.SECRET)
  @GetMapping("/{tenant}/incidents/protected/{id}")
  ModelAndView pointer(Viewer viewer, @ModelAttribute("page") Page page, @PathVariable UUID id) {
    return pointer(viewer, page, id, HttpStatus.OK);
  }

  @Requires(IncidentPermissions.SECRET)
  @PostMapping("/{tenant}/incidents/protected/{id}")
  ModelAndView note(
      Viewer viewer,
      @ModelAttribute("page") Page page,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "-1") int version,
      @RequestParam(defaultValue = "") String note,
      RedirectAttributes redirect) {
    try {
      quarantine.note(viewer, id, version, note);
      redirect.addFlashAttribute("flash", Flash.done(page.t("incident.saved")));
      return new ModelAndView("redirect:" + CasePages.base(viewer) + "/incidents/protected/" + id);
    } catch (Refused refused) {
      return pointer(viewer, page, id, HttpStatus.UNPROCESSABLE_CONTENT)
          .addObject("problems", CaseController.problems(page, refused, "note"));
    }
  }

  @Requires(IncidentPermissions.SECRET)
  @PostMapping("/{tenant}/incidents/protected/{id}/release")
  ModelAndView release(
      Viewer viewer,
      @ModelAttribute("page") Page page,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "-1") int version,
      @RequestParam(defaultValue = "") String reason,
      RedirectAttributes redirect) {
    try {
      quarantine.release(viewer, id, version, reason);
      redirect.addFlashAttribute("flash", Flash.done(page.t("incident.released")));
      return new ModelAndView("redirect:" + CasePages.home(viewer, id));
    } catch (Refused refused) {
      return pointer(viewer, page, id, HttpStatus.UNPROCESSABLE_CONTENT)
          .addObject("problems", CaseController.problems(page, refused, "reason"));
    }
  }

  @Requires(IncidentPermissions.SECRET)
  @PostMapping("/{tenant}/incidents/protected/{id}/confirmation")
  ModelAndView confirm(
      Viewer viewer,
      @ModelAttribute("page") Page page,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "-1") int version,
      RedirectAttributes redirect) {
    try {
      quarantine.confirm(viewer, id, version);
      redirect.addFlashAttribute("flash", Flash.done(page.t("incident.protected.confirmed")));
      return new ModelAndView("redirect:" + CasePages.base(viewer) + "/incidents/protected/" + id);
    } catch (Refused refused) {
      return pointer(viewer, page, id, HttpStatus.UNPROCESSABLE_CONTENT)
          .addObject("problems", CaseController.problems(page, refused, "note"));
    }
  }

  private ModelAndView pointer(Viewer viewer, Page page, UUID id, HttpStatus status) {
    Quarantine.Pointer pointer = quarantine.find(viewer, id);
    String list = CasePages.base(viewer) + "/incidents/protected";
    return new ModelAndView("incident/protected", status)
        .addObject(
            "page",
            page.titled(pointer.reference())
                .under(
                    CasePages.crumb(viewer, page),
                    new Crumb(page.t("incident.protected.title"), list)))
        .addObject("pointer", pointer)
        .addObject("here", list + "/" + id);
  }

  private ModelAndView refused(Viewer viewer, Page page, UUID id, Refused refused) {
    return pages
        .shown(viewer, page, reading.handled(viewer, id), null, HttpStatus.UNPROCESSABLE_CONTENT)
        .addObject("problems", CaseController.problems(page, refused, "reason"));
  }
}
