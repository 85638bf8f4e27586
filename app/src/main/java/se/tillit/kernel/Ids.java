package se.tillit.kernel;

import java.security.SecureRandom;
import java.util.UUID;

/// Makes time-ordered ids (UUID version 7, RFC 9562), so that new rows land at the end of an index.
public final class Ids {

  private static final SecureRandom RANDOM = new SecureRandom();

  private Ids() {}

  public static UUID next() {
    // The id's clock is only an ordering hint, never a fact: System time is right here.
    return at(System.currentTimeMillis());
  }

  static UUID at(long epochMillis) {
    long random = RANDOM.nextLong();
    long high = (epochMillis << 16) | 0x7000L | (RANDOM.nextInt() & 0x0fffL);
    long low = (random & 0x3fffffffffffffffL) | 0x8000000000000000L;
    return new UUID(high, low);
  }
}
