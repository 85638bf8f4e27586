package se.tillit.improvement.review;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import se.tillit.identity.Viewer;
import se.tillit.improvement.AgendaPoint;
import se.tillit.improvement.ImprovementPermissions;
import se.tillit.kernel.Refused;
import se.tillit.web.Crumb;
import se.tillit.web.FieldProblem;
import se.tillit.web.Option;
import se.tillit.web.Page;
import se.tillit.web.Problems;

/// Puts the pages of a review together.
@Component
class ReviewPages {

  private final ReviewRegister register;

  ReviewPages(ReviewRegister register) {
    this.register = register;
  }

  ModelAndView show(Viewer viewer, Page page, UUID id, HttpStatus status) {
    Review review = register.find(id);
    String base = "/" + viewer.seat().tenantKey();
    return new ModelAndView("improvement/review", status)
        .addObject("page", page.titled(review.title()).under(crumb(viewer, page)))
        .addObject("review", review)
        .addObject("facts", register.facts(review))
        .addObject("points", List.of(AgendaPoint.values()))
        .addObject("base", base)
        .addObject("mayReview", viewer.may(ImprovementPermissions.REVIEW))
        .addObject("names", "/api/v1" + base + "/people/names")
        .addObject("form", DecisionForm.EMPTY)
        .addObject("problems", Problems.NONE);
  }

  ModelAndView form(
      Viewer viewer, Page page, ReviewForm form, Problems problems, @Nullable UUID id) {
    String title = page.t(id == null ? "improvement.review.new" : "improvement.review.edit");
    String action = here(viewer) + (id == null ? "" : "/" + id);
    String chosen = form.body();
    Review review = id == null ? null : register.find(id);
    return new ModelAndView(
            "improvement/reviewform",
            problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
        .addObject("page", page.titled(title).under(crumb(viewer, page)))
        .addObject("form", form)
        .addObject("problems", problems)
        .addObject("action", action)
        .addObject("points", List.of(AgendaPoint.values()))
        .addObject("facts", review == null ? new ReviewFacts(List.of()) : register.facts(review))
        .addObject(
            "bodies",
            register.bodies().entrySet().stream()
                .map(it ->
                    Option.of(
                        it.getKey().toString(),
                        it.getValue(),
                        it.getKey().toString().equals(chosen)))
                .toList());
  }

  static Problems problem(Page page, Refused refused) {
    String field = refused.field() == null ? "title" : refused.field();
    return new Problems(
        List.of(new FieldProblem(field, page.t(refused.messageKey(), refused.arguments()))));
  }

  static String here(Viewer viewer) {
    return "/" + viewer.seat().tenantKey() + "/reviews";
  }

  private static Crumb crumb(Viewer viewer, Page page) {
    return new Crumb(page.t("improvement.reviews.title"), here(viewer));
  }
}
