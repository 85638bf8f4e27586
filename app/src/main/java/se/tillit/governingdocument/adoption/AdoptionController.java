package se.tillit.governingdocument.adoption;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.tillit.governingdocument.GoverningDocumentPermissions;
import se.tillit.governingdocument.document.DocumentRegister;
import se.tillit.governingdocument.document.DocumentRow;
import se.tillit.identity.Requires;
import se.tillit.identity.Viewer;
import se.tillit.kernel.Refused;
import se.tillit.web.Crumb;
import se.tillit.web.FieldProblem;
import se.tillit.web.Flash;
import se.tillit.web.Page;
import se.tillit.web.Problems;

/// Entering a decision, and letting a document lapse.
@Controller
class AdoptionController {

  private final AdoptionRegister register;
  private final DocumentRegister documents;

  AdoptionController(AdoptionRegister register, DocumentRegister documents) {
    this.register = register;
    this.documents = documents;
  }

  @Requires(GoverningDocumentPermissions.ADOPT)
  @GetMapping("/{tenant}/documents/{id}/adoption")
  ModelAndView form(Viewer viewer, @PathVariable UUID id, @ModelAttribute("page") Page page) {
    return form(viewer, page, id, AdoptionForm.empty(), Problems.NONE);
  }

  @Requires(GoverningDocumentPermissions.ADOPT)
  @PostMapping("/{tenant}/documents/{id}/adoption")
  ModelAndView create(
      Viewer viewer,
      @PathVariable UUID id,
      @ModelAttribute("page") Page page,
      @ModelAttribute AdoptionForm form,
      RedirectAttributes redirect) {
    try {
      register.adopt(viewer, id, form.decision());
    } catch (Refused refused) {
      return form(viewer, page, id, form, problem(page, refused));
    }
    redirect.addFlashAttribute("flash", Flash.done(page.t("governingdocument.adopt.done")));
    return new ModelAndView("redirect:" + here(viewer, id));
  }

  @Requires(GoverningDocumentPermissions.ADOPT)
  @PostMapping("/{tenant}/documents/{id}/lapse")
  String lapse(
      Viewer viewer,
      @PathVariable UUID id,
      @RequestParam LocalDate last,
      @ModelAttribute("page") Page page,
      RedirectAttributes redirect) {
    try {
      register.lapse(viewer, id, last);
      redirect.addFlashAttribute("flash", Flash.done(page.t("governingdocument.lapse.done")));
    } catch (Refused refused) {
      String said = page.t(refused.messageKey(), refused.arguments());
      redirect.addFlashAttribute("flash", Flash.warning(said));
    }
    return "redirect:" + here(viewer, id);
  }

  private ModelAndView form(
      Viewer viewer, Page page, UUID id, AdoptionForm form, Problems problems) {
    DocumentRow row = documents.find(id);
    var view = new ModelAndView("governingdocument/adoption");
    String list = "/" + viewer.seat().tenantKey() + "/documents";
    view.addObject(
        "page",
        page.titled(page.t("governingdocument.adopt.title"))
            .under(
                new Crumb(page.t("governingdocument.title"), list),
                new Crumb(row.title(), here(viewer, id))));
    view.addObject("here", here(viewer, id));
    view.addObject("row", row);
    view.addObject("form", form);
    view.addObject("bodies", register.bodiesFor(id));
    view.addObject("others", others(id));
    view.addObject("problems", problems);
    if (!problems.isEmpty()) {
      view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    }
    return view;
  }

  private List<DocumentRow> others(UUID id) {
    return documents.all().stream().filter(it -> !it.id().equals(id)).toList();
  }

  private static Problems problem(Page page, Refused refused) {
    String field = refused.field() == null ? "body-0" : refused.field();
    String said = page.t(refused.messageKey(), refused.arguments());
    String source = refused.source();
    return new Problems(
        List.of(new FieldProblem(field, source == null ? said : said + " (" + source + ")")));
  }

  private static String here(Viewer viewer, UUID id) {
    return "/" + viewer.seat().tenantKey() + "/documents/" + id;
  }
}
