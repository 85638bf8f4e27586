package se.tillit.exchange;

import java.io.InputStream;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.tillit.identity.Scope;

/// Takes in tables: sent, read in the background, shown, and only then accepted or discarded.
public interface Imports {

  /// Keeps the file and begins to read it.
  ///
  /// @param reach what the sender may touch
  /// @param complete whether what the file lacks has ended; what the kind says when nobody does
  UUID send(
      ImportKind kind,
      Scope reach,
      String fileName,
      InputStream content,
      @Nullable Boolean complete);

  /// Takes what was read, in the background.
  void accept(UUID upload);

  void discard(UUID upload);
}
