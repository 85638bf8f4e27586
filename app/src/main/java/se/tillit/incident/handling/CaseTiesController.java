package se.tillit.incident.handling;

import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
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
import se.tillit.web.Flash;
import se.tillit.web.Page;

/// What a case strikes, and which cases it hangs together with.
@Controller
class CaseTiesController {

  private final Affected affected;
  private final Relations relations;
  private final CaseReading reading;
  private final CasePages pages;

  CaseTiesController(Affected affected, Relations relations, CaseReading reading, CasePages pages) {
    this.affected = affected;
    this.relations = relations;
    this.reading = reading;
    this.pages = pages;
  }

  @Requires(IncidentPermissions.HANDLE)
  @PostMapping("/{tenant}/incidents/{id}/{thing:assets|carriers|bodies|entities}")
  ModelAndView add(
      Viewer viewer,
      @ModelAttribute("page") Page page,
      @PathVariable UUID id,
      @PathVariable String thing,
      @RequestParam(required = false) @Nullable UUID what,
      RedirectAttributes redirect) {
    return done(
        viewer,
        page,
        id,
        redirect,
        () -> {
          if (what == null) {
            throw new Refused("incident.affected.unknown").at("what");
          }
          affected.add(viewer, id, Affected.Thing.of(thing), what);
          return "#affected";
        });
  }

  @Requires(IncidentPermissions.HANDLE)
  @PostMapping("/{tenant}/incidents/{id}/{thing:assets|carriers|bodies|entities}/{what}/removal")
  ModelAndView remove(
      Viewer viewer,
      @ModelAttribute("page") Page page,
      @PathVariable UUID id,
      @PathVariable String thing,
      @PathVariable UUID what,
      RedirectAttributes redirect) {
    return done(
        viewer,
        page,
        id,
        redirect,
        () -> {
          affected.remove(viewer, id, Affected.Thing.of(thing), what);
          return "#affected";
        });
  }

  @Requires(IncidentPermissions.HANDLE)
  @PostMapping("/{tenant}/incidents/{id}/relations")
  ModelAndView relate(
      Viewer viewer,
      @ModelAttribute("page") Page page,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String reference,
      @RequestParam(defaultValue = "related") String kind,
      RedirectAttributes redirect) {
    return done(
        viewer,
        page,
        id,
        redirect,
        () -> {
          relations.relate(viewer, id, reference, kind);
          return "#related";
        });
  }

  @Requires(IncidentPermissions.HANDLE)
  @PostMapping("/{tenant}/incidents/{id}/relations/{other}/removal")
  ModelAndView part(
      Viewer viewer,
      @ModelAttribute("page") Page page,
      @PathVariable UUID id,
      @PathVariable UUID other,
      RedirectAttributes redirect) {
    return done(
        viewer,
        page,
        id,
        redirect,
        () -> {
          relations.part(viewer, id, other);
          return "#related";
        });
  }

  @Requires(IncidentPermissions.HANDLE)
  @PostMapping("/{tenant}/incidents/{id}/duplicate")
  ModelAndView merge(
      Viewer viewer,
      @ModelAttribute("page") Page page,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String reference,
      @RequestParam(defaultValue = "-1") int version,
      RedirectAttributes redirect) {
    return done(
        viewer,
        page,
        id,
        redirect,
        () -> {
          relations.merge(viewer, id, version, reference);
          return "";
        });
  }

  private ModelAndView done(
      Viewer viewer, Page page, UUID id, RedirectAttributes redirect, Supplier<String> work) {
    try {
      String place = work.get();
      redirect.addFlashAttribute("flash", Flash.done(page.t("incident.saved")));
      return new ModelAndView("redirect:" + CasePages.home(viewer, id) + place);
    } catch (Refused refused) {
      return pages
          .shown(viewer, page, reading.handled(viewer, id), null, HttpStatus.UNPROCESSABLE_CONTENT)
          .addObject("problems", CaseController.problems(page, refused, "reference"));
    }
  }
}
