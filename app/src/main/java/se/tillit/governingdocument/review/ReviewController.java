package se.tillit.governingdocument.review;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.tillit.governingdocument.GoverningDocumentPermissions;
import se.tillit.governingdocument.clause.Clause;
import se.tillit.governingdocument.clause.ClauseRegister;
import se.tillit.governingdocument.clause.ReportDuty;
import se.tillit.governingdocument.document.DocumentRegister;
import se.tillit.governingdocument.document.DocumentRow;
import se.tillit.governingdocument.document.Edition;
import se.tillit.identity.Requires;
import se.tillit.identity.Viewer;
import se.tillit.kernel.Refused;
import se.tillit.kernel.Unknown;
import se.tillit.web.Crumb;
import se.tillit.web.Flash;
import se.tillit.web.Page;

/// The guided review of a document's newest edition, clause by clause, each settled by a form of
/// its own.
@Controller
class ReviewController {

  private final DocumentRegister documents;
  private final ClauseRegister clauses;
  private final ClauseReading reading;

  ReviewController(DocumentRegister documents, ClauseRegister clauses, ClauseReading reading) {
    this.documents = documents;
    this.clauses = clauses;
    this.reading = reading;
  }

  @Requires(value = GoverningDocumentPermissions.WRITE, everywhere = true)
  @GetMapping("/{tenant}/documents/{id}/review")
  String show(
      Viewer viewer, @PathVariable UUID id, @ModelAttribute("page") Page page, Model model) {
    DocumentRow row = documents.find(id);
    Edition newest = documents.editions(id).getFirst();
    List<ReviewedSection> sections = reading.sections(id, newest.id());
    var all = sections.stream().flatMap(it -> it.clauses().stream()).toList();
    model.addAttribute("page", page(page, viewer, row, "governingdocument.review"));
    model.addAttribute("here", here(viewer, id));
    model.addAttribute("sections", sections);
    model.addAttribute("choices", choices(viewer, id, newest));
    model.addAttribute("changed", all.stream().filter(it -> it.legacy() != null).count());
    model.addAttribute("demands", all.stream().filter(it -> it.clause().demands()).count());
    model.addAttribute(
        "waiting",
        all.stream().filter(it -> it.clause().review() == Clause.Review.PROPOSED).count());
    return "governingdocument/review";
  }

  /// One clause alone, with everything that can be said of it.
  @Requires(value = GoverningDocumentPermissions.WRITE, everywhere = true)
  @GetMapping("/{tenant}/documents/{id}/clauses/{clause}")
  String show(
      Viewer viewer,
      @PathVariable UUID id,
      @PathVariable UUID clause,
      @ModelAttribute("page") Page page,
      Model model) {
    DocumentRow row = documents.find(id);
    Edition newest = documents.editions(id).getFirst();
    ReviewedSection section =
        reading.sections(id, newest.id()).stream()
            .filter(it -> it.clauses().stream().anyMatch(c -> c.clause().id().equals(clause)))
            .findFirst()
            .orElseThrow(() -> new Unknown("clause", clause));
    model.addAttribute("page", page(page, viewer, row, "governingdocument.clause.title"));
    model.addAttribute("choices", choices(viewer, id, newest));
    model.addAttribute("section", section);
    model.addAttribute(
        "reviewed",
        section.clauses().stream()
            .filter(it -> it.clause().id().equals(clause))
            .findFirst()
            .orElseThrow());
    return "governingdocument/clause";
  }

  @Requires(value = GoverningDocumentPermissions.WRITE, everywhere = true)
  @PostMapping("/{tenant}/documents/{id}/clauses/{clause}")
  String update(
      Viewer viewer,
      @PathVariable UUID id,
      @PathVariable UUID clause,
      @ModelAttribute ClauseForm form,
      @ModelAttribute("page") Page page,
      RedirectAttributes redirect) {
    Clause before = clauses.find(id, clause);
    Flash said;
    UUID standing = clause;
    try {
      ReportDuty earlier = clauses.reportDuties(id).get(clause);
      standing = clauses.decide(id, clause, form.decided(before, earlier), form.version());
      said = Flash.done(page.t("governingdocument.review.saved"));
    } catch (Refused refused) {
      said = Flash.warning(page.t(refused.messageKey(), refused.arguments()));
    }
    redirect.addFlashAttribute("flash", said);
    return "redirect:" + here(viewer, id) + "/review#clause-" + standing;
  }

  @Requires(value = GoverningDocumentPermissions.WRITE, everywhere = true)
  @PostMapping("/{tenant}/documents/{id}/review")
  String acceptAll(
      Viewer viewer,
      @PathVariable UUID id,
      @ModelAttribute("page") Page page,
      RedirectAttributes redirect) {
    int accepted = clauses.acceptAll(id);
    redirect.addFlashAttribute(
        "flash", Flash.done(page.t("governingdocument.review.accepted", accepted)));
    return "redirect:" + here(viewer, id);
  }

  private ReviewChoices choices(Viewer viewer, UUID id, Edition newest) {
    return new ReviewChoices(
        here(viewer, id),
        newest.validity().adopted() == null,
        clauses.indicators().stream().sorted().toList(),
        clauses.reportableBodies());
  }

  private static Page page(Page page, Viewer viewer, DocumentRow row, String key) {
    return page.titled(page.t(key))
        .under(
            new Crumb(
                page.t("governingdocument.title"), "/" + viewer.seat().tenantKey() + "/documents"),
            new Crumb(row.title(), here(viewer, row.id())));
  }

  private static String here(Viewer viewer, UUID id) {
    return "/" + viewer.seat().tenantKey() + "/documents/" + id;
  }
}
