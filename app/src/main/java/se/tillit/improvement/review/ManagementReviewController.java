package se.tillit.improvement.review;

import java.time.Clock;
import java.time.LocalDate;
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
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.tillit.identity.Requires;
import se.tillit.identity.Viewer;
import se.tillit.improvement.ImprovementPermissions;
import se.tillit.kernel.Refused;
import se.tillit.kernel.Sweden;
import se.tillit.web.Cursor;
import se.tillit.web.Flash;
import se.tillit.web.Page;
import se.tillit.web.Pager;
import se.tillit.web.Problems;

/// The management reviews: the list, one review, and its writing.
@Controller
class ManagementReviewController {

  private static final int ROWS = 20;
  private static final String ONE = "/{tenant}/reviews/{id:[0-9a-f-]{36}}";

  private final ReviewRegister register;
  private final ReviewPages pages;
  private final Clock clock;

  ManagementReviewController(ReviewRegister register, ReviewPages pages, Clock clock) {
    this.register = register;
    this.pages = pages;
    this.clock = clock;
  }

  @Requires(ImprovementPermissions.READ_REVIEWS)
  @GetMapping("/{tenant}/reviews")
  String list(
      Viewer viewer,
      Model model,
      @ModelAttribute("page") Page page,
      @RequestParam @Nullable String after) {
    Cursor from = after == null ? null : Cursor.parse(after);
    List<Review> found = register.page(from, ROWS + 1);
    List<Review> shown = found.stream().limit(ROWS).toList();
    String here = ReviewPages.here(viewer);
    String next = found.size() <= ROWS ? null : here + "?after=" + cursorOf(shown.getLast());
    model.addAttribute("page", page.titled(page.t("improvement.reviews.title")));
    model.addAttribute("here", here);
    model.addAttribute("rows", shown);
    model.addAttribute(
        "pager", new Pager(from == null ? null : here, null, next, shown.size(), -1));
    model.addAttribute("mayReview", viewer.may(ImprovementPermissions.REVIEW));
    return "improvement/reviews";
  }

  @Requires(ImprovementPermissions.READ_REVIEWS)
  @GetMapping(ONE)
  ModelAndView show(Viewer viewer, @ModelAttribute("page") Page page, @PathVariable UUID id) {
    return pages.show(viewer, page, id, HttpStatus.OK);
  }

  @Requires(ImprovementPermissions.REVIEW)
  @GetMapping("/{tenant}/reviews/new")
  ModelAndView form(Viewer viewer, @ModelAttribute("page") Page page) {
    LocalDate today = Sweden.today(clock);
    var form =
        new ReviewForm(
            page.t("improvement.review.title-of", Integer.toString(today.getYear())),
            today.toString(),
            null,
            null,
            null,
            null,
            null,
            null);
    return pages.form(viewer, page, form, Problems.NONE, null);
  }

  @Requires(ImprovementPermissions.REVIEW)
  @PostMapping("/{tenant}/reviews")
  ModelAndView create(
      Viewer viewer,
      @ModelAttribute("page") Page page,
      ReviewForm form,
      RedirectAttributes redirect) {
    try {
      UUID id = register.plan(viewer, form.draft());
      redirect.addFlashAttribute("flash", Flash.done(page.t("improvement.review.planned")));
      return new ModelAndView("redirect:" + ReviewPages.here(viewer) + "/" + id);
    } catch (Refused refused) {
      return pages.form(viewer, page, form, ReviewPages.problem(page, refused), null);
    }
  }

  @Requires(ImprovementPermissions.REVIEW)
  @GetMapping(ONE + "/edit")
  ModelAndView edit(Viewer viewer, @ModelAttribute("page") Page page, @PathVariable UUID id) {
    return pages.form(viewer, page, ReviewForm.of(register.find(id)), Problems.NONE, id);
  }

  @Requires(ImprovementPermissions.REVIEW)
  @PostMapping(ONE)
  ModelAndView update(
      Viewer viewer,
      @ModelAttribute("page") Page page,
      @PathVariable UUID id,
      ReviewForm form,
      RedirectAttributes redirect) {
    try {
      int version = form.version() == null ? -1 : form.version();
      register.write(viewer, id, version, form.draft());
      redirect.addFlashAttribute("flash", Flash.done(page.t("improvement.review.saved")));
      return new ModelAndView("redirect:" + ReviewPages.here(viewer) + "/" + id);
    } catch (Refused refused) {
      return pages.form(viewer, page, form, ReviewPages.problem(page, refused), id);
    }
  }

  static Cursor cursorOf(Review last) {
    return Cursor.of(last.day(), last.id());
  }
}
