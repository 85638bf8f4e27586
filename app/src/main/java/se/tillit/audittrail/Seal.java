package se.tillit.audittrail;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;

/// A signed word (Ed25519) on where a tenant's chain stood at an instant.
///
/// @param publicKey the signer's key, X.509 encoded
record Seal(UUID tenant, long number, byte[] hash, Instant at, byte[] publicKey, byte[] signature) {

  static final String ALGORITHM = "Ed25519";

  /// The very characters that are signed.
  static byte[] text(UUID tenant, long number, byte[] hash, Instant at) {
    String text =
        String.join(
            "\n",
            "tillit-trail-1",
            tenant.toString(),
            Long.toString(number),
            HexFormat.of().formatHex(hash),
            at.toString());
    return text.getBytes(StandardCharsets.UTF_8);
  }

  boolean isGenuine() {
    try {
      var verifier = Signature.getInstance(ALGORITHM);
      verifier.initVerify(
          KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(publicKey)));
      verifier.update(text(tenant, number, hash, at));
      return verifier.verify(signature);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  /// Short enough to be read aloud and compared: the first sixteen bytes of the key's SHA-256.
  static String fingerprint(byte[] publicKey) {
    return HexFormat.ofDelimiter(":").formatHex(Link.sha256(publicKey), 0, 16);
  }
}
