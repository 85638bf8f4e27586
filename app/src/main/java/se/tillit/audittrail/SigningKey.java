package se.tillit.audittrail;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import se.tillit.kernel.KeyFile;

/// The installation's own key, made at its first use in the data folder, or given as
/// `TILLIT_TRAIL_KEY` where several nodes share a database: thirty-two random bytes in Base64.
@Component
class SigningKey {

  private final String given;
  private final Path file;
  private final Set<String> former;

  SigningKey(
      @Value("${tillit.trail.key:}") String given,
      @Value("${tillit.data}") Path data,
      @Value("${tillit.trail.former-keys:}") Set<String> former) {
    this.given = given;
    this.former = former;
    this.file = data.resolve("keys").resolve("trail.key");
  }

  Seal sign(UUID tenant, long number, byte[] hash, Instant at) {
    try {
      var keys = keys();
      var signer = Signature.getInstance(Seal.ALGORITHM);
      signer.initSign(keys.getPrivate());
      signer.update(Seal.text(tenant, number, hash, at));
      return new Seal(tenant, number, hash, at, keys.getPublic().getEncoded(), signer.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the trail can't be signed", e);
    }
  }

  /// Whether a key is this installation's, or one that it had before and that is named by its
  /// fingerprint in `TILLIT_TRAIL_FORMER_KEYS`.
  boolean isOurs(byte[] publicKey) {
    return Arrays.equals(publicKey, publicKey()) || former.contains(Seal.fingerprint(publicKey));
  }

  byte[] publicKey() {
    try {
      return keys().getPublic().getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the trail's key can't be read", e);
    }
  }

  /// The private key is the seed; the generator makes the public one from it.
  private KeyPair keys() throws GeneralSecurityException {
    var generator = KeyPairGenerator.getInstance(Seal.ALGORITHM);
    generator.initialize(255, new Given(seed()));
    return generator.generateKeyPair();
  }

  private byte[] seed() {
    return given.isEmpty() ? KeyFile.readOrMake(file) : KeyFile.parse(given, "TILLIT_TRAIL_KEY");
  }

  /// Randomness that is not random: the seed itself, once.
  private static final class Given extends SecureRandom {

    private static final long serialVersionUID = 1L;

    private final byte[] seed;

    Given(byte[] seed) {
      this.seed = seed;
    }

    @Override
    public void nextBytes(byte[] bytes) {
      System.arraycopy(seed, 0, bytes, 0, bytes.length);
    }
  }
}
