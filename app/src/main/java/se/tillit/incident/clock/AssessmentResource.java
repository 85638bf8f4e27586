package se.tillit.incident.clock;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import se.tillit.identity.Requires;
import se.tillit.identity.Viewer;
import se.tillit.incident.IncidentPermissions;
import se.tillit.incident.regime.Answer;
import se.tillit.kernel.Refused;
import se.tillit.web.Etag;

/// Assessments as JSON: every one that has been made, the latest first, and a new one.
@RestController
class AssessmentResource {

  private final Assessments assessments;

  AssessmentResource(Assessments assessments) {
    this.assessments = assessments;
  }

  /// Answers `yes`, `no` or `unknown` by criterion.
  record AnswersBody(
      @Nullable Set<String> sectors, @Nullable Map<String, String> answers, @Nullable String note) {

    Orders.Answers order(int based) {
      var read = new HashMap<String, Answer>();
      if (answers != null) {
        answers.forEach((key, value) ->
            read.put(
                key,
                Answer.of(value)
                    .orElseThrow(() ->
                        new Refused("incident.assessment.no-such-answer", value).at("answers"))));
      }
      return new Orders.Answers(
          based, sectors == null ? Set.of() : sectors, read, note == null ? "" : note);
    }
  }

  @Requires(IncidentPermissions.READ)
  @GetMapping("/api/v1/{tenant}/incidents/{incident}/assessments/{regime}/{responsible}")
  ResponseEntity<List<Assessment>> list(
      Viewer viewer,
      @PathVariable UUID incident,
      @PathVariable String regime,
      @PathVariable UUID responsible) {
    return answer(viewer, new Assessments.About(incident, regime, responsible));
  }

  @Requires(IncidentPermissions.CLOCK)
  @PostMapping("/api/v1/{tenant}/incidents/{incident}/assessments/{regime}/{responsible}")
  ResponseEntity<List<Assessment>> assess(
      Viewer viewer,
      @PathVariable UUID incident,
      @PathVariable String regime,
      @PathVariable UUID responsible,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      @RequestBody AnswersBody body) {
    var about = new Assessments.About(incident, regime, responsible);
    assessments.find(viewer, about);
    assessments.assess(viewer, about, body.order(Etag.demanded(ifMatch)));
    return answer(viewer, about);
  }

  private ResponseEntity<List<Assessment>> answer(Viewer viewer, Assessments.About about) {
    Assessments.Found found = assessments.find(viewer, about);
    return ResponseEntity.ok().eTag(Etag.of(found.number())).body(found.history());
  }
}
