package se.tillit.classification.carrier;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.tillit.classification.Models;
import se.tillit.identity.Requires;
import se.tillit.identity.Viewer;
import se.tillit.kernel.Refused;
import se.tillit.web.Crumb;
import se.tillit.web.FieldProblem;
import se.tillit.web.Flash;
import se.tillit.web.Option;
import se.tillit.web.Page;
import se.tillit.web.Problems;

/// The page that says which level a carrier needs, and why.
@Controller
class CarrierLevelController {

  private final CarrierLevels levels;
  private final Models models;

  CarrierLevelController(CarrierLevels levels, Models models) {
    this.levels = levels;
    this.models = models;
  }

  @Requires("classification.read")
  @GetMapping("/{tenant}/carriers/{id}/classification")
  ModelAndView show(Viewer viewer, @ModelAttribute("page") Page page, @PathVariable UUID id) {
    return shown(viewer, page, id, Raise.NONE, Problems.NONE);
  }

  /// A raise, as typed.
  record Raise(@Nullable String aspect, @Nullable Integer level, @Nullable String motivation) {

    static final Raise NONE = new Raise("", null, "");

    private static String typed(@Nullable String text) {
      return text == null ? "" : text;
    }
  }

  private ModelAndView shown(Viewer viewer, Page page, UUID id, Raise typed, Problems problems) {
    HttpStatus status = problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
    var view = new ModelAndView("classification/carrier", status);
    var scale = models.current();
    var standing = levels.standing(id);
    String base = "/" + viewer.seat().tenantKey();
    var crumb = new Crumb(page.t("classification.carrier"), base + "/carriers/" + id);
    view.addObject("page", page.titled(page.t("classification.carrier.title")).under(crumb));
    view.addObject("levels", levels.of(viewer, id, scale));
    view.addObject("scale", scale);
    view.addObject("carried", standing.carried());
    view.addObject("classified", standing.classified());
    view.addObject("base", base);
    view.addObject("id", id);
    view.addObject("writable", viewer.may("asset.write"));
    view.addObject("motivation", Raise.typed(typed.motivation()));
    view.addObject("problems", problems);
    view.addObject(
        "choices",
        scale.levels().stream()
            .filter(it -> it.number() > 0)
            .map(it ->
                Option.of(
                    Integer.toString(it.number()),
                    it.label(),
                    Integer.valueOf(it.number()).equals(typed.level())))
            .toList());
    view.addObject(
        "aspects",
        scale.aspects().stream()
            .map(it -> Option.of(it.key(), it.name(), it.key().equals(typed.aspect())))
            .toList());
    return view;
  }

  @Requires("asset.write")
  @PostMapping("/{tenant}/carriers/{id}/raises")
  ModelAndView raise(
      Viewer viewer,
      @ModelAttribute("page") Page page,
      @PathVariable UUID id,
      @ModelAttribute("raise") Raise raise,
      RedirectAttributes redirect) {
    try {
      int level = raise.level() == null ? 0 : raise.level();
      levels.raise(viewer, id, Raise.typed(raise.aspect()), level, Raise.typed(raise.motivation()));
    } catch (Refused refused) {
      String field = refused.field() == null ? "motivation" : refused.field();
      String why = page.t(refused.messageKey(), refused.arguments());
      return shown(viewer, page, id, raise, new Problems(List.of(new FieldProblem(field, why))));
    }
    redirect.addFlashAttribute("flash", Flash.done(page.t("classification.raise.done")));
    return new ModelAndView(
        "redirect:/" + viewer.seat().tenantKey() + "/carriers/" + id + "/classification");
  }

  @Requires("asset.write")
  @PostMapping("/{tenant}/carriers/{id}/raises/{aspect}/withdrawal")
  String withdraw(Viewer viewer, @PathVariable UUID id, @PathVariable String aspect) {
    levels.withdraw(viewer, id, aspect);
    return "redirect:/" + viewer.seat().tenantKey() + "/carriers/" + id + "/classification";
  }
}
