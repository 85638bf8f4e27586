package se.tillit.incident.exercise;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.tillit.identity.Requires;
import se.tillit.identity.Viewer;
import se.tillit.incident.IncidentPermissions;
import se.tillit.kernel.Refused;
import se.tillit.web.Flash;
import se.tillit.web.Page;

/// What is done with an exercise from its page: it is moved along, injects are released, people
/// join, observations are noted.
@Controller
class ExerciseMoveController {

  private final ExerciseReading reading;
  private final ExerciseRegister register;
  private final Injects injects;
  private final Participants participants;
  private final Observations observations;
  private final ExerciseController pages;

  ExerciseMoveController(
      ExerciseReading reading,
      ExerciseRegister register,
      Injects injects,
      Participants participants,
      Observations observations,
      ExerciseController pages) {
    this.reading = reading;
    this.register = register;
    this.injects = injects;
    this.participants = participants;
    this.observations = observations;
    this.pages = pages;
  }

  @Requires(IncidentPermissions.EXERCISE)
  @PostMapping("/{tenant}/incidents/exercises/{id}/state")
  ModelAndView move(
      Viewer viewer,
      @ModelAttribute("page") Page page,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String state,
      @RequestParam(defaultValue = "-1") int version,
      @RequestParam(defaultValue = "") String summary,
      RedirectAttributes redirect) {
    return done(
        viewer,
        page,
        id,
        redirect,
        () -> register.move(viewer, id, version, ExerciseState.of(state), summary));
  }

  @Requires(IncidentPermissions.EXERCISE)
  @PostMapping("/{tenant}/incidents/exercises/{id}/releases")
  ModelAndView release(
      Viewer viewer,
      @ModelAttribute("page") Page page,
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable UUID inject,
      RedirectAttributes redirect) {
    return done(viewer, page, id, redirect, () -> injects.release(viewer, id, inject));
  }

  @Requires(IncidentPermissions.EXERCISE)
  @PostMapping("/{tenant}/incidents/exercises/{id}/participants")
  ModelAndView join(
      Viewer viewer,
      @ModelAttribute("page") Page page,
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable UUID person,
      RedirectAttributes redirect) {
    return done(viewer, page, id, redirect, () -> participants.join(viewer, id, person));
  }

  @Requires(IncidentPermissions.EXERCISE)
  @PostMapping("/{tenant}/incidents/exercises/{id}/participants/{person}/removal")
  ModelAndView leave(
      Viewer viewer,
      @ModelAttribute("page") Page page,
      @PathVariable UUID id,
      @PathVariable UUID person,
      RedirectAttributes redirect) {
    return done(viewer, page, id, redirect, () -> participants.leave(viewer, id, person));
  }

  @Requires(IncidentPermissions.READ)
  @PostMapping("/{tenant}/incidents/exercises/{id}/observations")
  ModelAndView observe(
      Viewer viewer,
      @ModelAttribute("page") Page page,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String text,
      @RequestParam(defaultValue = "false") boolean mend,
      RedirectAttributes redirect) {
    return done(viewer, page, id, redirect, () -> observations.observe(viewer, id, text, mend));
  }

  private ModelAndView done(
      Viewer viewer, Page page, UUID id, RedirectAttributes redirect, Runnable work) {
    try {
      work.run();
      redirect.addFlashAttribute("flash", Flash.done(page.t("incident.exercise.saved")));
      return new ModelAndView("redirect:" + ExerciseController.here(viewer) + "/" + id);
    } catch (Refused refused) {
      return pages.shown(
          viewer,
          page,
          reading.find(viewer, id),
          ExerciseController.problems(page, refused, "state"));
    }
  }
}
