package se.tillit.incident.draft;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.tillit.identity.Requires;
import se.tillit.identity.Viewer;
import se.tillit.incident.IncidentPermissions;
import se.tillit.kernel.Refused;
import se.tillit.kernel.Stale;
import se.tillit.kernel.Sweden;
import se.tillit.web.FieldProblem;
import se.tillit.web.Flash;
import se.tillit.web.Page;
import se.tillit.web.Problems;

/// New versions that supplement what was sent, and their sending.
@Controller
class SupplementController {

  private final DraftRegister register;

  SupplementController(DraftRegister register) {
    this.register = register;
  }

  @Requires(IncidentPermissions.CLOCK)
  @PostMapping("/{tenant}/drafts/{id:[0-9a-f-]{36}}/supplements")
  String supplement(
      Viewer viewer,
      @ModelAttribute("page") Page page,
      @PathVariable UUID id,
      RedirectAttributes redirect) {
    try {
      UUID made = register.supplement(viewer, id);
      redirect.addFlashAttribute("flash", Flash.done(page.t("incident.draft.supplemented")));
      return "redirect:" + DraftController.at(viewer, made);
    } catch (Refused refused) {
      redirect.addFlashAttribute(
          "flash", Flash.warning(page.t(refused.messageKey(), refused.arguments())));
      return "redirect:" + DraftController.at(viewer, id);
    }
  }

  /// How it was sent, as typed.
  record Sending(
      @Nullable String at,
      @Nullable String channel,
      @Nullable String caseNumber,
      @Nullable String sender,
      @Nullable Integer version) {

    DraftRegister.Sending understood() {
      return new DraftRegister.Sending(
          moment(),
          DraftController.plain(channel),
          DraftController.plain(caseNumber),
          DraftController.plain(sender));
    }

    /// As it goes back into its form.
    Map<String, String> typed() {
      return Map.of(
          "at", DraftController.plain(at),
          "channel", DraftController.plain(channel),
          "caseNumber", DraftController.plain(caseNumber),
          "sender", DraftController.plain(sender));
    }

    private @Nullable Instant moment() {
      try {
        return LocalDateTime.parse(DraftController.plain(at)).atZone(Sweden.ZONE).toInstant();
      } catch (DateTimeException unreadable) {
        return null;
      }
    }
  }

  @Requires(IncidentPermissions.CLOCK)
  @PostMapping("/{tenant}/drafts/{id:[0-9a-f-]{36}}/sending")
  ModelAndView send(
      Viewer viewer,
      @ModelAttribute("page") Page page,
      @PathVariable UUID id,
      Sending form,
      RedirectAttributes redirect) {
    Integer version = form.version();
    try {
      register.send(viewer, id, version == null ? -1 : version, form.understood());
    } catch (Refused refused) {
      return again(viewer, page, id, form, DraftController.problem(page, refused, "at"));
    } catch (Stale stale) {
      var why = new FieldProblem("at", page.t("incident.draft.stale"));
      ModelAndView view = again(viewer, page, id, form, new Problems(List.of(why)));
      view.setStatus(HttpStatus.CONFLICT);
      return view;
    }
    redirect.addFlashAttribute("flash", Flash.done(page.t("incident.draft.sent-noted")));
    return new ModelAndView("redirect:" + DraftController.at(viewer, id));
  }

  private ModelAndView again(Viewer viewer, Page page, UUID id, Sending form, Problems problems) {
    Draft draft = register.read(viewer, id, "page");
    return DraftController.shown(viewer, page, draft, DraftController.Unkept.NOTHING, problems)
        .addObject("sending", form.typed());
  }
}
