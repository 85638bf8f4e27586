package se.tillit.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;

/// An exported trail of a million entries, written after the description in ADR 004 and not by the
/// program's own code, so that the verifier is held against the format.
final class LongTrail {

  static final int ENTRIES = 1_000_000;

  private static final String AT = "2026-11-21T12:00:00Z";
  private static final HexFormat HEX = HexFormat.of();

  private LongTrail() {}

  static void write(Path file) throws IOException, GeneralSecurityException {
    UUID tenant = UUID.randomUUID();
    KeyPair keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    String publicKey = Base64.getEncoder().encodeToString(keys.getPublic().getEncoded());
    try (var out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
      line(
          out,
          "{\"format\":\"tillit-trail-1\",\"tenant\":\"%s\",\"publicKey\":\"%s\"}"
              .formatted(tenant, publicKey));
      String hash = entries(out);
      String sealed = "tillit-trail-1\n%s\n%d\n%s\n%s".formatted(tenant, ENTRIES, hash, AT);
      line(
          out,
          ("end {\"number\":%d,\"hash\":\"%s\",\"at\":\"%s\",\"publicKey\":\"%s\","
                  + "\"signature\":\"%s\"}")
              .formatted(ENTRIES, hash, AT, publicKey, sign(keys, sealed)));
    }
  }

  private static String entries(OutputStream out) throws IOException, GeneralSecurityException {
    var sha = MessageDigest.getInstance("SHA-256");
    String person = UUID.randomUUID().toString();
    String hash = "0".repeat(64);
    for (int number = 1; number <= ENTRIES; number++) {
      String words =
          "{\"number\":"
              + number
              + ",\"previous\":\""
              + hash
              + "\",\"at\":\""
              + AT
              + "\",\"actor\":\""
              + person
              + "\",\"actorName\":\"Åsa Lindström\""
              + ",\"action\":\"asset.confirmed\",\"kind\":\"asset\",\"subject\":\""
              + person
              + "\",\"subjectName\":\"Elevakter "
              + number
              + "\",\"detail\":{\"confirmed\":{\"after\":\"2026-11-21\",\"before\":\"2025-11-20\"}}}";
      hash = HEX.formatHex(sha.digest(words.getBytes(StandardCharsets.UTF_8)));
      line(out, hash + " " + words);
    }
    return hash;
  }

  private static String sign(KeyPair keys, String text) throws GeneralSecurityException {
    var signer = Signature.getInstance("Ed25519");
    signer.initSign(keys.getPrivate());
    signer.update(text.getBytes(StandardCharsets.UTF_8));
    return Base64.getEncoder().encodeToString(signer.sign());
  }

  private static void line(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.write('\n');
  }
}
