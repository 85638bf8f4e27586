package se.tillit.identity.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealedSecretsTest {

  private static final byte[] SECRET = {1, 2, 3, 4, 5};

  @TempDir Path data;

  private final UUID anna = UUID.randomUUID();

  @Test
  void opensWhatItSealedAndNothingThatWasTouched() {
    var seals = new SealedSecrets("", data);
    var sealed = seals.seal(anna, SECRET);
    assertThat(seals.open(anna, sealed.bytes(), sealed.key())).hasValue(SECRET);
    assertThat(seals.seal(anna, SECRET).bytes()).isNotEqualTo(sealed.bytes());
    sealed.bytes()[sealed.bytes().length - 1] ^= 1;
    assertThatThrownBy(() -> seals.open(anna, sealed.bytes(), sealed.key()))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void opensNoSecretThatWasMovedToAnotherAccount() {
    var seals = new SealedSecrets("", data);
    var sealed = seals.seal(anna, SECRET);
    assertThatThrownBy(() -> seals.open(UUID.randomUUID(), sealed.bytes(), sealed.key()))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void makesItsKeyOnceForItsOwnerAlone() throws Exception {
    var sealed = new SealedSecrets("", data).seal(anna, SECRET);
    assertThat(new SealedSecrets("", data).open(anna, sealed.bytes(), sealed.key()))
        .hasValue(SECRET);
    Path file = data.resolve("keys").resolve("secret.key");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    try (var files = Files.list(file.getParent())) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void changesKeysWhileTheOldOneStillOpens() {
    String old = key(1);
    String next = key(2);
    var sealed = new SealedSecrets(old, data).seal(anna, SECRET);
    var both = new SealedSecrets(next + "," + old, data);
    assertThat(both.open(anna, sealed.bytes(), sealed.key())).hasValue(SECRET);
    assertThat(both.currentKey()).isNotEqualTo(sealed.key());
    assertThat(new SealedSecrets(next, data).open(anna, sealed.bytes(), sealed.key())).isEmpty();
  }

  @Test
  void refusesAKeyThatIsTooShort() {
    assertThatThrownBy(() -> new SealedSecrets("c2hvcnQ=", data))
        .hasMessageContaining("TILLIT_SECRET_KEY");
  }

  private static String key(int fill) {
    byte[] bytes = new byte[32];
    Arrays.fill(bytes, (byte) fill);
    return Base64.getEncoder().encodeToString(bytes);
  }
}
