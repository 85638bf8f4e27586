package se.tillit.governingdocument.intake;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.tillit.governingdocument.GoverningDocumentPermissions;
import se.tillit.governingdocument.document.DocumentRegister;
import se.tillit.governingdocument.document.DocumentRow;
import se.tillit.governingdocument.document.SourceText;
import se.tillit.governingdocument.text.Notice;
import se.tillit.identity.Requires;
import se.tillit.identity.Viewer;
import se.tillit.kernel.Refused;
import se.tillit.web.Crumb;
import se.tillit.web.FieldProblem;
import se.tillit.web.Flash;
import se.tillit.web.Page;
import se.tillit.web.Problems;

/// Where a text comes in; from here one goes on to review what was found in it.
@Controller
class IntakeController {

  private final DocumentRegister register;

  IntakeController(DocumentRegister register) {
    this.register = register;
  }

  @Requires(value = GoverningDocumentPermissions.WRITE, everywhere = true)
  @GetMapping("/{tenant}/documents/new")
  ModelAndView form(Viewer viewer, @ModelAttribute("page") Page page) {
    return form(viewer, page, null, IntakeForm.empty(), Problems.NONE);
  }

  @Requires(value = GoverningDocumentPermissions.WRITE, everywhere = true)
  @PostMapping("/{tenant}/documents")
  ModelAndView create(
      Viewer viewer,
      @ModelAttribute("page") Page page,
      @ModelAttribute IntakeForm form,
      RedirectAttributes redirect) {
    try {
      SourceText source = form.source();
      UUID id = register.create(form.document(), source);
      redirect.addFlashAttribute("flash", said(page, source));
      return new ModelAndView("redirect:" + list(viewer) + "/" + id + "/review");
    } catch (Refused refused) {
      return form(viewer, page, null, form, problem(page, refused));
    }
  }

  @Requires(value = GoverningDocumentPermissions.WRITE, everywhere = true)
  @GetMapping("/{tenant}/documents/{id}/editions/new")
  ModelAndView formOfEdition(
      Viewer viewer, @PathVariable UUID id, @ModelAttribute("page") Page page) {
    return form(viewer, page, register.find(id), IntakeForm.empty(), Problems.NONE);
  }

  @Requires(value = GoverningDocumentPermissions.WRITE, everywhere = true)
  @PostMapping("/{tenant}/documents/{id}/editions")
  ModelAndView createEdition(
      Viewer viewer,
      @PathVariable UUID id,
      @ModelAttribute("page") Page page,
      @ModelAttribute IntakeForm form,
      RedirectAttributes redirect) {
    DocumentRow row = register.find(id);
    try {
      SourceText source = form.source();
      register.redraft(id, source);
      redirect.addFlashAttribute("flash", said(page, source));
      return new ModelAndView("redirect:" + list(viewer) + "/" + id + "/comparison");
    } catch (Refused refused) {
      return form(viewer, page, row, form, problem(page, refused));
    }
  }

  private ModelAndView form(
      Viewer viewer, Page page, @Nullable DocumentRow row, IntakeForm form, Problems problems) {
    var view = new ModelAndView("governingdocument/intake");
    String title =
        row == null ? page.t("governingdocument.new") : page.t("governingdocument.redraft");
    view.addObject(
        "page",
        page.titled(title).under(new Crumb(page.t("governingdocument.title"), list(viewer))));
    view.addObject("here", list(viewer));
    view.addObject("row", row);
    view.addObject("form", form);
    view.addObject("others", register.all());
    view.addObject("problems", problems);
    if (!problems.isEmpty()) {
      view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    }
    return view;
  }

  private static Flash said(Page page, SourceText source) {
    List<Notice> notices = source.structure().notices();
    if (notices.isEmpty()) {
      return Flash.done(page.t("governingdocument.intake.done"));
    }
    String noticed =
        notices.stream()
            .map(notice -> page.t(notice.messageKey(), notice.arguments().toArray()))
            .collect(Collectors.joining(" "));
    return Flash.warning(page.t("governingdocument.intake.done") + " " + noticed);
  }

  private static Problems problem(Page page, Refused refused) {
    String field = refused.field() == null ? "text" : refused.field();
    return new Problems(
        List.of(new FieldProblem(field, page.t(refused.messageKey(), refused.arguments()))));
  }

  private static String list(Viewer viewer) {
    return "/" + viewer.seat().tenantKey() + "/documents";
  }
}
