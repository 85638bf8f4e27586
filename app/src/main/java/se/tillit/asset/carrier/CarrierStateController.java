package se.tillit.asset.carrier;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
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

/// A carrier's turns: taken off and back, and how information flows from it.
@Controller
class CarrierStateController {

  private final CarrierRegister register;
  private final Flows flows;

  CarrierStateController(CarrierRegister register, Flows flows) {
    this.register = register;
    this.flows = flows;
  }

  @Requires("asset.write")
  @PostMapping("/{tenant}/carriers/{id}/retirement")
  String retire(
      Viewer viewer,
      @ModelAttribute("page") Page page,
      @PathVariable UUID id,
      RedirectAttributes redirect) {
    register.retire(viewer, id, true);
    String undo = CarrierPages.home(viewer, id) + "/restoration";
    redirect.addFlashAttribute("flash", Flash.undoable(page.t("asset.carrier.retired"), undo));
    return "redirect:" + CarrierPages.base(viewer) + "/carriers";
  }

  @Requires("asset.write")
  @PostMapping("/{tenant}/carriers/{id}/restoration")
  String restore(Viewer viewer, @PathVariable UUID id) {
    register.retire(viewer, id, false);
    return "redirect:" + CarrierPages.home(viewer, id);
  }

  @Requires("asset.write")
  @PostMapping("/{tenant}/carriers/{id}/flows")
  String flow(
      Viewer viewer,
      @ModelAttribute("page") Page page,
      @PathVariable UUID id,
      @RequestParam UUID to,
      @RequestParam(required = false) @Nullable String note,
      RedirectAttributes redirect) {
    flows.add(viewer, id, to, note == null ? "" : note.strip());
    redirect.addFlashAttribute("flash", Flash.done(page.t("asset.flow.added")));
    return "redirect:" + CarrierPages.home(viewer, id);
  }

  @Requires("asset.write")
  @PostMapping("/{tenant}/carriers/{id}/flows/{to}/removal")
  String stop(Viewer viewer, @PathVariable UUID id, @PathVariable UUID to) {
    flows.remove(viewer, id, to);
    return "redirect:" + CarrierPages.home(viewer, id);
  }
}
