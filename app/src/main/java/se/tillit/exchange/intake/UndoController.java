package se.tillit.exchange.intake;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;
import se.tillit.identity.Requires;
import se.tillit.identity.Viewer;
import se.tillit.kernel.Refused;
import se.tillit.web.Crumb;
import se.tillit.web.FieldProblem;
import se.tillit.web.Page;
import se.tillit.web.Problems;

/// An import taken back: what that would do, which rows stand in its way, and the decision.
@Controller
class UndoController {

  private static final int SHOWN = 100;

  private final ImportViews views;
  private final ImportUndoing undoing;

  UndoController(ImportViews views, ImportUndoing undoing) {
    this.views = views;
    this.undoing = undoing;
  }

  /// What stands in the way, as JSON.
  record UndoJson(boolean possible, List<Hindrance> hindrances) {}

  @Requires("exchange.import")
  @GetMapping("/{tenant}/imports/{id}/undo")
  ModelAndView form(Viewer viewer, @PathVariable UUID id, @ModelAttribute("page") Page page) {
    return form(viewer, id, page, Problems.NONE);
  }

  private ModelAndView form(Viewer viewer, UUID id, Page page, Problems problems) {
    UploadRecord upload = views.one(id, viewer);
    HttpStatus status = problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
    ModelAndView view = new ModelAndView("exchange/undo", status);
    String home = "/" + viewer.seat().tenantKey() + "/imports";
    view.addObject(
        "page",
        page.titled(page.t("exchange.undo.title"))
            .under(
                new Crumb(page.t("exchange.import.title"), home),
                new Crumb(upload.sending().fileName(), home + "/" + id)));
    view.addObject("here", home + "/" + id);
    view.addObject("upload", upload);
    view.addObject("refusal", ImportViews.refusal(upload, page.words()));
    // They are looked for in the background; found once, they are looked up here.
    view.addObject(
        "hindrances", upload.refusal() == null ? List.<Hindrance>of() : hindrances(upload));
    view.addObject("problems", problems);
    return view;
  }

  private List<Hindrance> hindrances(UploadRecord upload) {
    return upload.state() == UploadState.ACCEPTED ? undoing.hindrances(upload, SHOWN) : List.of();
  }

  @Requires("exchange.import")
  @PostMapping("/{tenant}/imports/{id}/undo")
  ModelAndView create(Viewer viewer, @PathVariable UUID id, @ModelAttribute("page") Page page) {
    views.one(id, viewer);
    try {
      undoing.begin(id);
      return new ModelAndView("redirect:/" + viewer.seat().tenantKey() + "/imports/" + id);
    } catch (Refused refused) {
      String said = page.t(refused.messageKey(), refused.arguments());
      return form(viewer, id, page, new Problems(List.of(new FieldProblem("undo", said))));
    }
  }

  @Requires("exchange.import")
  @ResponseBody
  @GetMapping("/api/v1/{tenant}/imports/{id}/undo")
  UndoJson show(Viewer viewer, @PathVariable UUID id) {
    UploadRecord upload = views.one(id, viewer);
    List<Hindrance> found = hindrances(upload);
    return new UndoJson(upload.state() == UploadState.ACCEPTED && found.isEmpty(), found);
  }

  @Requires("exchange.import")
  @ResponseBody
  @PostMapping("/api/v1/{tenant}/imports/{id}/undo")
  ResponseEntity<Void> undo(Viewer viewer, @PathVariable UUID id) {
    views.one(id, viewer);
    undoing.begin(id);
    URI where = URI.create("/api/v1/" + viewer.seat().tenantKey() + "/imports/" + id);
    return ResponseEntity.accepted().location(where).build();
  }
}
