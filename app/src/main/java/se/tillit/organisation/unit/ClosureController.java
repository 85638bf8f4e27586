package se.tillit.organisation.unit;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.tillit.identity.Requires;
import se.tillit.identity.Viewer;
import se.tillit.kernel.Refused;
import se.tillit.kernel.Sweden;
import se.tillit.web.Flash;
import se.tillit.web.Page;

/// The end of a unit.
@Controller
class ClosureController {

  private final UnitRegister register;
  private final Clock clock;

  ClosureController(UnitRegister register, Clock clock) {
    this.register = register;
    this.clock = clock;
  }

  @Requires("organisation.write")
  @PostMapping("/{tenant}/units/{id}/closure")
  String create(
      Viewer viewer,
      @PathVariable UUID id,
      @RequestParam int version,
      @ModelAttribute("page") Page page,
      RedirectAttributes redirect) {
    LocalDate today = Sweden.today(clock);
    String unit = "redirect:/" + viewer.seat().tenantKey() + "/units/" + id;
    try {
      register.close(viewer, id, version, today);
      redirect.addFlashAttribute("flash", Flash.done(page.t("organisation.unit.closed", today)));
    } catch (Refused refused) {
      String said = page.t(refused.messageKey(), refused.arguments());
      redirect.addFlashAttribute("flash", Flash.warning(said));
    }
    return unit;
  }
}
