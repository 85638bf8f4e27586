package se.tillit.audittrail;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One entry of the chain as it is hashed: its place, the hash before it, and every word of it.
record Link(
    long number,
    byte[] previousHash,
    Instant at,
    @Nullable UUID actor,
    String actorName,
    Words words) {

  static final byte[] ORIGIN = new byte[32];
  private static final HexFormat HEX = HexFormat.of();

  /// What was done, to what, and how.
  record Words(String action, Subject subject, String detail) {}

  /// The line that is hashed and exported: canonical JSON whose first two members are place and
  /// past.
  String line() {
    var line = new StringBuilder(320);
    line.append("{\"number\":").append(number);
    line.append(",\"previous\":\"").append(HEX.formatHex(previousHash));
    line.append("\",\"at\":\"").append(at).append('"');
    text(line, "actor", actor == null ? "" : actor.toString());
    text(line, "actorName", actorName);
    text(line, "action", words.action());
    text(line, "kind", words.subject().kind());
    UUID subject = words.subject().id();
    text(line, "subject", subject == null ? "" : subject.toString());
    text(line, "subjectName", words.subject().name());
    return line.append(",\"detail\":").append(words.detail()).append('}').toString();
  }

  byte[] hash() {
    return sha256(line().getBytes(StandardCharsets.UTF_8));
  }

  static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static void text(StringBuilder line, String name, String value) {
    line.append(",\"").append(name).append("\":");
    CanonicalJson.appendText(line, value);
  }
}
