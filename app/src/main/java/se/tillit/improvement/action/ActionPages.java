package se.tillit.improvement.action;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import se.tillit.identity.Viewer;
import se.tillit.improvement.NewAction;
import se.tillit.improvement.evidence.EvidenceFiles;
import se.tillit.improvement.habit.HabitRegister;
import se.tillit.kernel.Sweden;
import se.tillit.web.Due;
import se.tillit.web.Page;
import se.tillit.web.Problems;

/// Puts an action's page together.
@Component
class ActionPages {

  private final ActionRegister register;
  private final Dependencies dependencies;
  private final HabitRegister habits;
  private final EvidenceFiles files;
  private final Clock clock;

  ActionPages(
      ActionRegister register,
      Dependencies dependencies,
      HabitRegister habits,
      EvidenceFiles files,
      Clock clock) {
    this.files = files;
    this.register = register;
    this.dependencies = dependencies;
    this.habits = habits;
    this.clock = clock;
  }

  ModelAndView show(Viewer viewer, Page page, UUID id, HttpStatus status) {
    String base = "/" + viewer.seat().tenantKey();
    Action action = register.find(viewer, id);
    var shown = new ShownAction(page.words(), action, register.log(viewer, id), base);
    LocalDate today = Sweden.today(clock);
    var source = new NewAction.Source("action", id, shown.title(), "/actions/" + id);
    return new ModelAndView("improvement/show", status)
        .addObject("page", page.titled(shown.title()).under(ActionController.crumb(viewer, page)))
        .addObject("action", shown)
        .addObject("due", Due.of(shown.due(), today))
        .addObject("waits", shown.waits(dependencies.openBlockersOf(id)))
        .addObject("blockers", dependencies.blockersOf(viewer, id))
        .addObject("waiting", dependencies.waitingFor(viewer, id))
        .addObject("changes", shown.dueChanges(register.dueChanges(viewer, id)))
        .addObject("recheck", today.plusDays(habits.current().recheckDays()).toString())
        .addObject("findingHref", base + "/findings/new?" + source.query())
        .addObject("files", files.of(id))
        .addObject("mostBytes", (long) ActionEvidence.LARGEST)
        .addObject(
            "mayProve", ActionEvidence.isOpen(action) && register.mayProgress(viewer, action))
        .addObject("mayWrite", register.mayWrite(viewer, action))
        .addObject("mayProgress", register.mayProgress(viewer, action))
        .addObject("problems", Problems.NONE);
  }
}
