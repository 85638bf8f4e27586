package se.tillit.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.ModelAndView;
import se.tillit.kernel.Forbidden;
import se.tillit.kernel.Refused;
import se.tillit.kernel.Stale;
import se.tillit.kernel.Unknown;

/// Gives every page its surroundings, and every refusal a page that says what to do.
@Order(2)
@ControllerAdvice(annotations = Controller.class)
class HtmlProblems {

  private static final Logger LOG = LoggerFactory.getLogger(HtmlProblems.class);

  private final PageSource pages;

  HtmlProblems(PageSource pages) {
    this.pages = pages;
  }

  @ModelAttribute("page")
  Page page(HttpServletRequest request) {
    return pages.pageOf(request);
  }

  @ExceptionHandler
  ModelAndView refused(Refused refused, HttpServletRequest request) {
    Page page = pages.pageOf(request);
    String said = page.t(refused.messageKey(), refused.arguments());
    return problem(page, HttpStatus.UNPROCESSABLE_CONTENT, "web.problem.refused", said);
  }

  @ExceptionHandler
  ModelAndView unknown(Unknown unknown, HttpServletRequest request) {
    return problem(request, HttpStatus.NOT_FOUND, "web.problem.unknown");
  }

  /// An address whose id is no id leads nowhere.
  @ExceptionHandler
  ModelAndView unreadable(TypeMismatchException unreadable, HttpServletRequest request) {
    return problem(request, HttpStatus.NOT_FOUND, "web.problem.unknown");
  }

  @ExceptionHandler
  ModelAndView forbidden(Forbidden forbidden, HttpServletRequest request) {
    return problem(request, HttpStatus.FORBIDDEN, "web.problem.forbidden");
  }

  @ExceptionHandler
  ModelAndView stale(Stale stale, HttpServletRequest request) {
    return problem(request, HttpStatus.CONFLICT, "web.problem.stale");
  }

  @ExceptionHandler
  ModelAndView bug(Exception bug, HttpServletRequest request) {
    if (bug instanceof ErrorResponse known) {
      return problem(request, known.getStatusCode(), "web.problem.malformed");
    }
    UUID trace = UUID.randomUUID();
    LOG.error("trace {}", trace, bug);
    Page page = pages.pageOf(request);
    String detail = page.t("web.problem.bug.detail") + " " + trace;
    return problem(page, HttpStatus.INTERNAL_SERVER_ERROR, "web.problem.bug", detail);
  }

  private ModelAndView problem(HttpServletRequest request, HttpStatusCode status, String key) {
    Page page = pages.pageOf(request);
    return problem(page, status, key, page.t(key + ".detail"));
  }

  private static ModelAndView problem(Page page, HttpStatusCode status, String key, String detail) {
    var model = Map.of("page", page.titled(page.t(key + ".title")), "detail", detail);
    return new ModelAndView("web/problem", model, status);
  }
}
