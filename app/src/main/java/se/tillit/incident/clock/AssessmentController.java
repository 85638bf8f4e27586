package se.tillit.incident.clock;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
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
import se.tillit.incident.regime.Answer;
import se.tillit.incident.regime.Criterion;
import se.tillit.incident.regime.Regime;
import se.tillit.incident.regime.RegimeWords;
import se.tillit.kernel.Stale;
import se.tillit.web.Crumb;
import se.tillit.web.Event;
import se.tillit.web.FieldProblem;
import se.tillit.web.Flash;
import se.tillit.web.Option;
import se.tillit.web.Page;
import se.tillit.web.Problems;
import se.tillit.web.Words;

/// The guided assessment: each criterion with its legal source, answered yes, no or not known yet.
@Controller
class AssessmentController {

  private final Assessments assessments;
  private final JudgementWords judged;

  AssessmentController(Assessments assessments, JudgementWords judged) {
    this.assessments = assessments;
    this.judged = judged;
  }

  @Requires(IncidentPermissions.READ)
  @GetMapping("/{tenant}/incidents/{incident}/assessments/{regime}/{responsible}")
  ModelAndView show(
      Viewer viewer,
      @ModelAttribute("page") Page page,
      @PathVariable UUID incident,
      @PathVariable String regime,
      @PathVariable UUID responsible,
      @RequestParam(required = false) @Nullable List<String> sector) {
    var about = new Assessments.About(incident, regime, responsible);
    Assessments.Found found = assessments.find(viewer, about);
    Set<String> sectors = sector == null ? found.sectors() : Set.copyOf(sector);
    var said = new Orders.Answers(found.number(), sectors, found.answers(), "");
    return page(viewer, page, about, said, Problems.NONE);
  }

  @Requires(IncidentPermissions.CLOCK)
  @PostMapping("/{tenant}/incidents/{incident}/assessments/{regime}/{responsible}")
  ModelAndView assess(
      Viewer viewer,
      @ModelAttribute("page") Page page,
      @PathVariable UUID incident,
      @PathVariable String regime,
      @PathVariable UUID responsible,
      @RequestParam MultiValueMap<String, String> typed,
      RedirectAttributes redirect) {
    var about = new Assessments.About(incident, regime, responsible);
    Orders.Answers said = said(typed);
    try {
      var judgement = assessments.assess(viewer, about, said);
      var found = assessments.find(viewer, about);
      redirect.addFlashAttribute(
          "flash", Flash.done(judged.say(page.words(), found.rule().regime(), judgement)));
    } catch (Stale stale) {
      String told = page.t("incident.assessment.stale");
      var problems = new Problems(List.of(new FieldProblem("note", told)));
      ModelAndView again = page(viewer, page, about, said, problems);
      again.addObject("number", assessments.find(viewer, about).number());
      again.setStatus(HttpStatus.CONFLICT);
      return again;
    }
    return new ModelAndView("redirect:" + home(viewer, about));
  }

  private static Orders.Answers said(MultiValueMap<String, String> typed) {
    var answers = new HashMap<String, Answer>();
    typed.forEach((name, values) -> {
      if (name.startsWith("answer.") && !values.isEmpty()) {
        Answer.of(values.getFirst())
            .ifPresent(it -> answers.put(name.substring("answer.".length()), it));
      }
    });
    String based = typed.getFirst("based");
    String note = typed.getFirst("note");
    return new Orders.Answers(
        based == null || !based.matches("\\d{1,6}") ? -1 : Integer.parseInt(based),
        Set.copyOf(typed.getOrDefault("sector", List.of())),
        answers,
        note == null ? "" : note);
  }

  private ModelAndView page(
      Viewer viewer, Page page, Assessments.About about, Orders.Answers said, Problems problems) {
    Words words = page.words();
    Assessments.Found found = assessments.find(viewer, about);
    Regime regime = found.rule().regime();
    String base = "/" + viewer.seat().tenantKey() + "/incidents/" + about.incident();
    var view = new ModelAndView("incident/assessment");
    String title = regime.titles().shortName().in(words) + " – " + found.responsible().name();
    view.addObject(
        "page",
        page.titled(words.t("incident.assessment.title", title))
            .under(new Crumb(words.t("incident.clocks.title"), base + "/clocks")));
    view.addObject("home", home(viewer, about));
    view.addObject("back", base + "/clocks");
    view.addObject("question", regime.question().in(words));
    view.addObject("number", said.based());
    view.addObject("sectors", sectors(words, regime, said.sectors()));
    view.addObject("questions", questions(words, regime, said, found.facts()));
    view.addObject("note", said.note());
    view.addObject("problems", problems);
    view.addObject("mayWork", viewer.may(IncidentPermissions.CLOCK));
    view.addObject(
        "standing",
        found.history().isEmpty()
            ? null
            : judged.say(words, regime, found.history().getFirst().judgement()));
    view.addObject(
        "applies",
        found.history().stream().findFirst().map(it -> it.judgement().outcome().key()).orElse(""));
    view.addObject(
        "history", found.history().stream().map(it -> event(words, regime, it)).toList());
    return view;
  }

  private Event event(Words words, Regime regime, Assessment it) {
    String what = judged.say(words, regime, it.judgement());
    return new Event(
        words.time(it.at()),
        it.at().toString(),
        it.note().isEmpty() ? what : what + " " + it.note(),
        it.by(),
        null);
  }

  private static List<Option> sectors(Words words, Regime regime, Set<String> chosen) {
    return regime.sectors().stream()
        .map(it -> Option.of(it.code(), it.name().in(words), chosen.contains(it.code())))
        .toList();
  }

  private static List<AssessmentQuestion> questions(
      Words words, Regime regime, Orders.Answers said, CaseFacts facts) {
    var questions = new ArrayList<AssessmentQuestion>();
    for (Criterion criterion : regime.asked(said.sectors())) {
      Answer given = said.answers().getOrDefault(criterion.key(), Answer.UNKNOWN);
      String caution = RegimeWords.caution(words, criterion.legal());
      questions.add(
          new AssessmentQuestion(
              criterion.key(),
              criterion.in(words),
              caution == null ? criterion.legal().source() : caution,
              facts.beside(words, criterion),
              Arrays.stream(Answer.values())
                  .map(it ->
                      Option.of(it.key(), words.t("incident.answer." + it.key()), it == given))
                  .collect(Collectors.toList())));
    }
    return questions;
  }

  private static String home(Viewer viewer, Assessments.About about) {
    return "/"
        + viewer.seat().tenantKey()
        + "/incidents/"
        + about.incident()
        + "/assessments/"
        + about.regime()
        + "/"
        + about.responsible();
  }
}
