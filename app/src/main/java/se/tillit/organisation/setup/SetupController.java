package se.tillit.organisation.setup;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import se.tillit.identity.Requires;
import se.tillit.identity.Viewer;
import se.tillit.web.Page;

/// The way from an empty municipality to a working one: what there is, what is lacking and where to
/// go on.
@Controller
class SetupController {

  private final SetupProgress progress;

  SetupController(SetupProgress progress) {
    this.progress = progress;
  }

  @Requires("organisation.write")
  @GetMapping("/{tenant}/setup")
  String show(Viewer viewer, Model model, @ModelAttribute("page") Page page) {
    List<TakenStep> steps = progress.of(viewer);
    model.addAttribute(
        "page", page.titled(page.t("organisation.setup.title", viewer.seat().tenantName())));
    model.addAttribute("base", "/" + viewer.seat().tenantKey());
    model.addAttribute("steps", steps);
    model.addAttribute("done", steps.stream().filter(TakenStep::isDone).count());
    model.addAttribute(
        "next", steps.stream().filter(step -> !step.isDone()).findFirst().orElse(null));
    return "organisation/setup";
  }
}
