package se.tillit.incident.exercise;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
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
import se.tillit.kernel.Stale;
import se.tillit.web.Crumb;
import se.tillit.web.Cursor;
import se.tillit.web.FieldProblem;
import se.tillit.web.Flash;
import se.tillit.web.Option;
import se.tillit.web.Page;
import se.tillit.web.Pager;
import se.tillit.web.Problems;
import se.tillit.web.Words;

/// Exercises: the list, the form that plans one or changes the plan, and its page.
@Controller
class ExerciseController {

  private static final int ROWS = 20;

  private final ExerciseRegister register;
  private final ExerciseReading reading;
  private final ExerciseChoices choices;
  private final Evaluation evaluation;
  private final Clock clock;

  ExerciseController(
      ExerciseRegister register,
      ExerciseReading reading,
      ExerciseChoices choices,
      Evaluation evaluation,
      Clock clock) {
    this.register = register;
    this.reading = reading;
    this.choices = choices;
    this.evaluation = evaluation;
    this.clock = clock;
  }

  @Requires(IncidentPermissions.READ)
  @GetMapping("/{tenant}/incidents/exercises")
  String list(
      Viewer viewer,
      Model model,
      @ModelAttribute("page") Page page,
      @RequestParam @Nullable String after) {
    Cursor from = after == null ? null : Cursor.parse(after);
    List<ExerciseLine> found = reading.page(viewer, from, ROWS + 1);
    List<ExerciseLine> lines = found.stream().limit(ROWS).toList();
    String start = here(viewer);
    String next =
        found.size() <= ROWS ? null : start + "?after=" + ExerciseReading.cursorOf(lines.getLast());
    model.addAttribute(
        "page", page.titled(page.t("incident.exercises.title")).under(cases(viewer, page)));
    model.addAttribute("here", here(viewer));
    model.addAttribute("lines", lines);
    model.addAttribute(
        "pager", new Pager(from == null ? null : start, null, next, lines.size(), -1));
    model.addAttribute("mayPlan", viewer.may(IncidentPermissions.EXERCISE));
    return "incident/exercises";
  }

  @Requires(IncidentPermissions.EXERCISE)
  @GetMapping("/{tenant}/incidents/exercises/new")
  ModelAndView form(
      Viewer viewer, @ModelAttribute("page") Page page, @ModelAttribute ExerciseForm form) {
    return form(viewer, page, null, form.filled(page.words()), Problems.NONE);
  }

  @Requires(IncidentPermissions.EXERCISE)
  @PostMapping("/{tenant}/incidents/exercises")
  ModelAndView create(
      Viewer viewer,
      @ModelAttribute("page") Page page,
      @ModelAttribute ExerciseForm form,
      RedirectAttributes redirect) {
    try {
      UUID id = register.plan(viewer, form.plan());
      redirect.addFlashAttribute("flash", Flash.done(page.t("incident.exercise.planned")));
      return new ModelAndView("redirect:" + here(viewer) + "/" + id);
    } catch (Refused refused) {
      return form(viewer, page, null, form, problems(page, refused, "title"));
    }
  }

  @Requires(IncidentPermissions.EXERCISE)
  @GetMapping("/{tenant}/incidents/exercises/{id}/edit")
  ModelAndView edit(
      Viewer viewer,
      @ModelAttribute("page") Page page,
      @PathVariable UUID id,
      @ModelAttribute ExerciseForm form) {
    Exercise exercise = reading.led(viewer, id);
    boolean other = form.scenario() != null;
    ExerciseForm shown =
        other ? form.filled(page.words()).at(exercise.version()) : ExerciseForm.of(exercise);
    return form(viewer, page, id, shown, Problems.NONE);
  }

  @Requires(IncidentPermissions.EXERCISE)
  @PostMapping("/{tenant}/incidents/exercises/{id}")
  ModelAndView update(
      Viewer viewer,
      @ModelAttribute("page") Page page,
      @PathVariable UUID id,
      @ModelAttribute ExerciseForm form,
      RedirectAttributes redirect) {
    try {
      register.amend(viewer, id, form.readVersion(), form.plan());
      redirect.addFlashAttribute("flash", Flash.done(page.t("incident.exercise.amended")));
      return new ModelAndView("redirect:" + here(viewer) + "/" + id);
    } catch (Refused refused) {
      return form(viewer, page, id, form, problems(page, refused, "title"));
    } catch (Stale stale) {
      // What stands now is one save away, and nothing typed is lost.
      ExerciseForm again = form.at(reading.led(viewer, id).version());
      String told = page.t("incident.exercise.stale");
      ModelAndView view =
          form(viewer, page, id, again, new Problems(List.of(new FieldProblem("title", told))));
      view.setStatus(HttpStatus.CONFLICT);
      return view;
    }
  }

  @Requires(IncidentPermissions.READ)
  @GetMapping("/{tenant}/incidents/exercises/{id}")
  ModelAndView show(Viewer viewer, @ModelAttribute("page") Page page, @PathVariable UUID id) {
    return shown(viewer, page, reading.find(viewer, id), Problems.NONE);
  }

  ModelAndView shown(Viewer viewer, Page page, Exercise exercise, Problems problems) {
    boolean leads = reading.mayLead(viewer, exercise);
    var view =
        new ModelAndView(
            "incident/exercise",
            problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    view.addObject(
        "page",
        page.titled(page.t("incident.exercise.mark") + ": " + exercise.title())
            .under(
                cases(viewer, page), new Crumb(page.t("incident.exercises.title"), here(viewer))));
    view.addObject(
        "shown",
        new ShownExercise(
            exercise,
            here(viewer),
            leads,
            evaluation.of(exercise),
            evaluation.deadlines(exercise),
            clock.instant(),
            page.words()));
    view.addObject("people", leads ? choices.people() : List.of());
    view.addObject("problems", problems);
    return view;
  }

  private ModelAndView form(
      Viewer viewer, Page page, @Nullable UUID id, ExerciseForm form, Problems problems) {
    var view =
        new ModelAndView(
            "incident/exerciseform",
            problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    view.addObject(
        "page",
        page.titled(page.t(id == null ? "incident.exercise.new" : "incident.exercise.edit"))
            .under(
                cases(viewer, page), new Crumb(page.t("incident.exercises.title"), here(viewer))));
    view.addObject("here", here(viewer));
    view.addObject("action", id == null ? here(viewer) : here(viewer) + "/" + id);
    view.addObject("form", form);
    view.addObject("problems", problems);
    view.addObject("scenarios", scenarios(form, page.words()));
    view.addObject("bodies", choices.bodies(ExerciseForm.plain(form.body())));
    return view;
  }

  private static List<Option> scenarios(ExerciseForm form, Words words) {
    var options = new ArrayList<Option>();
    for (Scenario scenario : Scenario.all()) {
      options.add(
          Option.of(scenario.key(), scenario.title(words), scenario.key().equals(form.scenario())));
    }
    return options;
  }

  static Problems problems(Page page, Refused refused, String otherwise) {
    String field = Objects.requireNonNullElse(refused.field(), otherwise);
    return new Problems(
        List.of(new FieldProblem(field, page.t(refused.messageKey(), refused.arguments()))));
  }

  private static Crumb cases(Viewer viewer, Page page) {
    return new Crumb(page.t("incident.nav.cases"), "/" + viewer.seat().tenantKey() + "/incidents");
  }

  static String here(Viewer viewer) {
    return "/" + viewer.seat().tenantKey() + "/incidents/exercises";
  }
}
