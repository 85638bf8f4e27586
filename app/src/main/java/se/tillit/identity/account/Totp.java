package se.tillit.identity.account;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Six digits that change every thirty seconds (RFC 6238), as every authenticator app makes them.
final class Totp {

  private static final int STEP_SECONDS = 30;
  private static final int DRIFT = 1;

  private Totp() {}

  /// The time step that the code belongs to, if it is one of now, just before or just after, and
  /// later than the last one used.
  static OptionalLong stepOf(byte[] secret, String code, Instant now, long lastUsed) {
    String digits = code.replaceAll("\\s", "");
    long step = Math.floorDiv(now.getEpochSecond(), STEP_SECONDS);
    for (long candidate = step - DRIFT; candidate <= step + DRIFT; candidate++) {
      if (candidate > lastUsed && same(digits, code(secret, candidate))) {
        return OptionalLong.of(candidate);
      }
    }
    return OptionalLong.empty();
  }

  static String code(byte[] secret, long step) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(secret, "HmacSHA1"));
      byte[] hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
      int offset = hash[hash.length - 1] & 0xf;
      int number = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & 0x7fffffff;
      return String.format(Locale.ROOT, "%06d", number % 1_000_000);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA1", e);
    }
  }

  private static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
  }
}
