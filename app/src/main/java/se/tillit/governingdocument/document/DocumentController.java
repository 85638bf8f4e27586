package se.tillit.governingdocument.document;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import se.tillit.governingdocument.GoverningDocumentPermissions;
import se.tillit.governingdocument.Standing;
import se.tillit.governingdocument.clause.ClauseRegister;
import se.tillit.identity.ChosenColumns;
import se.tillit.identity.Requires;
import se.tillit.identity.Viewer;
import se.tillit.kernel.Sweden;
import se.tillit.kernel.Unknown;
import se.tillit.web.Crumb;
import se.tillit.web.Option;
import se.tillit.web.Page;

/// The hierarchy of governing documents, and each as a page to read.
@Controller
class DocumentController {

  private static final Set<String> LATENT = Set.of("body", "number", "from", "to");

  private final DocumentRegister register;
  private final ClauseRegister clauses;
  private final ChosenColumns columns;
  private final Clock clock;

  DocumentController(
      DocumentRegister register, ClauseRegister clauses, ChosenColumns columns, Clock clock) {
    this.register = register;
    this.clauses = clauses;
    this.columns = columns;
    this.clock = clock;
  }

  @Requires(GoverningDocumentPermissions.READ)
  @GetMapping("/{tenant}/documents")
  String list(Viewer viewer, @ModelAttribute("page") Page page, Model model) {
    List<DocumentRow> rows = register.all();
    LocalDate today = Sweden.today(clock);
    model.addAttribute("page", page.titled(page.t("governingdocument.title")));
    model.addAttribute("here", here(viewer));
    model.addAttribute("rows", DocumentTree.of(rows));
    model.addAttribute("columns", columns.of(viewer, page, "documents", offered(page)));
    model.addAttribute("today", today);
    model.addAttribute("overdue", rows.stream().filter(it -> it.newest().isOverdue(today)).count());
    model.addAttribute("mayWrite", viewer.mayEverywhere(GoverningDocumentPermissions.WRITE));
    return "governingdocument/list";
  }

  /// What beside the title a person may want to see.
  private static List<Option> offered(Page page) {
    return Stream.of(
            "level", "standing", "revision", "owner", "clauses", "body", "number", "from", "to")
        .map(it -> Option.of(it, page.t("governingdocument.column." + it), !LATENT.contains(it)))
        .toList();
  }

  @Requires(GoverningDocumentPermissions.READ)
  @GetMapping("/{tenant}/documents/{id}")
  String show(
      Viewer viewer,
      @PathVariable UUID id,
      @RequestParam(name = "edition", required = false) @Nullable Integer number,
      @ModelAttribute("page") Page page,
      Model model) {
    DocumentRow row = register.find(id);
    List<Edition> editions = register.editions(id);
    Edition shown = chosen(editions, number, row);
    Optional<Edition> draft =
        editions.stream().filter(it -> it.standing() == Standing.DRAFT).findFirst();
    model.addAttribute(
        "page",
        page.titled(row.title()).under(new Crumb(page.t("governingdocument.title"), here(viewer))));
    model.addAttribute("here", here(viewer) + "/" + id);
    model.addAttribute("row", row);
    model.addAttribute("editions", editions);
    model.addAttribute("shown", shown);
    model.addAttribute("draft", draft.orElse(null));
    model.addAttribute("sections", clauses.sections(shown.id()));
    model.addAttribute("today", Sweden.today(clock));
    model.addAttribute("mayWrite", viewer.mayEverywhere(GoverningDocumentPermissions.WRITE));
    model.addAttribute("mayAdopt", viewer.may(GoverningDocumentPermissions.ADOPT));
    return "governingdocument/show";
  }

  private static Edition chosen(List<Edition> editions, @Nullable Integer number, DocumentRow row) {
    return editions.stream()
        .filter(
            it -> number == null ? it.id().equals(row.newest().edition()) : it.number() == number)
        .findFirst()
        .orElseThrow(() -> new Unknown("edition", String.valueOf(number)));
  }

  private static String here(Viewer viewer) {
    return "/" + viewer.seat().tenantKey() + "/documents";
  }
}
