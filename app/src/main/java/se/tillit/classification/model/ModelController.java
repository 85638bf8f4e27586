package se.tillit.classification.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.tillit.classification.Model;
import se.tillit.identity.Requires;
import se.tillit.identity.Viewer;
import se.tillit.kernel.Refused;
import se.tillit.kernel.Unknown;
import se.tillit.web.Crumb;
import se.tillit.web.Flash;
import se.tillit.web.Page;

/// The model's pages: as it stands, and as a new version is written and adopted.
@Controller
class ModelController {

  private final ModelRegister register;

  ModelController(ModelRegister register) {
    this.register = register;
  }

  @Requires("classification.read")
  @GetMapping("/{tenant}/classifications/model")
  String show(Viewer viewer, @ModelAttribute("page") Page page, org.springframework.ui.Model view) {
    Model current = register.current();
    String base = base(viewer);
    view.addAttribute(
        "page", page.titled(page.t("classification.model.title")).under(up(page, base)));
    view.addAttribute("base", base);
    view.addAttribute("scale", current);
    view.addAttribute("history", register.history());
    view.addAttribute("hasDraft", register.draft().isPresent());
    view.addAttribute("writable", viewer.mayEverywhere("classification.model"));
    return "classification/model";
  }

  @Requires(value = "classification.model", everywhere = true)
  @PostMapping("/{tenant}/classifications/model/draft")
  String begin(Viewer viewer) {
    register.current();
    register.begin();
    return "redirect:" + base(viewer) + "/classifications/model/draft";
  }

  @Requires(value = "classification.model", everywhere = true)
  @GetMapping("/{tenant}/classifications/model/draft")
  String edit(Viewer viewer, @ModelAttribute("page") Page page, org.springframework.ui.Model view) {
    Model draft = register.draft().orElseThrow(() -> new Unknown("model", "draft"));
    String base = base(viewer);
    view.addAttribute(
        "page",
        page.titled(page.t("classification.model.draft.title", draft.number()))
            .under(
                up(page, base),
                new Crumb(page.t("classification.model.title"), base + "/classifications/model")));
    view.addAttribute("base", base);
    view.addAttribute("draft", draft);
    view.addAttribute("version", register.versionOf(draft));
    view.addAttribute("traced", draft.aspect("traceability").isPresent());
    return "classification/modeldraft";
  }

  @Requires(value = "classification.model", everywhere = true)
  @PostMapping("/{tenant}/classifications/model/draft/text")
  String rewrite(
      Viewer viewer,
      @ModelAttribute("page") Page page,
      @RequestParam int version,
      @RequestParam Map<String, String> said,
      RedirectAttributes redirect) {
    Model draft = register.draft().orElseThrow(() -> new Unknown("model", "draft"));
    try {
      register.rewrite(rewritten(draft, said), version);
      redirect.addFlashAttribute("flash", Flash.done(page.t("classification.model.saved")));
    } catch (Refused refused) {
      String why = page.t(refused.messageKey(), refused.arguments());
      redirect.addFlashAttribute("flash", Flash.warning(why));
    }
    return "redirect:" + base(viewer) + "/classifications/model/draft";
  }

  @Requires(value = "classification.model", everywhere = true)
  @PostMapping("/{tenant}/classifications/model/{id}/adoption")
  String adopt(
      Viewer viewer,
      @ModelAttribute("page") Page page,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String reference,
      @RequestParam(defaultValue = "false") boolean sameScale,
      RedirectAttributes redirect) {
    try {
      register.adopt(id, reference, sameScale);
      redirect.addFlashAttribute("flash", Flash.done(page.t("classification.model.adopted")));
      return "redirect:" + base(viewer) + "/classifications/model";
    } catch (Refused refused) {
      String why = page.t(refused.messageKey(), refused.arguments());
      redirect.addFlashAttribute("flash", Flash.warning(why));
      return "redirect:" + base(viewer) + "/classifications/model/draft";
    }
  }

  @Requires(value = "classification.model", everywhere = true)
  @PostMapping("/{tenant}/classifications/model/{id}/discarding")
  String discard(Viewer viewer, @PathVariable UUID id) {
    register.discard(id);
    return "redirect:" + base(viewer) + "/classifications/model";
  }

  private static Model rewritten(Model draft, Map<String, String> said) {
    List<Model.Aspect> aspects = aspects(draft, said);
    List<Model.Level> levels =
        draft.levels().stream()
            .map(it ->
                new Model.Level(
                    it.number(),
                    text(said, "level." + it.number() + ".label", it.label()),
                    text(said, "level." + it.number() + ".description", it.description()),
                    it.colour()))
            .toList();
    List<Model.Category> categories =
        draft.categories().stream()
            .map(it ->
                new Model.Category(
                    it.key(), text(said, "category." + it.key() + ".name", it.name())))
            .toList();
    return new Model(
        draft.id(),
        draft.number(),
        text(said, "name", draft.name()),
        draft.state(),
        months(said.get("validMonths"), draft.validMonths()),
        null,
        "",
        aspects,
        levels,
        categories,
        criteria(draft, said));
  }

  private static List<Model.Aspect> aspects(Model draft, Map<String, String> said) {
    var aspects = new ArrayList<Model.Aspect>();
    for (Model.Aspect it : draft.aspects()) {
      String at = "aspect." + it.key();
      aspects.add(
          new Model.Aspect(
              it.key(),
              it.letter(),
              text(said, at + ".name", it.name()),
              text(said, at + ".definition", it.definition()),
              text(said, at + ".question", it.question())));
    }
    boolean traced = "true".equals(said.get("traceability"));
    aspects.removeIf(it -> it.key().equals("traceability") && !traced);
    if (traced && aspects.stream().noneMatch(it -> it.key().equals("traceability"))) {
      aspects.add(ShippedModel.traceability());
    }
    return aspects;
  }

  private static Map<String, Map<Integer, String>> criteria(Model draft, Map<String, String> said) {
    var all = new HashMap<String, Map<Integer, String>>();
    for (Model.Category category : draft.categories()) {
      var levels = new HashMap<Integer, String>();
      for (Model.Level level : draft.levels()) {
        String name = "criterion." + category.key() + "." + level.number();
        String words = text(said, name, draft.criterion(category.key(), level.number()));
        if (!words.isEmpty()) {
          levels.put(level.number(), words);
        }
      }
      all.put(category.key(), levels);
    }
    return all;
  }

  private static int months(@Nullable String typed, int otherwise) {
    if (typed == null || !typed.matches("\\d{1,2}")) {
      return otherwise;
    }
    int months = Integer.parseInt(typed);
    if (months < 1 || months > 60) {
      throw new Refused("classification.model.months-out-of-range");
    }
    return months;
  }

  private static String text(Map<String, String> said, String name, String otherwise) {
    String typed = said.get(name);
    return typed == null || typed.isBlank() ? otherwise : typed.strip();
  }

  private static Crumb up(Page page, String base) {
    return new Crumb(page.t("classification.list.title"), base + "/classifications");
  }

  private static String base(Viewer viewer) {
    return "/" + viewer.seat().tenantKey();
  }
}
