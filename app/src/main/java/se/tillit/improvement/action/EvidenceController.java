package se.tillit.improvement.action;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.tillit.exchange.file.SentFile;
import se.tillit.identity.Requires;
import se.tillit.identity.Viewer;
import se.tillit.improvement.ImprovementPermissions;
import se.tillit.kernel.Refused;
import se.tillit.web.Flash;
import se.tillit.web.Page;

/// The files on an action's page.
@Controller
class EvidenceController {

  private final ActionEvidence evidence;
  private final ActionPages pages;

  EvidenceController(ActionEvidence evidence, ActionPages pages) {
    this.evidence = evidence;
    this.pages = pages;
  }

  @Requires(ImprovementPermissions.PROGRESS)
  @PostMapping("/{tenant}/actions/{id}/evidence")
  ModelAndView add(
      Viewer viewer,
      @ModelAttribute("page") Page page,
      @PathVariable UUID id,
      @RequestParam(name = "files", required = false) @Nullable List<MultipartFile> sent,
      RedirectAttributes redirect)
      throws IOException {
    try {
      evidence.add(viewer, id, SentFile.all(sent, ActionEvidence.LARGEST));
      return told(viewer, page, id, "exchange.file.added", redirect);
    } catch (Refused refused) {
      return again(viewer, page, id, refused);
    }
  }

  @Requires(ImprovementPermissions.PROGRESS)
  @PostMapping("/{tenant}/actions/{id}/evidence/{file}/removal")
  ModelAndView remove(
      Viewer viewer,
      @ModelAttribute("page") Page page,
      @PathVariable UUID id,
      @PathVariable UUID file,
      RedirectAttributes redirect) {
    try {
      evidence.remove(viewer, id, file);
      return told(viewer, page, id, "improvement.evidence.removed", redirect);
    } catch (Refused refused) {
      return again(viewer, page, id, refused);
    }
  }

  private static ModelAndView told(
      Viewer viewer, Page page, UUID id, String key, RedirectAttributes redirect) {
    redirect.addFlashAttribute("flash", Flash.done(page.t(key)));
    return new ModelAndView(
        "redirect:/" + viewer.seat().tenantKey() + "/actions/" + id + "#evidence");
  }

  private ModelAndView again(Viewer viewer, Page page, UUID id, Refused refused) {
    return pages
        .show(viewer, page, id, HttpStatus.UNPROCESSABLE_CONTENT)
        .addObject("problems", ActionController.problem(page, refused));
  }
}
