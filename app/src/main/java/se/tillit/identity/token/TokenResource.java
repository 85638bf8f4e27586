package se.tillit.identity.token;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import se.tillit.identity.Requires;
import se.tillit.identity.Viewer;

/// A tenant's tokens as JSON.
@RestController
class TokenResource {

  private final TokenRegister register;

  TokenResource(TokenRegister register) {
    this.register = register;
  }

  /// A new token's secret, told this once.
  public record Issued(String token) {}

  @Requires("identity.token.administer")
  @GetMapping("/api/v1/{tenant}/tokens")
  Map<String, List<Token>> list(Viewer viewer) {
    return Map.of("items", register.all(viewer));
  }

  @Requires("identity.token.administer")
  @PostMapping("/api/v1/{tenant}/tokens")
  @ResponseStatus(HttpStatus.CREATED)
  Issued issue(Viewer viewer, @RequestBody TokenForm form) {
    return new Issued(register.issue(viewer, form));
  }

  @Requires("identity.token.administer")
  @DeleteMapping("/api/v1/{tenant}/tokens/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void revoke(Viewer viewer, @PathVariable UUID id) {
    register.revoke(viewer, id);
  }
}
