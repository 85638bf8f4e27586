package se.tillit.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import se.tillit.kernel.Forbidden;
import se.tillit.kernel.Refused;
import se.tillit.kernel.Stale;
import se.tillit.kernel.Unknown;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;

/// Tells the API's callers what went wrong, as problem details (RFC 9457) in the language they ask
/// for.
@Order(1)
@RestControllerAdvice(annotations = RestController.class)
class JsonProblems {

  private static final Logger LOG = LoggerFactory.getLogger(JsonProblems.class);

  @ExceptionHandler
  ProblemDetail refused(Refused refused, HttpServletRequest request) {
    Words words = wordsOf(request);
    ProblemDetail problem =
        problem(HttpStatus.UNPROCESSABLE_CONTENT, "web.problem.refused", request);
    problem.setDetail(words.t(refused.messageKey(), refused.arguments()));
    problem.setProperty("code", refused.messageKey());
    if (refused.field() != null) {
      problem.setProperty("field", refused.field());
    }
    if (refused.source() != null) {
      problem.setProperty("source", refused.source());
    }
    return problem;
  }

  @ExceptionHandler
  ProblemDetail unknown(Unknown unknown, HttpServletRequest request) {
    return problem(HttpStatus.NOT_FOUND, "web.problem.unknown", request);
  }

  @ExceptionHandler
  ProblemDetail forbidden(Forbidden forbidden, HttpServletRequest request) {
    return problem(HttpStatus.FORBIDDEN, "web.problem.forbidden", request);
  }

  @ExceptionHandler
  ProblemDetail stale(Stale stale, HttpServletRequest request) {
    return problem(HttpStatus.CONFLICT, "web.problem.stale", request);
  }

  @ExceptionHandler({
    HttpMessageNotReadableException.class,
    MethodArgumentTypeMismatchException.class,
    MethodArgumentNotValidException.class
  })
  ProblemDetail malformed(Exception malformed, HttpServletRequest request) {
    if (RequestSize.isCauseOf(malformed)) {
      return problem(HttpStatus.CONTENT_TOO_LARGE, "web.problem.too-large", request);
    }
    ProblemDetail problem = problem(HttpStatus.BAD_REQUEST, "web.problem.malformed", request);
    if (malformed.getCause() instanceof DatabindException misfit && !misfit.getPath().isEmpty()) {
      String field = placeOf(misfit.getPath());
      problem.setDetail(wordsOf(request).t("web.problem.malformed.field", field));
      problem.setProperty("field", field);
    }
    return problem;
  }

  /// `steps[0].reference`
  private static String placeOf(List<JacksonException.Reference> path) {
    var place = new StringBuilder();
    for (JacksonException.Reference step : path) {
      if (step.getPropertyName() == null) {
        place.append('[').append(step.getIndex()).append(']');
      } else {
        place.append(place.isEmpty() ? "" : ".").append(step.getPropertyName());
      }
    }
    return place.toString();
  }

  @ExceptionHandler
  ProblemDetail bug(Exception bug, HttpServletRequest request) {
    if (bug instanceof ErrorResponse known) {
      HttpStatus status = HttpStatus.valueOf(known.getStatusCode().value());
      return problem(status, "web.problem.malformed", request);
    }
    UUID trace = UUID.randomUUID();
    LOG.error("trace {}", trace, bug);
    ProblemDetail problem = problem(HttpStatus.INTERNAL_SERVER_ERROR, "web.problem.bug", request);
    problem.setProperty("trace", trace);
    return problem;
  }

  private static ProblemDetail problem(HttpStatus status, String key, HttpServletRequest request) {
    ProblemDetail problem = ProblemDetail.forStatus(status);
    problem.setTitle(wordsOf(request).t(key + ".title"));
    problem.setDetail(wordsOf(request).t(key + ".detail"));
    problem.setInstance(URI.create(request.getRequestURI()));
    return problem;
  }

  private static Words wordsOf(HttpServletRequest request) {
    return Words.in(request.getLocale().getLanguage());
  }
}
