package se.tillit.improvement.action;

import java.util.List;
import java.util.function.IntSupplier;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.tillit.deadline.ReturnTo;
import se.tillit.identity.Requires;
import se.tillit.identity.Viewer;
import se.tillit.improvement.ImprovementPermissions;
import se.tillit.kernel.Refused;
import se.tillit.organisation.NamedPeople;
import se.tillit.web.Flash;
import se.tillit.web.Option;
import se.tillit.web.Page;
import se.tillit.web.Problems;

/// The page that changes the actions marked in the list.
@Controller
class ActionBatchController {

  private final ActionBatch batch;
  private final ActionRegister register;
  private final NamedPeople people;

  ActionBatchController(ActionBatch batch, ActionRegister register, NamedPeople people) {
    this.batch = batch;
    this.register = register;
    this.people = people;
  }

  /// Asks what shall change.
  @Requires(ImprovementPermissions.PROGRESS)
  @PostMapping("/{tenant}/actions/selection")
  ModelAndView ask(
      Viewer viewer,
      @ModelAttribute("page") Page page,
      BatchForm form,
      RedirectAttributes redirect) {
    if (form.ids().isEmpty() || form.ids().size() > ActionBatch.MOST) {
      String key = form.ids().isEmpty() ? "improvement.batch.none" : "improvement.batch.too-many";
      redirect.addFlashAttribute("flash", Flash.warning(page.t(key, ActionBatch.MOST)));
      return back(viewer, form);
    }
    return page(viewer, page, form, Problems.NONE);
  }

  @Requires(ImprovementPermissions.WRITE)
  @PostMapping("/{tenant}/actions/owners")
  ModelAndView assign(
      Viewer viewer,
      @ModelAttribute("page") Page page,
      BatchForm form,
      RedirectAttributes redirect) {
    return attempt(
        viewer,
        page,
        form,
        redirect,
        () -> batch.assign(viewer, form.ids(), people.meant(viewer, form.owner(), "owner")));
  }

  @Requires(ImprovementPermissions.PROGRESS)
  @PostMapping("/{tenant}/actions/due-days")
  ModelAndView postpone(
      Viewer viewer,
      @ModelAttribute("page") Page page,
      BatchForm form,
      RedirectAttributes redirect) {
    return attempt(
        viewer,
        page,
        form,
        redirect,
        () -> batch.postpone(viewer, form.ids(), form.day(), ActionForm.plain(form.reason())));
  }

  @Requires(ImprovementPermissions.PROGRESS)
  @PostMapping("/{tenant}/actions/states")
  ModelAndView move(
      Viewer viewer,
      @ModelAttribute("page") Page page,
      BatchForm form,
      RedirectAttributes redirect) {
    return attempt(
        viewer,
        page,
        form,
        redirect,
        () ->
            batch.move(
                viewer,
                form.ids(),
                ActionState.of(ActionForm.plain(form.state())),
                ActionForm.plain(form.text())));
  }

  private ModelAndView attempt(
      Viewer viewer, Page page, BatchForm form, RedirectAttributes redirect, IntSupplier change) {
    try {
      int changed = change.getAsInt();
      redirect.addFlashAttribute("flash", Flash.done(page.t("improvement.batch.changed", changed)));
      return back(viewer, form);
    } catch (Refused refused) {
      return page(viewer, page, form, ActionController.problem(page, refused));
    }
  }

  private ModelAndView page(Viewer viewer, Page page, BatchForm form, Problems problems) {
    List<Action> actions = batch.chosen(viewer, form.ids());
    String base = "/" + viewer.seat().tenantKey();
    String chosen = ActionForm.plain(form.state());
    return new ModelAndView(
            "improvement/selection",
            problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
        .addObject(
            "page",
            page.titled(page.t("improvement.batch.title"))
                .under(ActionController.crumb(viewer, page)))
        .addObject("base", base)
        .addObject("actions", actions)
        .addObject("form", form)
        .addObject("mayAssign", actions.stream().allMatch(it -> register.mayWrite(viewer, it)))
        .addObject("moves", moves(page, chosen))
        .addObject("problems", problems);
  }

  private static List<Option> moves(Page page, String chosen) {
    String first = ActionBatch.MOVES.getFirst().key();
    return ActionBatch.MOVES.stream()
        .map(it ->
            Option.of(
                    it.key(),
                    page.t("improvement.move." + it.key()),
                    it.key().equals(chosen.isEmpty() ? first : chosen))
                .with(page.t("improvement.move." + it.key() + ".hint")))
        .toList();
  }

  private static ModelAndView back(Viewer viewer, BatchForm form) {
    return new ModelAndView(
        ReturnTo.redirect(form.returnTo(), "/" + viewer.seat().tenantKey() + "/actions"));
  }
}
