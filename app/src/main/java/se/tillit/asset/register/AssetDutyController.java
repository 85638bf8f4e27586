package se.tillit.asset.register;

import java.util.List;
import java.util.UUID;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.tillit.deadline.ReturnTo;
import se.tillit.identity.Requires;
import se.tillit.identity.Viewer;
import se.tillit.kernel.Refused;
import se.tillit.web.Crumb;
import se.tillit.web.Flash;
import se.tillit.web.Page;

/// What is asked of those who answer for assets: their yearly word, and who the owner is.
@Controller
class AssetDutyController {

  private final AssetDuties duties;
  private final AssetReading reading;
  private final Choices choices;

  AssetDutyController(AssetDuties duties, AssetReading reading, Choices choices) {
    this.duties = duties;
    this.reading = reading;
    this.choices = choices;
  }

  @Requires("asset.read")
  @PostMapping("/{tenant}/assets/{id}/confirmation")
  String confirm(
      Viewer viewer,
      @ModelAttribute("page") Page page,
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable String returnTo,
      RedirectAttributes redirect) {
    duties.confirm(viewer, List.of(id));
    var until = reading.seen(viewer, AssetReading.READ, id).confirmation().until();
    String day = until == null ? "" : page.words().date(until);
    redirect.addFlashAttribute("flash", Flash.done(page.t("asset.confirmed", day)));
    return ReturnTo.redirect(returnTo, AssetPages.base(viewer) + "/assets/" + id);
  }

  @Requires("asset.write")
  @PostMapping("/{tenant}/assets/confirmations")
  String confirmMany(
      Viewer viewer,
      @ModelAttribute("page") Page page,
      @RequestParam(name = "id", required = false) @Nullable List<UUID> ids,
      @RequestParam(required = false) @Nullable String returnTo,
      RedirectAttributes redirect) {
    List<UUID> chosen = ids == null ? List.of() : ids;
    say(redirect, page, "asset.bulk.confirmed", () -> duties.confirm(viewer, chosen));
    return "redirect:" + back(viewer, returnTo);
  }

  /// Asks whom and whereto, for the assets selected in the list.
  @Requires("asset.write")
  @PostMapping("/{tenant}/assets/duties")
  String ask(
      Viewer viewer,
      @ModelAttribute("page") Page page,
      @RequestParam(name = "id", required = false) @Nullable List<UUID> ids,
      Model model) {
    if (ids == null || ids.isEmpty()) {
      throw new Refused("asset.bulk.none");
    }
    Asset first = reading.seen(viewer, AssetReading.READ, ids.getFirst());
    var crumb = new Crumb(page.t("asset.list.title"), AssetPages.base(viewer) + "/assets");
    model.addAttribute("page", page.titled(page.t("asset.duties.title")).under(crumb));
    model.addAttribute("base", AssetPages.base(viewer));
    model.addAttribute("ids", ids);
    model.addAttribute("people", choices.people(first.facts().unit(), null));
    model.addAttribute("units", choices.writableUnits(viewer, null));
    return "asset/duties";
  }

  @Requires("asset.write")
  @PostMapping("/{tenant}/assets/{id}/owner")
  String delegate(
      Viewer viewer,
      @ModelAttribute("page") Page page,
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable UUID person,
      RedirectAttributes redirect) {
    duties.delegate(viewer, List.of(id), person);
    redirect.addFlashAttribute("flash", Flash.done(page.t("asset.delegated")));
    return "redirect:" + AssetPages.base(viewer) + "/assets/" + id;
  }

  @Requires("asset.write")
  @PostMapping("/{tenant}/assets/owners")
  String delegateMany(
      Viewer viewer,
      @ModelAttribute("page") Page page,
      @RequestParam(name = "id") List<UUID> ids,
      @RequestParam(required = false) @Nullable UUID person,
      RedirectAttributes redirect) {
    say(redirect, page, "asset.bulk.delegated", () -> duties.delegate(viewer, ids, person));
    return "redirect:" + back(viewer, null);
  }

  @Requires("asset.write")
  @PostMapping("/{tenant}/assets/moves")
  String moveMany(
      Viewer viewer,
      @ModelAttribute("page") Page page,
      @RequestParam(name = "id") List<UUID> ids,
      @RequestParam UUID unit,
      RedirectAttributes redirect) {
    say(redirect, page, "asset.bulk.moved", () -> duties.move(viewer, ids, unit));
    return "redirect:" + back(viewer, null);
  }

  private static void say(RedirectAttributes redirect, Page page, String key, IntSupplier change) {
    try {
      int changed = change.getAsInt();
      redirect.addFlashAttribute("flash", Flash.done(page.t(key, changed)));
    } catch (Refused refused) {
      String why = page.t(refused.messageKey(), refused.arguments());
      redirect.addFlashAttribute("flash", Flash.warning(why));
    }
  }

  /// Back to the list as it was, never to another site.
  private static String back(Viewer viewer, @Nullable String returnTo) {
    String list = AssetPages.base(viewer) + "/assets";
    return returnTo != null && returnTo.startsWith(list) ? returnTo : list;
  }
}
