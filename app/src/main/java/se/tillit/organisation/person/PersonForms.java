package se.tillit.organisation.person;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import se.tillit.identity.Scope;
import se.tillit.identity.Viewer;
import se.tillit.kernel.Refused;
import se.tillit.web.Crumb;
import se.tillit.web.FieldProblem;
import se.tillit.web.Option;
import se.tillit.web.Page;
import se.tillit.web.Problems;

/// The forms for one person and for one assignment, blank, filled or as typed.
@Component
class PersonForms {

  private final PersonPages pages;

  PersonForms(PersonPages pages) {
    this.pages = pages;
  }

  /// @param doing what a new person does; nothing when she is known
  ModelAndView person(
      Viewer viewer,
      Page page,
      @Nullable PersonFacts known,
      PersonForm form,
      @Nullable AssignmentForm doing,
      Problems problems) {
    String home = PersonController.home(viewer);
    ModelAndView view = new ModelAndView("organisation/personform", status(problems));
    String title =
        known == null
            ? page.t("organisation.person.new")
            : page.t("organisation.person.change", shown(page, known));
    view.addObject("page", page.titled(title).under(crumb(page, home)));
    view.addObject("home", home);
    view.addObject("person", known);
    view.addObject("form", form);
    view.addObject("problems", problems);
    view.addObject("doing", doing);
    choices(view, viewer, page, doing);
    return view;
  }

  ModelAndView assignment(
      Viewer viewer,
      Page page,
      PersonFacts person,
      @Nullable AssignmentRow known,
      AssignmentForm form,
      Problems problems) {
    String home = PersonController.home(viewer);
    ModelAndView view = new ModelAndView("organisation/assignmentform", status(problems));
    String key =
        known == null ? "organisation.assignment.new" : "organisation.assignment.change.title";
    Crumb self = new Crumb(shown(page, person), home + "/" + person.id());
    view.addObject(
        "page", page.titled(page.t(key, shown(page, person))).under(crumb(page, home), self));
    view.addObject("here", home + "/" + person.id());
    view.addObject("known", known);
    view.addObject("doing", form);
    view.addObject("problems", problems);
    choices(view, viewer, page, form);
    return view;
  }

  /// The unit asked for, else the only one there is.
  @Nullable String unitOr(Viewer viewer, @Nullable String unit) {
    List<PersonPages.Choice> units = pages.units(viewer.scope(Staffing.WRITE));
    return unit == null && units.size() == 1 ? units.getFirst().id().toString() : unit;
  }

  private void choices(ModelAndView view, Viewer viewer, Page page, @Nullable AssignmentForm form) {
    if (form == null) {
      return;
    }
    Scope scope = viewer.scope(Staffing.WRITE);
    view.addObject(
        "kinds",
        AssignmentForm.KINDS.stream()
            .map(it ->
                Option.of(it, page.t("organisation.assignment." + it), it.equals(form.kind())))
            .toList());
    view.addObject("units", options(pages.units(scope), form.unit()));
    view.addObject("bodies", options(pages.bodies(scope), form.body()));
  }

  private static List<Option> options(List<PersonPages.Choice> choices, @Nullable String chosen) {
    return choices.stream()
        .map(it -> Option.of(it.id().toString(), it.name(), it.id().toString().equals(chosen)))
        .toList();
  }

  static Problems problems(Page page, Refused refused, String otherwise) {
    String field = refused.field() == null ? otherwise : refused.field();
    String said = page.t(refused.messageKey(), refused.arguments());
    return new Problems(List.of(new FieldProblem(field, said)));
  }

  private static HttpStatus status(Problems problems) {
    return problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
  }

  private static String shown(Page page, PersonFacts person) {
    return person.hidden() ? page.t("organisation.protected") : person.name();
  }

  private static Crumb crumb(Page page, String home) {
    return new Crumb(page.t("organisation.person.list.title"), home);
  }
}
