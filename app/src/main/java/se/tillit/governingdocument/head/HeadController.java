package se.tillit.governingdocument.head;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.tillit.governingdocument.GoverningDocumentPermissions;
import se.tillit.governingdocument.Revision;
import se.tillit.governingdocument.document.DocumentRegister;
import se.tillit.governingdocument.document.DocumentRow;
import se.tillit.identity.Requires;
import se.tillit.identity.Viewer;
import se.tillit.kernel.Refused;
import se.tillit.organisation.NamedPeople;
import se.tillit.web.Crumb;
import se.tillit.web.FieldProblem;
import se.tillit.web.Flash;
import se.tillit.web.Option;
import se.tillit.web.Page;
import se.tillit.web.Problems;

/// The page where a document's head is changed.
@Controller
class HeadController {

  private final DocumentRegister documents;
  private final HeadRegister register;
  private final HeadChoices choices;
  private final NamedPeople people;

  HeadController(
      DocumentRegister documents, HeadRegister register, HeadChoices choices, NamedPeople people) {
    this.documents = documents;
    this.register = register;
    this.choices = choices;
    this.people = people;
  }

  @Requires(value = GoverningDocumentPermissions.WRITE, everywhere = true)
  @GetMapping("/{tenant}/documents/{id}/edit")
  ModelAndView form(Viewer viewer, @PathVariable UUID id, @ModelAttribute("page") Page page) {
    DocumentRow row = documents.find(id);
    String owner = people.label(page.words(), row.place().owner());
    return form(viewer, page, row, HeadForm.of(row, owner), Problems.NONE);
  }

  @Requires(value = GoverningDocumentPermissions.WRITE, everywhere = true)
  @PostMapping("/{tenant}/documents/{id}")
  ModelAndView update(
      Viewer viewer,
      @PathVariable UUID id,
      @ModelAttribute("page") Page page,
      @ModelAttribute HeadForm form,
      RedirectAttributes redirect) {
    DocumentRow row = documents.find(id);
    try {
      Revision before = row.head().revision();
      UUID owner = people.meant(viewer, form.owner(), "owner");
      register.change(id, form.head(row.level(), before, owner), form.day(), form.version());
    } catch (Refused refused) {
      String said = page.t(refused.messageKey(), refused.arguments());
      String field = Objects.requireNonNullElse(refused.field(), "title");
      return form(viewer, page, row, form, new Problems(List.of(new FieldProblem(field, said))));
    }
    redirect.addFlashAttribute("flash", Flash.done(page.t("governingdocument.edit.done")));
    return new ModelAndView("redirect:" + list(viewer) + "/" + id);
  }

  private ModelAndView form(
      Viewer viewer, Page page, DocumentRow row, HeadForm form, Problems problems) {
    ModelAndView view = new ModelAndView("governingdocument/edit");
    if (!problems.isEmpty()) {
      view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    }
    String here = list(viewer) + "/" + row.id();
    view.addObject(
        "page",
        page.titled(page.t("governingdocument.edit.title"))
            .under(
                new Crumb(page.t("governingdocument.title"), list(viewer)),
                new Crumb(row.title(), here)));
    view.addObject("here", here);
    view.addObject("form", form);
    view.addObject("problems", problems);
    view.addObject("names", "/api/v1/" + viewer.seat().tenantKey() + "/people/names");
    view.addObject("bodies", choices.bodies(HeadForm.plain(form.body())));
    view.addObject("parents", parents(row, HeadForm.plain(form.parent())));
    return view;
  }

  private List<Option> parents(DocumentRow row, String chosen) {
    return documents.all().stream()
        .filter(it -> !it.id().equals(row.id()))
        .map(it -> Option.of(it.id().toString(), it.title(), it.id().toString().equals(chosen)))
        .toList();
  }

  private static String list(Viewer viewer) {
    return "/" + viewer.seat().tenantKey() + "/documents";
  }
}
