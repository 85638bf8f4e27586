package se.tillit.classification.decision;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
import se.tillit.web.Tab;

/// Lists of classifications: what is under way, what waits for approval, what expires first; an
/// asset's own history; and the classes that are common.
@Controller
class ClassificationController {

  private final DecisionReading reading;
  private final CommonClasses common;
  private final Models models;

  ClassificationController(DecisionReading reading, CommonClasses common, Models models) {
    this.reading = reading;
    this.common = common;
    this.models = models;
  }

  @Requires("classification.read")
  @GetMapping("/{tenant}/classifications")
  String list(
      Viewer viewer,
      @ModelAttribute("page") Page page,
      @RequestParam(defaultValue = "settled") String state,
      Model model) {
    Decision.State wanted = stateOf(state);
    String list = "/" + viewer.seat().tenantKey() + "/classifications";
    model.addAttribute("page", page.titled(page.t("classification.list.title")));
    model.addAttribute("base", "/" + viewer.seat().tenantKey());
    model.addAttribute("state", wanted);
    model.addAttribute("lines", reading.latest(viewer, wanted));
    model.addAttribute(
        "tabs",
        List.of(
            tab(page, list, Decision.State.SETTLED, wanted),
            tab(page, list, Decision.State.DRAFT, wanted),
            tab(page, list, Decision.State.PROPOSED, wanted)));
    return "classification/list";
  }

  private static Tab tab(Page page, String list, Decision.State state, Decision.State now) {
    String word = state.name().toLowerCase(Locale.ROOT);
    return Tab.of(page.t("classification.tab." + word), list + "?state=" + word, state == now);
  }

  private static Decision.State stateOf(String word) {
    return switch (word) {
      case "draft" -> Decision.State.DRAFT;
      case "proposed" -> Decision.State.PROPOSED;
      default -> Decision.State.SETTLED;
    };
  }

  @Requires("classification.read")
  @GetMapping("/{tenant}/assets/{asset}/classification")
  String ofAsset(
      Viewer viewer, @ModelAttribute("page") Page page, @PathVariable UUID asset, Model model) {
    var history = reading.ofAsset(viewer, asset);
    String base = "/" + viewer.seat().tenantKey();
    model.addAttribute(
        "page",
        page.titled(page.t("classification.of", history.asset().name()))
            .under(new Crumb(history.asset().name(), base + "/assets/" + asset)));
    model.addAttribute("base", base);
    model.addAttribute("history", history);
    return "classification/asset";
  }

  @Requires("classification.read")
  @GetMapping("/{tenant}/classifications/common")
  String common(Viewer viewer, @ModelAttribute("page") Page page, Model model) {
    var scale = models.current();
    String base = "/" + viewer.seat().tenantKey();
    model.addAttribute(
        "page",
        page.titled(page.t("classification.common.title"))
            .under(new Crumb(page.t("classification.list.title"), base + "/classifications")));
    model.addAttribute("base", base);
    model.addAttribute("scale", scale);
    model.addAttribute("classes", common.all());
    model.addAttribute("writable", viewer.mayEverywhere("classification.model"));
    model.addAttribute(
        "choices",
        scale.levels().stream()
            .map(it -> Option.of(Integer.toString(it.number()), it.label()))
            .toList());
    return "classification/common";
  }

  @Requires(value = "classification.model", everywhere = true)
  @PostMapping("/{tenant}/classifications/common")
  String decideCommon(
      Viewer viewer,
      @ModelAttribute("page") Page page,
      @RequestParam Map<String, String> said,
      RedirectAttributes redirect) {
    var levels = new HashMap<String, Integer>();
    for (var aspect : models.current().aspects()) {
      String level = said.get("level." + aspect.key());
      if (level != null && level.matches("\\d{1,2}")) {
        levels.put(aspect.key(), Integer.valueOf(level));
      }
    }
    try {
      common.decide(
          said.getOrDefault("informationType", ""), levels, said.getOrDefault("motivation", ""));
      redirect.addFlashAttribute("flash", Flash.done(page.t("classification.common.decided")));
    } catch (Refused refused) {
      String why = page.t(refused.messageKey(), refused.arguments());
      redirect.addFlashAttribute("flash", Flash.warning(why));
    }
    return "redirect:/" + viewer.seat().tenantKey() + "/classifications/common";
  }

  @Requires(value = "classification.model", everywhere = true)
  @PostMapping("/{tenant}/classifications/common/{id}/end")
  String endCommon(Viewer viewer, @PathVariable UUID id) {
    common.end(id);
    return "redirect:/" + viewer.seat().tenantKey() + "/classifications/common";
  }
}
