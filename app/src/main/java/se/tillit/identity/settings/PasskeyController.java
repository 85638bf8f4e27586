package se.tillit.identity.settings;

import com.webauthn4j.verifier.exception.VerificationException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import se.tillit.identity.SignedIn;
import se.tillit.identity.account.Passkeys;

/// The passkeys of one's own account: made by the browser, named by the owner. The page's script
/// carries the words.
@RestController
class PasskeyController {

  private static final Logger LOG = LoggerFactory.getLogger(PasskeyController.class);
  private static final String WANTED = "tillit.passkey-wanted";

  private final Passkeys passkeys;
  private final Proof proof;

  PasskeyController(Passkeys passkeys, Proof proof) {
    this.passkeys = passkeys;
    this.proof = proof;
  }

  @SignedIn
  @PostMapping(path = "/account/passkeys/challenge", produces = MediaType.APPLICATION_JSON_VALUE)
  String challenge(
      Authentication who,
      @RequestBody(required = false) @Nullable String word,
      HttpSession session) {
    proof.demandOwner(Owner.of(who), word == null ? "" : word);
    PublicKeyCredentialCreationOptions wanted = passkeys.wanted(who);
    session.setAttribute(WANTED, wanted);
    return passkeys.toJson(wanted);
  }

  @SignedIn
  @PostMapping("/account/passkeys")
  ResponseEntity<Void> add(
      Authentication who,
      @RequestParam String label,
      @RequestBody String answer,
      HttpServletRequest request) {
    UUID account = Owner.of(who);
    HttpSession session = request.getSession();
    if (!(session.getAttribute(WANTED) instanceof PublicKeyCredentialCreationOptions wanted)) {
      return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT).build();
    }
    session.removeAttribute(WANTED);
    try {
      passkeys.add(account, wanted, label, answer);
      return ResponseEntity.status(HttpStatus.CREATED).build();
    } catch (IllegalArgumentException | VerificationException e) {
      LOG.info("a new passkey was refused: {}", e.toString());
      return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT).build();
    }
  }

  @SignedIn
  @PostMapping("/account/passkeys/{id}/removal")
  ResponseEntity<Void> remove(Authentication who, @PathVariable String id) {
    passkeys.remove(Owner.of(who), id);
    return ResponseEntity.status(HttpStatus.SEE_OTHER).header("Location", "/account").build();
  }
}
