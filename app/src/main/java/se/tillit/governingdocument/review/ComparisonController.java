package se.tillit.governingdocument.review;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import se.tillit.governingdocument.GoverningDocumentPermissions;
import se.tillit.governingdocument.clause.ClauseInheritance;
import se.tillit.governingdocument.clause.ClauseRegister;
import se.tillit.governingdocument.comparison.Change;
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
  private final ClauseInheritance inheritance;

  ComparisonController(
      DocumentRegister documents, ClauseRegister clauses, ClauseInheritance inheritance) {
    this.documents = documents;
    this.clauses = clauses;
    this.inheritance = inheritance;
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
    List<ShownChange> shown =
        new ShownChanges(
                clauses.sections(editions.get(1).id()),
                clauses.sections(editions.get(0).id()),
                inheritance.waiting(id))
            .all();
    String list = "/" + viewer.seat().tenantKey() + "/documents";
    model.addAttribute(
        "page",
        page.titled(page.t("governingdocument.compare.title"))
            .under(
                new Crumb(page.t("governingdocument.title"), list),
                new Crumb(row.title(), list + "/" + id)));
    model.addAttribute("here", list + "/" + id);
    model.addAttribute("changes", shown);
    model.addAttribute(
        "kept", shown.stream().filter(it -> it.outcome() == Change.Outcome.UNCHANGED).count());
    model.addAttribute("keepable", shown.stream().filter(ShownChange::isKeepable).count());
    model.addAttribute("mayWrite", viewer.mayEverywhere(GoverningDocumentPermissions.WRITE));
    return "governingdocument/comparison";
  }
}
