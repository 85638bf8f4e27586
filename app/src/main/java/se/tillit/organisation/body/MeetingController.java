package se.tillit.organisation.body;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.tillit.identity.Requires;
import se.tillit.identity.Viewer;
import se.tillit.kernel.Refused;
import se.tillit.kernel.Unknown;
import se.tillit.web.Flash;
import se.tillit.web.Page;

/// When a body meets.
@Controller
class MeetingController {

  private static final int PAPERS_DAYS = 14;

  private final BodyPages pages;
  private final BodyRegister register;

  MeetingController(BodyPages pages, BodyRegister register) {
    this.pages = pages;
    this.register = register;
  }

  @Requires("organisation.meetings")
  @PostMapping("/{tenant}/bodies/{id}/meetings")
  String create(
      Viewer viewer,
      @PathVariable UUID id,
      @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate day,
      @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate papers,
      @ModelAttribute("page") Page page,
      RedirectAttributes redirect) {
    BodyFacts body = body(id);
    try {
      if (day == null) {
        throw new Refused("exchange.table.cell.not-a-day").at("day");
      }
      register.planMeeting(
          id, body.name(), day, papers == null ? day.minusDays(PAPERS_DAYS) : papers);
      redirect.addFlashAttribute("flash", Flash.done(page.t("organisation.meeting.planned", day)));
    } catch (Refused refused) {
      String said = page.t(refused.messageKey(), refused.arguments());
      redirect.addFlashAttribute("flash", Flash.warning(said));
    }
    return "redirect:/" + viewer.seat().tenantKey() + "/bodies/" + id;
  }

  @Requires("organisation.meetings")
  @PostMapping("/{tenant}/bodies/{id}/meetings/{meeting}/cancellation")
  String delete(Viewer viewer, @PathVariable UUID id, @PathVariable UUID meeting) {
    register.cancelMeeting(id, meeting, body(id).name());
    return "redirect:/" + viewer.seat().tenantKey() + "/bodies/" + id;
  }

  private BodyFacts body(UUID id) {
    return pages.body(id).orElseThrow(() -> new Unknown("body", id));
  }
}
