package se.tillit.governingdocument.review;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.tillit.governingdocument.GoverningDocumentPermissions;
import se.tillit.governingdocument.clause.Binding;
import se.tillit.governingdocument.clause.Clause;
import se.tillit.governingdocument.clause.ClauseRegister;
import se.tillit.governingdocument.clause.Section;
import se.tillit.governingdocument.demand.Demands;
import se.tillit.governingdocument.demand.Kind;
import se.tillit.governingdocument.demand.Reading;
import se.tillit.governingdocument.demand.Strength;
import se.tillit.governingdocument.demand.Topic;
import se.tillit.governingdocument.document.DocumentRegister;
import se.tillit.governingdocument.document.DocumentRow;
import se.tillit.governingdocument.document.Edition;
import se.tillit.identity.Requires;
import se.tillit.identity.Viewer;
import se.tillit.kernel.Refused;
import se.tillit.web.Crumb;
import se.tillit.web.Flash;
import se.tillit.web.Page;

/// The guided review of a document's newest edition, clause by clause, each settled by a form of
/// its own.
@Controller
class ReviewController {

  private final DocumentRegister documents;
  private final ClauseRegister clauses;

  ReviewController(DocumentRegister documents, ClauseRegister clauses) {
    this.documents = documents;
    this.clauses = clauses;
  }

  /// What is settled of one clause; a figure is bound where its name is ticked.
  record ClauseForm(
      @Nullable Kind kind,
      @Nullable String role,
      @Nullable String cadence,
      @Nullable List<String> indicator,
      @Nullable Integer target,
      @Nullable Integer atRisk,
      int version) {

    List<Binding> bindings() {
      if (indicator == null) {
        return List.of();
      }
      int kept = target == null ? Binding.USUAL_TARGET : target;
      int risk = atRisk == null ? Math.min(Binding.USUAL_AT_RISK, kept) : atRisk;
      return indicator.stream()
          .filter(key -> !key.isBlank())
          .distinct()
          .map(key -> new Binding(key, kept, risk))
          .toList();
    }
  }

  @Requires(GoverningDocumentPermissions.WRITE)
  @GetMapping("/{tenant}/documents/{id}/review")
  String show(
      Viewer viewer, @PathVariable UUID id, @ModelAttribute("page") Page page, Model model) {
    DocumentRow row = documents.find(id);
    Edition newest = documents.editions(id).getFirst();
    List<ReviewedSection> sections =
        clauses.sections(newest.id()).stream().map(this::reviewed).toList();
    var all = sections.stream().flatMap(it -> it.clauses().stream()).toList();
    model.addAttribute("page", page(page, viewer, row, "governingdocument.review"));
    model.addAttribute("here", here(viewer, id));
    model.addAttribute("row", row);
    model.addAttribute("edition", newest);
    model.addAttribute("sections", sections);
    model.addAttribute("indicators", clauses.indicators().stream().sorted().toList());
    model.addAttribute("kinds", Arrays.asList(Kind.values()));
    model.addAttribute("bearers", Demands.bearers());
    model.addAttribute("cadences", Demands.cadences());
    model.addAttribute("demands", all.stream().filter(it -> it.clause().demands()).count());
    model.addAttribute(
        "waiting",
        all.stream().filter(it -> it.clause().review() == Clause.Review.PROPOSED).count());
    return "governingdocument/review";
  }

  @Requires(GoverningDocumentPermissions.WRITE)
  @PostMapping("/{tenant}/documents/{id}/clauses/{clause}")
  String update(
      Viewer viewer,
      @PathVariable UUID id,
      @PathVariable UUID clause,
      @ModelAttribute ClauseForm form,
      @ModelAttribute("page") Page page,
      RedirectAttributes redirect) {
    Clause before = clauses.find(id, clause);
    Kind kind = form.kind() == null ? before.meaning().kind() : form.kind();
    var meaning =
        new Clause.Meaning(
            kind,
            strength(kind, before.meaning().strength()),
            form.role() == null ? "" : form.role().strip(),
            form.cadence() == null ? "" : form.cadence().strip(),
            before.meaning().recipients());
    return attempt(
        viewer,
        id,
        clause,
        page,
        redirect,
        () -> {
          clauses.settle(id, clause, meaning, form.version());
          clauses.bind(id, clause, form.bindings());
        });
  }

  @Requires(GoverningDocumentPermissions.WRITE)
  @PostMapping("/{tenant}/documents/{id}/clauses/{clause}/split")
  String split(
      Viewer viewer,
      @PathVariable UUID id,
      @PathVariable UUID clause,
      @RequestParam int offset,
      @RequestParam int version,
      @ModelAttribute("page") Page page,
      RedirectAttributes redirect) {
    return attempt(
        viewer, id, clause, page, redirect, () -> clauses.split(id, clause, offset, version));
  }

  @Requires(GoverningDocumentPermissions.WRITE)
  @PostMapping("/{tenant}/documents/{id}/clauses/{clause}/merge")
  String merge(
      Viewer viewer,
      @PathVariable UUID id,
      @PathVariable UUID clause,
      @RequestParam int version,
      @ModelAttribute("page") Page page,
      RedirectAttributes redirect) {
    return attempt(viewer, id, clause, page, redirect, () -> clauses.merge(id, clause, version));
  }

  @Requires(GoverningDocumentPermissions.WRITE)
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

  private String attempt(
      Viewer viewer,
      UUID id,
      UUID clause,
      Page page,
      RedirectAttributes redirect,
      Runnable change) {
    try {
      change.run();
      redirect.addFlashAttribute("flash", Flash.done(page.t("governingdocument.review.saved")));
    } catch (Refused refused) {
      String said = page.t(refused.messageKey(), refused.arguments());
      redirect.addFlashAttribute("flash", Flash.warning(said));
    }
    return "redirect:" + here(viewer, id) + "/review#clause-" + clause;
  }

  private ReviewedSection reviewed(Section section) {
    var reviewed = new ArrayList<ReviewedClause>();
    for (Clause clause : section.clauses()) {
      Reading reading = ClauseRegister.read(clause, section.title());
      reviewed.add(
          new ReviewedClause(
              clause,
              reading.cue(),
              reading.findings().stream().filter(it -> it.topic() != Topic.INDICATOR).toList(),
              reading.splits(),
              clauses.proposed(clause, section.title())));
    }
    return new ReviewedSection(section.number(), section.title(), reviewed);
  }

  private static Strength strength(Kind kind, Strength before) {
    return switch (kind) {
      case CONTEXT, DEFINITION -> Strength.NONE;
      case PERMISSION -> Strength.MAY;
      case DEMAND, ROLE_DUTY ->
          before == Strength.NONE || before == Strength.MAY ? Strength.SHALL : before;
    };
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
