package se.tillit.classification.carrier;

import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.tillit.classification.Models;
import se.tillit.identity.Requires;
import se.tillit.identity.Viewer;
import se.tillit.kernel.Refused;
import se.tillit.web.Crumb;
import se.tillit.web.Flash;
import se.tillit.web.Option;
import se.tillit.web.Page;

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
  String show(
      Viewer viewer, @ModelAttribute("page") Page page, @PathVariable UUID id, Model model) {
    var scale = models.current();
    var standing = levels.standing(id);
    String base = "/" + viewer.seat().tenantKey();
    var crumb = new Crumb(page.t("classification.carrier"), base + "/carriers/" + id);
    model.addAttribute("page", page.titled(page.t("classification.carrier.title")).under(crumb));
    model.addAttribute("levels", levels.of(viewer, id, scale));
    model.addAttribute("scale", scale);
    model.addAttribute("carried", standing.carried());
    model.addAttribute("classified", standing.classified());
    model.addAttribute("base", base);
    model.addAttribute("id", id);
    model.addAttribute("writable", viewer.may("asset.write"));
    model.addAttribute(
        "choices",
        scale.levels().stream()
            .filter(it -> it.number() > 0)
            .map(it -> Option.of(Integer.toString(it.number()), it.label()))
            .toList());
    model.addAttribute(
        "aspects", scale.aspects().stream().map(it -> Option.of(it.key(), it.name())).toList());
    return "classification/carrier";
  }

  @Requires("asset.write")
  @PostMapping("/{tenant}/carriers/{id}/raises")
  String raise(
      Viewer viewer,
      @ModelAttribute("page") Page page,
      @PathVariable UUID id,
      @RequestParam String aspect,
      @RequestParam int level,
      @RequestParam String motivation,
      RedirectAttributes redirect) {
    try {
      levels.raise(viewer, id, aspect, level, motivation);
      redirect.addFlashAttribute("flash", Flash.done(page.t("classification.raise.done")));
    } catch (Refused refused) {
      String why = page.t(refused.messageKey(), refused.arguments());
      redirect.addFlashAttribute("flash", Flash.warning(why));
    }
    return "redirect:/" + viewer.seat().tenantKey() + "/carriers/" + id + "/classification";
  }

  @Requires("asset.write")
  @PostMapping("/{tenant}/carriers/{id}/raises/{aspect}/withdrawal")
  String withdraw(Viewer viewer, @PathVariable UUID id, @PathVariable String aspect) {
    levels.withdraw(viewer, id, aspect);
    return "redirect:/" + viewer.seat().tenantKey() + "/carriers/" + id + "/classification";
  }
}
