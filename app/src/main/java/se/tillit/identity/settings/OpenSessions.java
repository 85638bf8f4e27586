package se.tillit.identity.settings;

import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;
import se.tillit.identity.account.AccountTrail;
import se.tillit.identity.account.Secrets;
import se.tillit.identity.signin.Entrance;
import se.tillit.kernel.Unknown;

/// Where an account is signed in, on whichever node, and how to end that.
@Component
class OpenSessions {

  private final FindByIndexNameSessionRepository<? extends Session> sessions;
  private final AccountTrail trail;

  OpenSessions(FindByIndexNameSessionRepository<? extends Session> sessions, AccountTrail trail) {
    this.sessions = sessions;
    this.trail = trail;
  }

  List<OpenSession> of(UUID account, String current) {
    return sessions.findByPrincipalName(account.toString()).values().stream()
        .sorted((one, other) -> other.getLastAccessedTime().compareTo(one.getLastAccessedTime()))
        .map(session -> shown(session, current))
        .toList();
  }

  void end(UUID account, String handle) {
    Session known =
        sessions.findByPrincipalName(account.toString()).values().stream()
            .filter(session -> handleOf(session.getId()).equals(handle))
            .findFirst()
            .orElseThrow(() -> new Unknown("session", handle));
    sessions.deleteById(known.getId());
    trail.record(account, "identity.session-ended");
  }

  void endOthers(UUID account, String current) {
    List<String> others =
        sessions.findByPrincipalName(account.toString()).keySet().stream()
            .filter(id -> !id.equals(current))
            .toList();
    others.forEach(sessions::deleteById);
    if (!others.isEmpty()) {
      trail.record(account, "identity.session-ended");
    }
  }

  private static OpenSession shown(Session session, String current) {
    String browser = session.getAttribute(Entrance.BROWSER);
    String address = session.getAttribute(Entrance.ADDRESS);
    return new OpenSession(
        handleOf(session.getId()),
        browser == null ? "" : Browsers.nameOf(browser),
        address == null ? "" : address,
        session.getCreationTime(),
        session.getLastAccessedTime(),
        session.getId().equals(current));
  }

  private static String handleOf(String id) {
    return HexFormat.of().formatHex(Secrets.hash(id), 0, 8);
  }
}
