package se.tillit.organisation.body;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
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
import se.tillit.kernel.Refused;
import se.tillit.kernel.Unknown;
import se.tillit.web.Flash;
import se.tillit.web.Page;

/// When a body meets.
@Controller
class MeetingController {

  static final String MEETINGS = "organisation.meetings";

  private final BodyPages pages;
  private final BodyRegister register;

  MeetingController(BodyPages pages, BodyRegister register) {
    this.pages = pages;
    this.register = register;
  }

  /// A whole year's days in one press, as the body's plan lists them.
  @Requires(MEETINGS)
  @PostMapping("/{tenant}/bodies/{id}/meetings")
  String create(
      Viewer viewer,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String day,
      @RequestParam(defaultValue = "14") int papers,
      @ModelAttribute("page") Page page,
      RedirectAttributes redirect) {
    BodyFacts body = planned(viewer, id);
    try {
      List<LocalDate> days = days(day);
      register.planMeetings(id, body.name(), days, papers);
      redirect.addFlashAttribute(
          "flash", Flash.done(page.t("organisation.meeting.planned", days.size())));
    } catch (Refused refused) {
      String said = page.t(refused.messageKey(), refused.arguments());
      redirect.addFlashAttribute("flash", Flash.warning(said));
    }
    return "redirect:/" + viewer.seat().tenantKey() + "/bodies/" + id;
  }

  private static List<LocalDate> days(String typed) {
    List<LocalDate> days =
        Arrays.stream(typed.split("[\\s,;]+"))
            .filter(word -> !word.isBlank())
            .map(MeetingController::day)
            .toList();
    if (days.isEmpty()) {
      throw new Refused("exchange.table.cell.not-a-day").at("day");
    }
    return days;
  }

  private static LocalDate day(String word) {
    try {
      return LocalDate.parse(word);
    } catch (DateTimeParseException notADay) {
      throw (Refused)
          new Refused("organisation.meeting.not-a-day", word).at("day").initCause(notADay);
    }
  }

  @Requires(MEETINGS)
  @PostMapping("/{tenant}/bodies/{id}/meetings/{meeting}/cancellation")
  String delete(Viewer viewer, @PathVariable UUID id, @PathVariable UUID meeting) {
    register.cancelMeeting(id, meeting, planned(viewer, id).name());
    return "redirect:/" + viewer.seat().tenantKey() + "/bodies/" + id;
  }

  private BodyFacts planned(Viewer viewer, UUID id) {
    BodyFacts body = pages.body(id).orElseThrow(() -> new Unknown("body", id));
    viewer.demandBody(MEETINGS, id);
    return body;
  }
}
