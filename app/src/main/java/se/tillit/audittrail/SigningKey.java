package se.tillit.audittrail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// The installation's own key, made at its first use in the data folder, or given as
/// `TILLIT_TRAIL_KEY` where several nodes share a database: thirty-two random bytes in Base64.
@Component
class SigningKey {

  private static final int SEED_LENGTH = 32;

  private final String given;
  private final Path file;

  SigningKey(@Value("${tillit.trail.key:}") String given, @Value("${tillit.data}") Path data) {
    this.given = given;
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
    byte[] seed = Base64.getDecoder().decode(given.isEmpty() ? fromFile() : given.strip());
    if (seed.length != SEED_LENGTH) {
      throw new IllegalStateException("the trail's key is not " + SEED_LENGTH + " bytes");
    }
    return seed;
  }

  private String fromFile() {
    try {
      if (!Files.exists(file)) {
        make();
      }
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new UncheckedIOException("the trail's key can't be read from " + file, e);
    }
  }

  private void make() throws IOException {
    byte[] seed = new byte[SEED_LENGTH];
    new SecureRandom().nextBytes(seed);
    Files.createDirectories(file.getParent());
    try {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(file, Base64.getEncoder().encodeToString(seed) + "\n");
    } catch (FileAlreadyExistsException another) {
      // Made by another process in the same moment: that key is the key.
    }
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
