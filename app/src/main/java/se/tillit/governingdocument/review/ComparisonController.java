package se.tillit.governingdocument.review;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import se.tillit.governingdocument.GoverningDocumentPermissions;
import se.tillit.governingdocument.clause.ClauseRegister;
import se.tillit.governingdocument.clause.Section;
import se.tillit.governingdocument.comparison.Change;
import se.tillit.governingdocument.comparison.ComparedClause;
import se.tillit.governingdocument.comparison.VersionComparison;
import se.tillit.governingdocument.document.DocumentRegister;
import se.tillit.governingdocument.document.DocumentRow;
import se.tillit.governingdocument.document.Edition;
import se.tillit.identity.Requires;
import se.tillit.identity.Viewer;
import se.tillit.kernel.Unknown;
import se.tillit.web.Crumb;
import se.tillit.web.Page;

/// The newest edition beside the one before it, clause by clause.
@Controller
class ComparisonController {

  private final DocumentRegister documents;
  private final ClauseRegister clauses;

  ComparisonController(DocumentRegister documents, ClauseRegister clauses) {
    this.documents = documents;
    this.clauses = clauses;
  }

  @Requires(GoverningDocumentPermissions.READ)
  @GetMapping("/{tenant}/documents/{id}/comparison")
  String show(
      Viewer viewer, @PathVariable UUID id, @ModelAttribute("page") Page page, Model model) {
    DocumentRow row = documents.find(id);
    List<Edition> editions = documents.editions(id);
    if (editions.size() < 2) {
      throw new Unknown("comparison", id);
    }
    List<ComparedClause> after = compared(clauses.sections(editions.get(0).id()));
    List<ComparedClause> before = compared(clauses.sections(editions.get(1).id()));
    var shown = new ArrayList<ShownChange>();
    for (Change change : VersionComparison.of(before, after)) {
      shown.add(shown(change, before, after));
    }
    String list = "/" + viewer.seat().tenantKey() + "/documents";
    model.addAttribute(
        "page",
        page.titled(page.t("governingdocument.compare.title"))
            .under(
                new Crumb(page.t("governingdocument.title"), list),
                new Crumb(row.title(), list + "/" + id)));
    model.addAttribute("here", list + "/" + id);
    model.addAttribute("changes", List.copyOf(shown));
    model.addAttribute(
        "kept", shown.stream().filter(it -> it.outcome() == Change.Outcome.UNCHANGED).count());
    return "governingdocument/comparison";
  }

  private static ShownChange shown(
      Change change, List<ComparedClause> before, List<ComparedClause> after) {
    boolean later = !change.after().isEmpty();
    List<Integer> places = later ? change.after() : change.before();
    List<ComparedClause> side = later ? after : before;
    String text = String.join(" ", places.stream().map(it -> side.get(it).text()).toList());
    return new ShownChange(change.outcome(), change.moved(), text, change.difference());
  }

  private static List<ComparedClause> compared(List<Section> sections) {
    return sections.stream()
        .flatMap(section ->
            section.clauses().stream().map(it -> new ComparedClause(section.title(), it.text())))
        .toList();
  }
}
