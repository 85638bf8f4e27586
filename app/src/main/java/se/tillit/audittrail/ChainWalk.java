package se.tillit.audittrail;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Follows a chain entry by entry, wherever the entries come from, and tells the first that does
/// not fit.
final class ChainWalk {

  private long number;
  private byte[] hash = Link.ORIGIN;

  /// @param stated the hash that stands with the entry
  /// @param computed the hash that the entry's words give
  @Nullable Break step(long next, byte[] previous, byte[] stated, byte[] computed) {
    long due = number + 1;
    if (next != due) {
      return new Break(next > due ? Break.Kind.MISSING : Break.Kind.INSERTED, due);
    }
    if (!Arrays.equals(stated, computed)) {
      return new Break(Break.Kind.ALTERED, due);
    }
    if (!Arrays.equals(previous, hash)) {
      return new Break(Break.Kind.REPLACED, due);
    }
    number = due;
    hash = stated;
    return null;
  }

  /// Holds the walk against a signed word on where the chain stood.
  @Nullable Break compare(Seal seal) {
    if (seal.number() > number) {
      return new Break(Break.Kind.CUT, number);
    }
    if (seal.number() == number && !Arrays.equals(seal.hash(), hash)) {
      return new Break(Break.Kind.REWRITTEN, number);
    }
    return seal.isGenuine() ? null : new Break(Break.Kind.UNSIGNED, seal.number());
  }

  long number() {
    return number;
  }

  byte[] hash() {
    return hash;
  }
}
