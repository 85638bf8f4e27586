package se.tillit.testing;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import se.tillit.identity.AccountPrincipal;

/// Real sessions in the database, for tests of what a session itself does or costs; for all else
/// `town.as(role)` is enough.
@TestComponent
public class Sessions {

  private final SessionRepository<? extends Session> repository;

  Sessions(SessionRepository<? extends Session> repository) {
    this.repository = repository;
  }

  /// Signs the account in; the cookie is what its browser would have.
  public Cookie of(UUID account) {
    return of(account, repository);
  }

  private static <S extends Session> Cookie of(UUID account, SessionRepository<S> repository) {
    S session = repository.createSession();
    var who =
        UsernamePasswordAuthenticationToken.authenticated(
            new AccountPrincipal(account), null, List.of());
    session.setAttribute("SPRING_SECURITY_CONTEXT", new SecurityContextImpl(who));
    repository.save(session);
    byte[] id = session.getId().getBytes(StandardCharsets.UTF_8);
    return new Cookie("tillit", Base64.getEncoder().encodeToString(id));
  }
}
