package se.tillit.audittrail;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Walks an exported trail as bytes, and hashes them as they stand: half a million entries a
/// second.
final class TrailReader {

  private static final int HASH_DIGITS = 64;
  private static final byte[] NUMBER = bytes("{\"number\":");
  private static final byte[] PREVIOUS = bytes(",\"previous\":\"");

  private final InputStream stream;
  private final MessageDigest sha;
  private final ChainWalk walk = new ChainWalk();
  private final Set<String> keys = new TreeSet<>();
  private byte[] buffer = new byte[1 << 20];
  private int from;
  private int to;
  private int signatures;
  private boolean ended;

  TrailReader(InputStream stream) {
    this.stream = stream;
    try {
      this.sha = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /// What a walk from the first line to the last found.
  ///
  /// @param found the first fault, or null where the trail is whole
  /// @param keys fingerprints of the keys that signed
  record Verdict(
      UUID tenant, long entries, int signatures, Set<String> keys, @Nullable Break found) {}

  Verdict read() throws IOException {
    int length = nextLine();
    if (length < 0) {
      throw new IllegalArgumentException("empty");
    }
    var head = TrailFile.readHead(text(length));
    Break found = null;
    while (found == null && (length = nextLine()) >= 0) {
      found = ended ? new Break(Break.Kind.INSERTED, walk.number() + 1) : line(head, length);
    }
    if (found == null && !ended) {
      found = new Break(Break.Kind.CUT, walk.number());
    }
    return new Verdict(head.tenant(), walk.number(), signatures, keys, found);
  }

  private @Nullable Break line(TrailFile.Head head, int length) {
    byte first = length > 0 ? buffer[from - length - 1] : 0;
    if (first == 'c' && startsWith(length, TrailFile.CHECKPOINT)) {
      return sealed(head, length);
    }
    if (first == 'e' && startsWith(length, TrailFile.END + " ")) {
      ended = true;
      return sealed(head, length);
    }
    return entry(from - length - 1, length);
  }

  private @Nullable Break sealed(TrailFile.Head head, int length) {
    Seal seal;
    try {
      seal = TrailFile.readSeal(head.tenant(), text(length));
    } catch (IllegalArgumentException e) {
      return new Break(Break.Kind.UNSIGNED, walk.number());
    }
    signatures++;
    keys.add(Seal.fingerprint(seal.publicKey()));
    if (seal.number() < walk.number()) {
      return new Break(Break.Kind.INSERTED, walk.number());
    }
    return walk.compare(seal);
  }

  /// The line is `<hash> {"number":<n>,"previous":"<hash>",…`; what does not begin so has been
  /// altered.
  private @Nullable Break entry(int at, int length) {
    int words = at + HASH_DIGITS + 1;
    int end = at + length;
    byte[] stated = hash(at, end);
    int place = words + NUMBER.length;
    long number = 0;
    while (place < end && buffer[place] >= '0' && buffer[place] <= '9') {
      number = number * 10 + buffer[place++] - '0';
    }
    byte[] previous = hash(place + PREVIOUS.length, end);
    if (stated == null || previous == null || !stands(NUMBER, words) || !stands(PREVIOUS, place)) {
      return new Break(Break.Kind.ALTERED, walk.number() + 1);
    }
    sha.update(buffer, words, end - words);
    return walk.step(number, previous, stated, sha.digest());
  }

  private boolean stands(byte[] wanted, int at) {
    return Arrays.equals(buffer, at, at + wanted.length, wanted, 0, wanted.length);
  }

  private byte @Nullable [] hash(int at, int end) {
    if (at + HASH_DIGITS > end) {
      return null;
    }
    byte[] hash = new byte[HASH_DIGITS / 2];
    for (int i = 0; i < hash.length; i++) {
      int high = Character.digit(buffer[at + 2 * i], 16);
      int low = Character.digit(buffer[at + 2 * i + 1], 16);
      if (high < 0 || low < 0) {
        return null;
      }
      hash[i] = (byte) (high << 4 | low);
    }
    return hash;
  }

  /// Moves past the next line and answers its length, or -1 at the end; it then stands just before
  /// `from`.
  private int nextLine() throws IOException {
    int seen = from;
    while (true) {
      for (int i = seen; i < to; i++) {
        if (buffer[i] == '\n') {
          int length = i - from;
          from = i + 1;
          return length;
        }
      }
      seen = to - from;
      makeRoom();
      int read = stream.read(buffer, to, buffer.length - to);
      if (read < 0) {
        return lastLine();
      }
      to += read;
    }
  }

  /// What stands after the last line break is a line too: a file that was cut in the middle of one.
  private int lastLine() {
    int length = to - from;
    if (length == 0) {
      return -1;
    }
    buffer[to] = '\n';
    from = to + 1;
    to = from;
    return length;
  }

  /// Moves what is left to the front, and leaves room for at least one byte more.
  private void makeRoom() {
    System.arraycopy(buffer, from, buffer, 0, to - from);
    to -= from;
    from = 0;
    if (to >= buffer.length - 1) {
      buffer = Arrays.copyOf(buffer, buffer.length * 2);
    }
  }

  private boolean startsWith(int length, String word) {
    return text(Math.min(length, word.length()), length).equals(word);
  }

  private String text(int length) {
    return text(length, length);
  }

  private String text(int wanted, int length) {
    return new String(buffer, from - length - 1, wanted, StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
