package se.tillit.classification.decision;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.tillit.identity.Requires;
import se.tillit.identity.Viewer;
import se.tillit.kernel.Refused;
import se.tillit.web.FieldProblem;
import se.tillit.web.Flash;
import se.tillit.web.Page;
import se.tillit.web.Problems;

/// The guided decision: one aspect at a time, then the decision. It can be left and resumed at any
/// step.
@Controller
class DecisionController {

  private final DecisionRegister register;
  private final DecisionReading reading;
  private final DecisionPages pages;

  DecisionController(DecisionRegister register, DecisionReading reading, DecisionPages pages) {
    this.register = register;
    this.reading = reading;
    this.pages = pages;
  }

  @Requires("classification.decide")
  @PostMapping("/{tenant}/assets/{asset}/classifications")
  String begin(Viewer viewer, @PathVariable UUID asset) {
    return "redirect:" + home(viewer, register.begin(viewer, asset));
  }

  @Requires("classification.read")
  @GetMapping("/{tenant}/classifications/{id}")
  ModelAndView show(
      Viewer viewer,
      @ModelAttribute("page") Page page,
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable String step) {
    var found = reading.find(viewer, id);
    return found.decision().isUnderWay() && found.asset().writable()
        ? pages.guide(viewer, page, found, step)
        : pages.decided(viewer, page, found);
  }

  @Requires("classification.decide")
  @PostMapping("/{tenant}/classifications/{id}/answers/{aspect}")
  ModelAndView answer(
      Viewer viewer,
      @ModelAttribute("page") Page page,
      @PathVariable UUID id,
      @PathVariable String aspect,
      @RequestParam Map<String, String> parameters) {
    var levels = levels(parameters, "level.");
    String motivation = parameters.getOrDefault("motivation", "").strip();
    try {
      register.answer(viewer, id, aspect, levels, motivation);
    } catch (Refused refused) {
      var found = reading.find(viewer, id);
      ModelAndView again = pages.guide(viewer, page, found, aspect);
      again.addObject("typed", new DecisionPages.Typed(levels, motivation));
      return refused(again, page, refused);
    }
    String next = reading.find(viewer, id).nextAfter(aspect);
    return new ModelAndView("redirect:" + home(viewer, id) + "?step=" + next);
  }

  @Requires("classification.decide")
  @PostMapping("/{tenant}/classifications/{id}/decision")
  ModelAndView decide(
      Viewer viewer,
      @ModelAttribute("page") Page page,
      @PathVariable UUID id,
      @RequestParam Map<String, String> parameters,
      RedirectAttributes redirect) {
    Map<String, Integer> chosen = levels(parameters, "level.");
    Map<String, String> motivations = starting(parameters, "motivation.");
    try {
      var outcomes = new HashMap<String, Decision.Outcome>();
      chosen.forEach((aspect, level) ->
          outcomes.put(aspect, new Decision.Outcome(level, motivations.getOrDefault(aspect, ""))));
      var conclusion =
          new DecisionRegister.Conclusion(
              outcomes,
              parameters.getOrDefault("participants", "").strip(),
              DecisionPages.day(parameters.get("validUntil")));
      Decision.State state = register.decide(viewer, id, conclusion);
      boolean proposed = state == Decision.State.PROPOSED;
      String said = page.t(proposed ? "classification.proposed" : "classification.decided");
      redirect.addFlashAttribute("flash", proposed ? Flash.warning(said) : Flash.done(said));
      return new ModelAndView("redirect:" + home(viewer, id));
    } catch (Refused refused) {
      var found = reading.find(viewer, id);
      ModelAndView again = pages.guide(viewer, page, found, DecisionPages.DECIDE);
      again.addObject(
          "said",
          new DecisionPages.Said(
              chosen,
              motivations,
              parameters.getOrDefault("participants", ""),
              parameters.getOrDefault("validUntil", "")));
      return refused(again, page, refused);
    }
  }

  @Requires("classification.decide")
  @PostMapping("/{tenant}/classifications/{id}/abandonment")
  String abandon(
      Viewer viewer,
      @ModelAttribute("page") Page page,
      @PathVariable UUID id,
      RedirectAttributes redirect) {
    UUID asset = reading.find(viewer, id).decision().asset();
    register.abandon(viewer, id);
    redirect.addFlashAttribute("flash", Flash.done(page.t("classification.abandoned")));
    return "redirect:/" + viewer.seat().tenantKey() + "/assets/" + asset + "/classification";
  }

  @Requires("classification.approve")
  @PostMapping("/{tenant}/classifications/{id}/approval")
  String approve(
      Viewer viewer,
      @ModelAttribute("page") Page page,
      @PathVariable UUID id,
      @RequestParam Map<String, String> said,
      RedirectAttributes redirect) {
    boolean approved = "true".equals(said.get("approved"));
    int version = DecisionPages.number(said.get("version"));
    try {
      register.judge(viewer, id, version, approved, said.getOrDefault("note", ""));
      String key = approved ? "classification.approved" : "classification.rejected";
      redirect.addFlashAttribute("flash", Flash.done(page.t(key)));
    } catch (Refused refused) {
      String why = page.t(refused.messageKey(), refused.arguments());
      redirect.addFlashAttribute("flash", Flash.warning(why));
    }
    return "redirect:" + home(viewer, id);
  }

  /// `level.people=2` → people: 2.
  private static Map<String, Integer> levels(Map<String, String> parameters, String prefix) {
    var levels = new HashMap<String, Integer>();
    parameters.forEach((name, value) -> {
      if (name.startsWith(prefix) && value.matches("\\d{1,2}")) {
        levels.put(name.substring(prefix.length()), Integer.valueOf(value));
      }
    });
    return levels;
  }

  private static Map<String, String> starting(Map<String, String> parameters, String prefix) {
    var texts = new HashMap<String, String>();
    parameters.forEach((name, value) -> {
      if (name.startsWith(prefix)) {
        texts.put(name.substring(prefix.length()), value);
      }
    });
    return texts;
  }

  private static ModelAndView refused(ModelAndView form, Page page, Refused refused) {
    String field = refused.field();
    form.addObject(
        "problems",
        new Problems(
            List.of(
                new FieldProblem(
                    field == null ? "motivation" : field,
                    page.t(refused.messageKey(), refused.arguments())))));
    form.setStatus(HttpStatusCode.valueOf(HttpStatus.UNPROCESSABLE_CONTENT.value()));
    return form;
  }

  private static String home(Viewer viewer, UUID id) {
    return "/" + viewer.seat().tenantKey() + "/classifications/" + id;
  }
}
