package se.tillit.identity;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// Serves the description of the API (OpenAPI 3.1), which the build keeps true.
@RestController
class OpenApiController {

  private static final Resource DOCUMENT = new ClassPathResource("openapi.json");

  @Public(reason = "the description of the API holds nothing of anybody's")
  @GetMapping(path = "/api/v1/openapi.json", produces = MediaType.APPLICATION_JSON_VALUE)
  Resource document() {
    return DOCUMENT;
  }
}
