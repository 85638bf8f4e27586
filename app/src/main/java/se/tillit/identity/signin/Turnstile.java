package se.tillit.identity.signin;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;
import se.tillit.identity.account.Failures;

/// Lets attempts to sign in pass to be judged: at once, or after a while where their address has
/// failed so often that somebody may be guessing there, which shuts out nobody else behind that
/// address.
@Component
class Turnstile {

  private static final int WAITING = 4;
  private static final Duration WAIT = Duration.ofSeconds(1);

  private final Failures failures;
  // Few, so that those who wait take no more than a few of the web server's threads.
  private final Semaphore places = new Semaphore(WAITING);

  Turnstile(Failures failures) {
    this.failures = failures;
  }

  boolean lets(String login, String address) {
    var verdict = failures.begin(login, address);
    if (verdict != Failures.Verdict.MAY_TRY_SLOWLY) {
      return verdict == Failures.Verdict.MAY_TRY;
    }
    boolean waited = hasWaited();
    if (!waited) {
      failures.takeBack(login, address);
    }
    return waited;
  }

  private boolean hasWaited() {
    if (!places.tryAcquire()) {
      return false;
    }
    try {
      Thread.sleep(WAIT);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      places.release();
    }
  }
}
