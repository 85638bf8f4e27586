package se.tillit.improvement.answer;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import se.tillit.identity.Attempts;
import se.tillit.identity.Public;
import se.tillit.kernel.Refused;
import se.tillit.kernel.Stale;
import se.tillit.web.FieldProblem;
import se.tillit.web.Page;
import se.tillit.web.Problems;

/// The page behind the link of a letter. Opening it changes nothing, since mail filters open links
/// too; a link that does not hold looks the same whatever is wrong with it.
@Controller
class AnswerController {

  private final AnswerDesk desk;
  private final Attempts attempts;

  AnswerController(AnswerDesk desk, Attempts attempts) {
    this.desk = desk;
    this.attempts = attempts;
  }

  @Public(reason = "the link itself is the proof")
  @GetMapping("/answer/{town}/{secret}")
  ModelAndView open(
      @PathVariable String town,
      @PathVariable String secret,
      @ModelAttribute("page") Page page,
      HttpServletRequest request,
      HttpServletResponse response) {
    keepSecret(response);
    if (attempts.tooMany(tried(secret), from(request))) {
      return gone("slow", HttpStatus.TOO_MANY_REQUESTS);
    }
    Optional<AnswerLinks.Asked> asked = desk.open(town, secret);
    if (asked.isEmpty()) {
      attempts.count("answer", from(request));
      return gone("gone", HttpStatus.NOT_FOUND);
    }
    return shown(asked.get(), request.getRequestURI(), AnswerForm.EMPTY, null, page);
  }

  @Public(reason = "the link itself is the proof")
  @PostMapping("/answer/{town}/{secret}")
  ModelAndView answer(
      @PathVariable String town,
      @PathVariable String secret,
      AnswerForm form,
      @ModelAttribute("page") Page page,
      HttpServletRequest request,
      HttpServletResponse response) {
    keepSecret(response);
    if (attempts.tooMany(tried(secret), from(request))) {
      return gone("slow", HttpStatus.TOO_MANY_REQUESTS);
    }
    try {
      Optional<AnswerLinks.Asked> asked = desk.answer(town, secret, form);
      if (asked.isEmpty()) {
        attempts.count("answer", from(request));
        return gone("gone", HttpStatus.NOT_FOUND);
      }
      return new ModelAndView("improvement/answered")
          .addObject("title", asked.get().title())
          .addObject("answer", AnswerForm.plain(form.answer()));
    } catch (Refused refused) {
      return desk.open(town, secret)
          .map(asked -> shown(asked, request.getRequestURI(), form, refused, page))
          .orElseGet(() -> gone("gone", HttpStatus.NOT_FOUND));
    } catch (Stale changedMeanwhile) {
      return gone("changed", HttpStatus.CONFLICT);
    }
  }

  /// Five wrong tries shut one link; an unknown link counts for the address that asked.
  private static String tried(String secret) {
    return "answer " + Integer.toHexString(secret.hashCode());
  }

  /// Counted apart from signing in, so that bad links shut nobody out of Tillit who shares the
  /// address.
  private static String from(HttpServletRequest request) {
    return "answer " + request.getRemoteAddr();
  }

  private static void keepSecret(HttpServletResponse response) {
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("Referrer-Policy", "no-referrer");
    response.setHeader("X-Robots-Tag", "noindex");
  }

  private static ModelAndView gone(String why, HttpStatus status) {
    return new ModelAndView("improvement/answergone", status).addObject("why", why);
  }

  private static ModelAndView shown(
      AnswerLinks.Asked asked,
      String action,
      AnswerForm form,
      @Nullable Refused refused,
      Page page) {
    Problems problems =
        refused == null
            ? Problems.NONE
            : new Problems(
                List.of(
                    new FieldProblem(
                        refused.field() == null ? "answer" : refused.field(),
                        page.t(refused.messageKey(), refused.arguments()))));
    return new ModelAndView(
            "improvement/answer",
            refused == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
        .addObject("title", asked.title())
        .addObject("due", asked.due())
        .addObject("action", action)
        .addObject("form", form)
        .addObject("problems", problems);
  }
}
