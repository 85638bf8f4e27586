package se.tillit.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import se.tillit.identity.Public;
import se.tillit.identity.account.Passkeys;

/// Signing in with a passkey: a challenge out, an answer in. The page's script carries both. Nobody
/// guesses one, so that no count of failures shuts it: whoever has it gets in.
@RestController
class PasskeySignInController {

  private static final Logger LOG = LoggerFactory.getLogger(PasskeySignInController.class);
  private static final String CHALLENGE = "tillit.passkey-challenge";
  private static final int MINUTES = 10;

  private final Passkeys passkeys;
  private final Entrance entrance;

  PasskeySignInController(Passkeys passkeys, Entrance entrance) {
    this.passkeys = passkeys;
    this.entrance = entrance;
  }

  @Public(reason = "nobody is signed in yet")
  @PostMapping(path = "/sign-in/passkey/challenge", produces = MediaType.APPLICATION_JSON_VALUE)
  String challenge(HttpServletRequest request) {
    PublicKeyCredentialRequestOptions options = passkeys.challenge(null);
    HttpSession session = request.getSession(true);
    session.setMaxInactiveInterval(MINUTES * 60);
    session.setAttribute(CHALLENGE, options);
    return passkeys.toJson(options);
  }

  @Public(reason = "nobody is signed in yet")
  @PostMapping("/sign-in/passkey")
  ResponseEntity<Map<String, String>> answer(
      @RequestBody String answer, HttpServletRequest request, HttpServletResponse response) {
    HttpSession session = request.getSession(false);
    if (session == null
        || !(session.getAttribute(CHALLENGE)
            instanceof PublicKeyCredentialRequestOptions options)) {
      return ResponseEntity.status(HttpStatus.UNAUTHORIZED).build();
    }
    session.removeAttribute(CHALLENGE);
    Optional<UUID> account = proved(options, answer);
    if (account.isEmpty()) {
      return ResponseEntity.status(HttpStatus.UNAUTHORIZED).build();
    }
    String to = entrance.admit(account.get(), "passkey", "/", request, response);
    return ResponseEntity.ok(Map.of("to", to));
  }

  /// Whatever the library finds wrong with an answer, to the visitor it is one thing: not proved.
  private Optional<UUID> proved(PublicKeyCredentialRequestOptions options, String answer) {
    try {
      return passkeys.prove(options, answer);
    } catch (RuntimeException refused) {
      LOG.info("a passkey was refused: {}", refused.toString());
      return Optional.empty();
    }
  }
}
