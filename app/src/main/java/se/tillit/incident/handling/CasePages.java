package se.tillit.incident.handling;

import static java.util.Comparator.comparingInt;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import se.tillit.identity.Viewer;
import se.tillit.improvement.ImprovementPermissions;
import se.tillit.incident.CasePart;
import se.tillit.incident.attachment.Attachments;
import se.tillit.incident.ledger.Ledger;
import se.tillit.incident.routing.CaseChoices;
import se.tillit.incident.routing.Terms;
import se.tillit.web.Crumb;
import se.tillit.web.Option;
import se.tillit.web.Page;
import se.tillit.web.Words;

/// Puts together the page of a case.
@Component
class CasePages {

  /// Who may write the report that a case can lead to (M-4c); the reports themselves come later.
  private static final String REPORTS = "followup.report.write";

  private final CaseReading reading;
  private final Affected affected;
  private final Relations relations;
  private final Closure closure;
  private final Ledger ledger;
  private final Attachments attachments;
  private final Names names;

  CasePages(
      CaseReading reading,
      Affected affected,
      Relations relations,
      Closure closure,
      Ledger ledger,
      Attachments attachments,
      Names names) {
    this.reading = reading;
    this.affected = affected;
    this.relations = relations;
    this.closure = closure;
    this.ledger = ledger;
    this.attachments = attachments;
    this.names = names;
  }

  /// Keys of terms and grounds in words, and the parts that other slices keep.
  @Component
  static class Names {

    private final Terms terms;
    private final CaseChoices choices;

    private final List<CasePart> parts;

    Names(Terms terms, CaseChoices choices, List<CasePart> parts) {
      this.terms = terms;
      this.choices = choices;
      this.parts = parts.stream().sorted(comparingInt(CasePart::order)).toList();
    }

    List<String> parts(Viewer viewer) {
      return parts.stream()
          .filter(part -> viewer.may(part.permission()))
          .map(CasePart::key)
          .toList();
    }

    List<Option> bodies() {
      return choices.bodies(null);
    }

    ShownCase.Names of(Incident incident, Words words) {
      String ground = incident.filed().secrecyGround();
      return new ShownCase.Names(
          terms.name("kind", incident.judged().kind(), words),
          terms.name("cause", incident.done().cause(), words),
          ground == null
              ? null
              : choices.grounds(ground, words).stream()
                  .filter(Option::chosen)
                  .map(Option::label)
                  .findFirst()
                  .orElse(ground));
    }
  }

  ModelAndView shown(
      Viewer viewer, Page page, Incident incident, @Nullable String find, HttpStatus status) {
    boolean mayHandle = reading.mayHandle(viewer, incident);
    List<Affected.Struck> struck = affected.of(incident.id());
    var around =
        new ShownCase.Around(
            struck,
            ledger.events(incident.id()),
            ledger.decisions(incident.id()),
            attachments.of(incident.id()),
            relations.of(viewer, incident),
            mayHandle ? relations.likely(viewer, incident) : List.of(),
            closure.missing(incident.id()),
            mayHandle ? unstruck(names.bodies(), struck) : List.of(),
            relations.actions(incident.id()),
            names.of(incident, page.words()));
    var may =
        new ShownCase.May(
            mayHandle,
            viewer.may(ImprovementPermissions.READ),
            viewer.may(ImprovementPermissions.WRITE),
            names.parts(viewer));
    var shown = new ShownCase(page.words(), incident, around, may, base(viewer));
    return new ModelAndView("incident/show", status)
        .addObject("page", page.titled(shown.heading()).under(crumb(viewer, page)))
        .addObject("shown", shown)
        .addObject("extraReport", viewer.may(REPORTS) ? shown.extraReport() : null)
        .addObject("find", find == null ? "" : find)
        .addObject("found", find == null ? null : affected.found(viewer, find));
  }

  /// Those that are not among what is struck already.
  private static List<Option> unstruck(List<Option> offered, List<Affected.Struck> struck) {
    return offered.stream()
        .filter(it -> struck.stream().noneMatch(one -> one.id().toString().equals(it.value())))
        .toList();
  }

  static String base(Viewer viewer) {
    return "/" + viewer.seat().tenantKey();
  }

  static String home(Viewer viewer, Object id) {
    return base(viewer) + "/incidents/" + id;
  }

  static Crumb crumb(Viewer viewer, Page page) {
    return new Crumb(page.t("incident.queue.title"), base(viewer) + "/incidents");
  }

  static Crumb crumb(Viewer viewer, Incident incident) {
    return new Crumb(incident.reference(), home(viewer, incident.id()));
  }
}
