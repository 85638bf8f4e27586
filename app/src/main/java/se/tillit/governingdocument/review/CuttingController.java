package se.tillit.governingdocument.review;

import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.tillit.governingdocument.GoverningDocumentPermissions;
import se.tillit.governingdocument.clause.ClauseCutting;
import se.tillit.governingdocument.clause.ClauseInheritance;
import se.tillit.identity.Requires;
import se.tillit.identity.Viewer;
import se.tillit.kernel.Refused;
import se.tillit.web.Flash;
import se.tillit.web.Page;

/// Cutting and joining the clauses of a draft by hand, and keeping for changed clauses what those
/// before them had.
@Controller
class CuttingController {

  private final ClauseCutting cutting;
  private final ClauseInheritance inheritance;

  CuttingController(ClauseCutting cutting, ClauseInheritance inheritance) {
    this.cutting = cutting;
    this.inheritance = inheritance;
  }

  /// Where to cut: at a character, or where blank lines stand in the text.
  record Cut(@Nullable Integer offset, @Nullable String parts, int version) {

    List<String> atBlankLines() {
      return parts == null ? List.of() : List.of(parts.split("\\R[ \\t]*\\R\\s*"));
    }
  }

  /// Cuts at a proposed place, or where blank lines stand in the text sent.
  @Requires(value = GoverningDocumentPermissions.WRITE, everywhere = true)
  @PostMapping("/{tenant}/documents/{id}/clauses/{clause}/split")
  String split(
      Viewer viewer,
      @PathVariable UUID id,
      @PathVariable UUID clause,
      @ModelAttribute Cut cut,
      @ModelAttribute("page") Page page,
      RedirectAttributes redirect) {
    UUID standing =
        attempt(
            page,
            redirect,
            clause,
            () ->
                cut.offset() != null
                    ? cutting.split(id, clause, cut.offset(), cut.version())
                    : cutting.divide(id, clause, cut.atBlankLines(), cut.version()));
    return back(viewer, id) + "/review#clause-" + standing;
  }

  @Requires(value = GoverningDocumentPermissions.WRITE, everywhere = true)
  @PostMapping("/{tenant}/documents/{id}/clauses/{clause}/merge")
  String merge(
      Viewer viewer,
      @PathVariable UUID id,
      @PathVariable UUID clause,
      @RequestParam int version,
      @ModelAttribute("page") Page page,
      RedirectAttributes redirect) {
    UUID standing = attempt(page, redirect, clause, () -> cutting.merge(id, clause, version));
    return back(viewer, id) + "/review#clause-" + standing;
  }

  @Requires(value = GoverningDocumentPermissions.WRITE, everywhere = true)
  @PostMapping("/{tenant}/documents/{id}/clauses/{clause}/inheritance")
  String keep(
      Viewer viewer,
      @PathVariable UUID id,
      @PathVariable UUID clause,
      @RequestParam(defaultValue = "comparison") String from,
      @ModelAttribute("page") Page page,
      RedirectAttributes redirect) {
    attempt(
        page,
        redirect,
        clause,
        () -> {
          inheritance.keep(id, clause);
          return clause;
        });
    String where = from.equals("review") ? "/review" : "/comparison";
    return back(viewer, id) + where + "#clause-" + clause;
  }

  @Requires(value = GoverningDocumentPermissions.WRITE, everywhere = true)
  @PostMapping("/{tenant}/documents/{id}/inheritance")
  String keepAll(
      Viewer viewer,
      @PathVariable UUID id,
      @ModelAttribute("page") Page page,
      RedirectAttributes redirect) {
    int kept = inheritance.keepAll(id);
    redirect.addFlashAttribute(
        "flash", Flash.done(page.t("governingdocument.inheritance.kept", kept)));
    return back(viewer, id) + "/comparison";
  }

  private static UUID attempt(
      Page page, RedirectAttributes redirect, UUID clause, Supplier<UUID> change) {
    try {
      UUID standing = change.get();
      redirect.addFlashAttribute("flash", Flash.done(page.t("governingdocument.review.saved")));
      return standing;
    } catch (Refused refused) {
      String said = page.t(refused.messageKey(), refused.arguments());
      redirect.addFlashAttribute("flash", Flash.warning(said));
      return clause;
    }
  }

  private static String back(Viewer viewer, UUID id) {
    return "redirect:/" + viewer.seat().tenantKey() + "/documents/" + id;
  }
}
