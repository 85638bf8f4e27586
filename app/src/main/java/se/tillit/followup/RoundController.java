package se.tillit.followup;

import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.tillit.identity.Requires;
import se.tillit.identity.Viewer;
import se.tillit.kernel.Refused;
import se.tillit.web.Flash;
import se.tillit.web.Page;

/// Freezes a round of reports with one press.
@Controller
class RoundController {

  private final RoundDesk desk;

  RoundController(RoundDesk desk) {
    this.desk = desk;
  }

  @Requires(FollowupPermissions.WRITE_REPORTS)
  @PostMapping("/{tenant}/reports/freezing")
  String create(
      Viewer viewer,
      @ModelAttribute RoundForm form,
      @ModelAttribute("page") Page page,
      RedirectAttributes redirect) {
    String reports = "redirect:/" + viewer.seat().tenantKey() + "/reports";
    try {
      UUID job = desk.freeze(viewer, form.about());
      return reports + "?work=" + job;
    } catch (Refused refused) {
      redirect.addFlashAttribute(
          "flash", Flash.warning(page.t(refused.messageKey(), refused.arguments())));
      return reports;
    }
  }
}
