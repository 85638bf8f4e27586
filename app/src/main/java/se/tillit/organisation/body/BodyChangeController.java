package se.tillit.organisation.body;

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
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.tillit.identity.Requires;
import se.tillit.identity.Viewer;
import se.tillit.kernel.Refused;
import se.tillit.kernel.Unknown;
import se.tillit.web.Crumb;
import se.tillit.web.FieldProblem;
import se.tillit.web.Flash;
import se.tillit.web.Page;
import se.tillit.web.Problems;

/// Other names and last days for bodies and legal entities.
@Controller
class BodyChangeController {

  private final BodyPages pages;
  private final BodyChanges changes;

  BodyChangeController(BodyPages pages, BodyChanges changes) {
    this.pages = pages;
    this.changes = changes;
  }

  @Requires(BodyChanges.WRITE)
  @GetMapping("/{tenant}/bodies/{id}/edit")
  ModelAndView edit(Viewer viewer, @PathVariable UUID id, @ModelAttribute("page") Page page) {
    viewer.demandBody(BodyChanges.WRITE, id);
    BodyFacts body = body(id);
    return form(
        viewer,
        page,
        new Shown(body.name(), "bodies/" + id, "organisation.body.pattern", body.version()),
        new BodyChange.Typed(body.name(), body.pattern(), text(body.last())),
        Problems.NONE);
  }

  @Requires(BodyChanges.WRITE)
  @PostMapping("/{tenant}/bodies/{id}")
  ModelAndView update(
      Viewer viewer,
      @PathVariable UUID id,
      @RequestParam int version,
      BodyChange.Typed typed,
      @ModelAttribute("page") Page page,
      RedirectAttributes redirect) {
    BodyFacts body = body(id);
    try {
      changes.changeBody(viewer, id, version, typed.change());
    } catch (Refused refused) {
      var shown = new Shown(body.name(), "bodies/" + id, "organisation.body.pattern", version);
      return form(viewer, page, shown, typed, problems(page, refused));
    }
    redirect.addFlashAttribute("flash", Flash.done(page.t("organisation.body.changed")));
    return new ModelAndView("redirect:" + base(viewer) + "bodies/" + id);
  }

  @Requires(value = BodyChanges.WRITE, everywhere = true)
  @GetMapping("/{tenant}/legal-entities/{id}/edit")
  ModelAndView editEntity(Viewer viewer, @PathVariable UUID id, @ModelAttribute("page") Page page) {
    EntityFacts entity = entity(id);
    return form(
        viewer,
        page,
        new Shown(
            entity.name(), "legal-entities/" + id, "organisation.entity.number", entity.version()),
        new BodyChange.Typed(entity.name(), entity.number(), text(entity.last())),
        Problems.NONE);
  }

  @Requires(value = BodyChanges.WRITE, everywhere = true)
  @PostMapping("/{tenant}/legal-entities/{id}")
  ModelAndView updateEntity(
      Viewer viewer,
      @PathVariable UUID id,
      @RequestParam int version,
      BodyChange.Typed typed,
      @ModelAttribute("page") Page page,
      RedirectAttributes redirect) {
    EntityFacts entity = entity(id);
    try {
      changes.changeEntity(viewer, id, version, typed.change());
    } catch (Refused refused) {
      var shown =
          new Shown(entity.name(), "legal-entities/" + id, "organisation.entity.number", version);
      return form(viewer, page, shown, typed, problems(page, refused));
    }
    redirect.addFlashAttribute("flash", Flash.done(page.t("organisation.entity.changed")));
    return new ModelAndView("redirect:" + base(viewer) + "bodies");
  }

  /// What the form is about: its name now, its address, what its detail is called, its version.
  private record Shown(String name, String path, String detailKey, int version) {}

  private static ModelAndView form(
      Viewer viewer, Page page, Shown shown, BodyChange.Typed typed, Problems problems) {
    HttpStatus status = problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
    ModelAndView view = new ModelAndView("organisation/bodychange", status);
    Crumb crumb = new Crumb(page.t("organisation.body.list.title"), base(viewer) + "bodies");
    String title = page.t("organisation.unit.change", shown.name());
    view.addObject("page", page.titled(title).under(crumb));
    view.addObject("action", base(viewer) + shown.path());
    view.addObject("cancel", base(viewer) + "bodies");
    view.addObject("form", typed);
    view.addObject("version", shown.version());
    view.addObject("detail", page.t(shown.detailKey()));
    view.addObject("problems", problems);
    return view;
  }

  private static Problems problems(Page page, Refused refused) {
    String field = refused.field() == null ? "name" : refused.field();
    String said = page.t(refused.messageKey(), refused.arguments());
    return new Problems(List.of(new FieldProblem(field, said)));
  }

  private static String text(@Nullable Object day) {
    return day == null ? "" : day.toString();
  }

  private BodyFacts body(UUID id) {
    return pages.body(id).orElseThrow(() -> new Unknown("body", id));
  }

  private EntityFacts entity(UUID id) {
    return pages.entity(id).orElseThrow(() -> new Unknown("legal-entity", id));
  }

  private static String base(Viewer viewer) {
    return "/" + viewer.seat().tenantKey() + "/";
  }
}
