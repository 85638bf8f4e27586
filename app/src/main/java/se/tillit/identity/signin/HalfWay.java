package se.tillit.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.util.Optional;
import java.util.UUID;

/// Somebody whose password was right and whose second factor is still to come. Not signed in: the
/// session says only whose code to ask for.
record HalfWay(UUID account, String login) implements Serializable {

  private static final String KEY = "tillit.half-way";
  private static final int MINUTES = 10;

  static void begin(HttpServletRequest request, UUID account, String login) {
    HttpSession old = request.getSession(false);
    if (old != null) {
      old.invalidate();
    }
    HttpSession session = request.getSession(true);
    session.setMaxInactiveInterval(MINUTES * 60);
    session.setAttribute(KEY, new HalfWay(account, login));
  }

  static Optional<HalfWay> of(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    return session != null && session.getAttribute(KEY) instanceof HalfWay known
        ? Optional.of(known)
        : Optional.empty();
  }
}
