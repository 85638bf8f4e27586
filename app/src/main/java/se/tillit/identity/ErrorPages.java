package se.tillit.identity;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import se.tillit.web.Page;
import se.tillit.web.PageSource;
import se.tillit.web.Words;

/// What is shown when a request fails before any handler takes it: an unknown address, a refused
/// door, too large a body.
@Controller
class ErrorPages implements ErrorController {

  private static final String API = "/api/";

  private final PageSource pages;

  ErrorPages(PageSource pages) {
    this.pages = pages;
  }

  @Public(reason = "a request that failed, whoever made it")
  @RequestMapping("/error")
  Object show(HttpServletRequest request) {
    HttpStatus status = statusOf(request);
    String key = "web.problem." + wordFor(status);
    String path = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
    if (path.startsWith(API)) {
      return json(status, key, Words.in(request.getLocale().getLanguage()));
    }
    Page page = pages.pageOf(request);
    var model =
        Map.of("page", page.titled(page.t(key + ".title")), "detail", page.t(key + ".detail"));
    return new ModelAndView(
        page.place().tenant() == null ? "web/problembare" : "web/problem", model, status);
  }

  private static ResponseEntity<ProblemDetail> json(HttpStatus status, String key, Words words) {
    ProblemDetail problem = ProblemDetail.forStatus(status);
    problem.setTitle(words.t(key + ".title"));
    problem.setDetail(words.t(key + ".detail"));
    return ResponseEntity.status(status)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem);
  }

  private static HttpStatus statusOf(HttpServletRequest request) {
    Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    HttpStatus known = code instanceof Integer number ? HttpStatus.resolve(number) : null;
    return known == null ? HttpStatus.NOT_FOUND : known;
  }

  private static String wordFor(HttpStatus status) {
    return switch (status) {
      case UNAUTHORIZED -> "unauthorized";
      case FORBIDDEN -> "forbidden";
      case NOT_FOUND -> "unknown";
      case CONFLICT -> "stale";
      case CONTENT_TOO_LARGE -> "too-large";
      case TOO_MANY_REQUESTS -> "too-many";
      default -> status.is5xxServerError() ? "fault" : "malformed";
    };
  }
}
