package se.tillit.asset.register;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.tillit.identity.Requires;
import se.tillit.identity.Viewer;
import se.tillit.web.Flash;
import se.tillit.web.Page;

/// An asset's turns: taken off and back, locked and unlocked, put on a carrier and off it.
@Controller
class AssetStateController {

  private final AssetRegister register;
  private final AssetCarriage carriage;

  AssetStateController(AssetRegister register, AssetCarriage carriage) {
    this.register = register;
    this.carriage = carriage;
  }

  @Requires("asset.write")
  @PostMapping("/{tenant}/assets/{id}/retirement")
  String retire(
      Viewer viewer,
      @ModelAttribute("page") Page page,
      @PathVariable UUID id,
      RedirectAttributes redirect) {
    register.retire(viewer, id);
    String undo = home(viewer, id) + "/restoration";
    redirect.addFlashAttribute("flash", Flash.undoable(page.t("asset.retired"), undo));
    return "redirect:" + AssetPages.base(viewer) + "/assets";
  }

  @Requires("asset.write")
  @PostMapping("/{tenant}/assets/{id}/restoration")
  String restore(
      Viewer viewer,
      @ModelAttribute("page") Page page,
      @PathVariable UUID id,
      RedirectAttributes redirect) {
    register.restore(viewer, id);
    return done(viewer, page, id, "asset.restored", redirect);
  }

  @Requires("asset.read")
  @PostMapping("/{tenant}/assets/{id}/security-suspicion")
  String suspect(
      Viewer viewer,
      @ModelAttribute("page") Page page,
      @PathVariable UUID id,
      RedirectAttributes redirect) {
    register.suspect(viewer, id);
    redirect.addFlashAttribute("flash", Flash.warning(page.t("asset.locked")));
    return "redirect:" + AssetPages.base(viewer) + "/assets";
  }

  @Requires("asset.security-protection")
  @PostMapping("/{tenant}/assets/{id}/security-suspicion/end")
  String unlock(
      Viewer viewer,
      @ModelAttribute("page") Page page,
      @PathVariable UUID id,
      RedirectAttributes redirect) {
    register.unlock(viewer, id);
    return done(viewer, page, id, "asset.unlocked", redirect);
  }

  @Requires("asset.write")
  @PostMapping("/{tenant}/assets/{id}/carriers")
  String putOn(
      Viewer viewer,
      @ModelAttribute("page") Page page,
      @PathVariable UUID id,
      @RequestParam UUID carrier,
      RedirectAttributes redirect) {
    carriage.change(viewer, id, carriers -> plus(carriers, carrier));
    return done(viewer, page, id, "asset.carriers.changed", redirect);
  }

  @Requires("asset.write")
  @PostMapping("/{tenant}/assets/{id}/carriers/{carrier}/removal")
  String takeOff(
      Viewer viewer,
      @ModelAttribute("page") Page page,
      @PathVariable UUID id,
      @PathVariable UUID carrier,
      RedirectAttributes redirect) {
    carriage.change(
        viewer, id, carriers -> carriers.stream().filter(it -> !it.equals(carrier)).toList());
    return done(viewer, page, id, "asset.carriers.changed", redirect);
  }

  private static List<UUID> plus(List<UUID> carriers, UUID carrier) {
    var more = new ArrayList<>(carriers);
    more.add(carrier);
    return more;
  }

  private static String done(
      Viewer viewer, Page page, UUID id, String key, RedirectAttributes redirect) {
    redirect.addFlashAttribute("flash", Flash.done(page.t(key)));
    return "redirect:" + home(viewer, id);
  }

  private static String home(Viewer viewer, UUID id) {
    return AssetPages.base(viewer) + "/assets/" + id;
  }
}
