package se.tillit.exchange.file;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import se.tillit.kernel.Refused;

/// A file that may be kept: without any marking of a security-protection class, freed of where it
/// was taken, hashed.
///
/// @param locationRemoved whether it said where it was taken
public record KeepableFile(
    String name, String mediaType, byte[] content, byte[] sha256, boolean locationRemoved) {

  private static final int PIECE = 512 * 1024;

  /// The sent file as it may be kept, or a refusal that says why it may not.
  public static KeepableFile of(SentFile file) {
    Markings.in(file)
        .ifPresent(marking -> {
          throw new Refused("exchange.file.marked", file.name(), marking)
              .by("säkerhetsskyddslagen 2 kap. 5 §")
              .at("files");
        });
    Photo photo = Photo.cleaned(file);
    byte[] content = photo.content();
    String type = MediaTypes.of(file.ending());
    return new KeepableFile(file.name(), type, content, hash(content), photo.told());
  }

  /// Its content in pieces, as a database likes to keep it.
  public List<byte[]> pieces() {
    var pieces = new ArrayList<byte[]>();
    for (int from = 0; from < content.length; from += PIECE) {
      pieces.add(Arrays.copyOfRange(content, from, Math.min(from + PIECE, content.length)));
    }
    return pieces;
  }

  public Attachment kept(UUID id, Instant at, String by) {
    return new Attachment(
        id, name, mediaType, content.length, fingerprint(), locationRemoved, at, by);
  }

  /// Whether it is what was kept before, by name and content.
  public boolean isSameAs(Attachment other) {
    return name.equals(other.name()) && fingerprint().equals(other.sha256());
  }

  private String fingerprint() {
    return HexFormat.of().formatHex(sha256);
  }

  private static byte[] hash(byte[] content) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(content);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
