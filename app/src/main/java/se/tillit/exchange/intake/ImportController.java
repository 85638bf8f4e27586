package se.tillit.exchange.intake;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import se.tillit.exchange.ImportKind;
import se.tillit.exchange.Imports;
import se.tillit.identity.Requires;
import se.tillit.identity.Viewer;
import se.tillit.kernel.Refused;
import se.tillit.web.Crumb;
import se.tillit.web.FieldProblem;
import se.tillit.web.Page;
import se.tillit.web.Problems;

/// Tables on their way in: what has been sent, what it would change, and the decision.
@Controller
class ImportController {

  private final ImportViews views;
  private final ImportKinds kinds;
  private final Imports imports;

  ImportController(ImportViews views, ImportKinds kinds, Imports imports) {
    this.views = views;
    this.kinds = kinds;
    this.imports = imports;
  }

  @Requires("exchange.import")
  @GetMapping("/{tenant}/imports")
  String list(Viewer viewer, Model model, @ModelAttribute("page") Page page) {
    model.addAttribute("page", page.titled(page.t("exchange.import.title")));
    model.addAttribute("home", home(viewer));
    model.addAttribute("uploads", views.latest(viewer));
    model.addAttribute("kinds", kinds.open(viewer));
    return "exchange/list";
  }

  @Requires("exchange.import")
  @GetMapping("/{tenant}/imports/new/{kind}")
  ModelAndView form(Viewer viewer, @PathVariable String kind, @ModelAttribute("page") Page page) {
    return form(viewer, kinds.of(kind, viewer), page, Problems.NONE, HttpStatus.OK);
  }

  private ModelAndView form(
      Viewer viewer, ImportKind kind, Page page, Problems problems, HttpStatus status) {
    ModelAndView view = new ModelAndView("exchange/form", status);
    Page titled = page.titled(page.t(kind.titleKey()));
    view.addObject("page", titled.under(new Crumb(page.t("exchange.import.title"), home(viewer))));
    view.addObject("home", home(viewer));
    view.addObject("kind", kind);
    view.addObject("problems", problems);
    return view;
  }

  @Requires("exchange.import")
  @PostMapping("/{tenant}/imports/new/{kind}")
  ModelAndView create(
      Viewer viewer,
      @PathVariable String kind,
      @RequestParam @Nullable MultipartFile file,
      @RequestParam(defaultValue = "false") boolean complete,
      @ModelAttribute("page") Page page)
      throws IOException {
    ImportKind wanted = kinds.of(kind, viewer);
    try {
      if (file == null || file.isEmpty()) {
        throw new Refused("exchange.import.no-file").at("file");
      }
      UUID id =
          imports.send(
              wanted,
              viewer.scope(wanted.permission()),
              UploadedName.of(file),
              file.getInputStream(),
              complete);
      return new ModelAndView("redirect:" + home(viewer) + "/" + id);
    } catch (Refused refused) {
      String said = page.t(refused.messageKey(), refused.arguments());
      Problems problems = new Problems(List.of(new FieldProblem("file", said)));
      return form(viewer, wanted, page, problems, HttpStatus.UNPROCESSABLE_CONTENT);
    }
  }

  @Requires("exchange.import")
  @GetMapping("/{tenant}/imports/{id}")
  String show(
      Viewer viewer,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "0") int after,
      Model model,
      @ModelAttribute("page") Page page) {
    ImportView view = views.view(id, after, viewer, page.words());
    Page titled = page.titled(view.title());
    model.addAttribute(
        "page", titled.under(new Crumb(page.t("exchange.import.title"), home(viewer))));
    model.addAttribute("home", home(viewer));
    model.addAttribute("view", view);
    return "exchange/show";
  }

  @Requires("exchange.import")
  @PostMapping("/{tenant}/imports/{id}/acceptance")
  String accept(Viewer viewer, @PathVariable UUID id) {
    views.one(id, viewer);
    imports.accept(id);
    return "redirect:" + home(viewer) + "/" + id;
  }

  @Requires("exchange.import")
  @PostMapping("/{tenant}/imports/{id}/discard")
  String discard(Viewer viewer, @PathVariable UUID id) {
    views.one(id, viewer);
    imports.discard(id);
    return "redirect:" + home(viewer);
  }

  private static String home(Viewer viewer) {
    return "/" + viewer.seat().tenantKey() + "/imports";
  }
}
