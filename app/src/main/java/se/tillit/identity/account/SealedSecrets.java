package se.tillit.identity.account;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import se.tillit.kernel.KeyFile;

/// Seals secrets that Tillit must be able to read again, so that the database alone, or a copy of
/// it, tells nothing: AES-256-GCM, bound to the account. The key stands in the data folder beside
/// the trail's, or is given as `TILLIT_SECRET_KEY`; of several keys, parted by commas, the first
/// seals and all open.
@Component
class SealedSecrets {

  private static final Logger LOG = LoggerFactory.getLogger(SealedSecrets.class);
  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final Map<String, SecretKeySpec> keys = new LinkedHashMap<>();
  private final String first;

  SealedSecrets(@Value("${tillit.secret.key:}") String given, @Value("${tillit.data}") Path data) {
    if (given.isBlank()) {
      add(KeyFile.readOrMake(data.resolve("keys").resolve("secret.key")));
    } else {
      for (String one : given.split(",")) {
        add(KeyFile.parse(one, "TILLIT_SECRET_KEY"));
      }
    }
    this.first = keys.keySet().iterator().next();
  }

  /// A sealed secret and the name of the key that opens it.
  record Sealed(byte[] bytes, String key) {}

  String currentKey() {
    return first;
  }

  Sealed seal(UUID owner, byte[] secret) {
    byte[] nonce = Secrets.bytes(NONCE_BYTES);
    byte[] text = run(Cipher.ENCRYPT_MODE, first, owner, nonce, secret);
    return new Sealed(
        ByteBuffer.allocate(nonce.length + text.length).put(nonce).put(text).array(), first);
  }

  /// The secret, or nothing where there is none or its key is not here.
  Optional<byte[]> open(UUID owner, byte @Nullable [] sealed, @Nullable String key) {
    if (sealed == null || key == null) {
      return Optional.empty();
    }
    if (!keys.containsKey(key)) {
      LOG.error("the second factor of account {} is sealed with key {}, not here", owner, key);
      return Optional.empty();
    }
    byte[] nonce = Arrays.copyOf(sealed, NONCE_BYTES);
    byte[] text = Arrays.copyOfRange(sealed, NONCE_BYTES, sealed.length);
    return Optional.of(run(Cipher.DECRYPT_MODE, key, owner, nonce, text));
  }

  private void add(byte[] key) {
    keys.put(nameOf(key), new SecretKeySpec(key, "AES"));
  }

  private byte[] run(int mode, String key, UUID owner, byte[] nonce, byte[] input) {
    try {
      Cipher cipher = Cipher.getInstance(CIPHER);
      cipher.init(mode, keys.get(key), new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(
          ByteBuffer.allocate(2 * Long.BYTES)
              .putLong(owner.getMostSignificantBits())
              .putLong(owner.getLeastSignificantBits())
              .array());
      return cipher.doFinal(input);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the secret of account " + owner + " does not open", e);
    }
  }

  /// A key's name tells it from others and nothing about it.
  private static String nameOf(byte[] key) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(key);
      return HexFormat.of().formatHex(hash, 0, 8);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
